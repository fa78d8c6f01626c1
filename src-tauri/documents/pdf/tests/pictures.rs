//! Pages as they look, compared with the references in `tests/pages`. `UPDATE=1` writes them anew.

use std::fmt::Write as _;
use std::path::PathBuf;

use super::*;
use crate::pdf::with_pages;

/// Pixels a point: small enough for the repository, large enough to see a line move.
const SCALE: f64 = 0.3;
/// Pages of each document that are kept.
const PAGES: usize = 3;
/// How much a pixel may differ, of 255: rounding of floating point on another processor, not another letter.
const NEAR: u8 = 40;
/// How many of a thousand pixels may differ by more.
const FAR_PER_MILLE: usize = 2;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/pages")
}

/// How many pixels of two pictures differ visibly; `None`: they have not the same size.
fn far(one: &tiny_skia::Pixmap, other: &tiny_skia::Pixmap) -> Option<usize> {
    if (one.width(), one.height()) != (other.width(), other.height()) {
        return None;
    }
    let differs = |(a, b): &(&[u8], &[u8])| a.iter().zip(*b).any(|(a, b)| a.abs_diff(*b) > NEAR);
    Some(one.data().chunks(4).zip(other.data().chunks(4)).filter(differs).count())
}

#[test]
fn pages_look_as_their_references() {
    let is_update = std::env::var_os("UPDATE").is_some();
    let mut problems = String::new();
    let mut seen = 0;
    for language in [Language::Fr, Language::En] {
        let contents = fixture::lived(language);
        for document in Document::ALL {
            let request = Request { meeting_id: Some(contents.meetings[0].id.clone()), ..request(*document, language) };
            let pages = with_pages(&contents, None, &request, |document, _| {
                let options = typst_render::RenderOptions { pixel_per_pt: SCALE.into(), render_bleed: false };
                Ok(document
                    .pages()
                    .iter()
                    .take(PAGES)
                    .map(|page| typst_render::render(page, &options))
                    .collect::<Vec<_>>())
            });
            for (index, page) in pages.unwrap().into_iter().enumerate() {
                let name = format!("{}-{}-{}.png", document.code(), language.tag(), index + 1);
                let path = folder().join(&name);
                let made = page.encode_png().unwrap();
                if is_update {
                    std::fs::write(&path, &made).unwrap();
                }
                let Ok(reference) = tiny_skia::Pixmap::load_png(&path) else {
                    writeln!(problems, "{name}: no reference").unwrap();
                    continue;
                };
                let page = tiny_skia::Pixmap::decode_png(&made).unwrap();
                let all = page.data().len() / 4;
                match far(&page, &reference) {
                    Some(count) if count * 1000 <= all * FAR_PER_MILLE => seen += 1,
                    Some(count) => writeln!(problems, "{name}: {count} of {all} pixels differ").unwrap(),
                    None => writeln!(problems, "{name}: another size").unwrap(),
                }
            }
        }
    }
    assert!(problems.is_empty(), "look at them, then UPDATE=1:\n{problems}");
    assert!(seen >= 40, "only {seen} pages were compared");
}

#[test]
fn a_moved_line_is_seen() {
    let mut one = tiny_skia::Pixmap::new(100, 100).unwrap();
    one.fill(tiny_skia::Color::WHITE);
    let mut other = one.clone();
    let line = tiny_skia::Rect::from_xywh(0.0, 50.0, 100.0, 1.0).unwrap();
    other.fill_rect(line, &tiny_skia::Paint::default(), tiny_skia::Transform::identity(), None);
    assert_eq!(far(&one, &one), Some(0));
    assert!(far(&one, &other).unwrap() * 1000 > 10_000 * FAR_PER_MILLE);
}
