//! Pages measured: what is set stays on its page, in its cell, and off everything else.

use couloir_core::workshop::BoardColumns;
use typst::layout::{Abs, Frame, FrameItem, Point, Transform};
use typst::visualize::Geometry;
use typst_layout::PagedDocument;

use super::*;
use crate::Paper;
use crate::pdf::with_pages;

/// A rectangle on a page: left, top, right, bottom.
#[derive(Clone, Copy, Debug)]
struct Area(f64, f64, f64, f64);

impl Area {
    fn overlap(&self, other: &Area) -> f64 {
        let across = self.2.min(other.2) - self.0.max(other.0);
        let down = self.3.min(other.3) - self.1.max(other.1);
        across.min(down)
    }
}

/// What is on a page.
#[derive(Default)]
struct Found {
    texts: Vec<(Area, String)>,
    /// Upright lines: where, from, to.
    rules: Vec<(f64, f64, f64)>,
}

/// Ink may touch by this much: accents and hairlines.
const TOUCH: f64 = 1.2;

fn walk(frame: &Frame, place: Transform, found: &mut Found) {
    for (at, item) in frame.items() {
        let here = place.pre_concat(Transform::translate(at.x, at.y));
        match item {
            FrameItem::Group(group) => walk(&group.frame, here.pre_concat(group.transform), found),
            FrameItem::Text(text) => {
                let ink = text.bbox();
                let (first, last) = (ink.min.transform(here), ink.max.transform(here));
                if ink.size().x > Abs::zero() && ink.size().x.to_pt().is_finite() {
                    let area = Area(
                        first.x.to_pt().min(last.x.to_pt()),
                        first.y.to_pt().min(last.y.to_pt()),
                        first.x.to_pt().max(last.x.to_pt()),
                        first.y.to_pt().max(last.y.to_pt()),
                    );
                    found.texts.push((area, text.text.to_string()));
                }
            }
            FrameItem::Shape(shape, _) => {
                if let (Geometry::Line(end), Some(_)) = (&shape.geometry, &shape.stroke) {
                    let (from, to) = (Point::zero().transform(here), end.transform(here));
                    if (from.x - to.x).to_pt().abs() < 0.1 {
                        let (top, bottom) = (from.y.to_pt().min(to.y.to_pt()), from.y.to_pt().max(to.y.to_pt()));
                        found.rules.push((from.x.to_pt(), top, bottom));
                    }
                }
            }
            _ => {}
        }
    }
}

/// Everything wrong with the pages, a line each.
fn faults(document: &PagedDocument) -> Vec<String> {
    let mut faults = Vec::new();
    for (index, page) in document.pages().iter().enumerate() {
        let mut found = Found::default();
        walk(&page.frame, Transform::identity(), &mut found);
        let (width, height) = (page.frame.width().to_pt(), page.frame.height().to_pt());
        let mut say = |what: String| faults.push(format!("page {}: {what}", index + 1));
        for (number, (area, text)) in found.texts.iter().enumerate() {
            if area.0 < 0.0 || area.1 < 0.0 || area.2 > width || area.3 > height {
                say(format!("{text:?} leaves the page: {area:?}"));
            }
            for (other, words) in &found.texts[number + 1..] {
                if area.overlap(other) > TOUCH {
                    say(format!("{text:?} stands over {words:?}: {area:?} {other:?}"));
                }
            }
            for (x, top, bottom) in &found.rules {
                let is_crossed = area.0 + TOUCH < *x && *x < area.2 - TOUCH;
                if is_crossed && area.1.max(*top) + TOUCH < area.3.min(*bottom) {
                    say(format!("{text:?} crosses the line at {x}: {area:?}"));
                }
            }
        }
    }
    faults
}

fn assert_measures(contents: &Contents, request: &Request) {
    let found = with_pages(contents, None, request, |document, _| Ok(faults(document))).unwrap();
    let what = format!("{} with {} roles on {:?}", request.document.code(), contents.roles.len(), request.paper);
    assert!(found.is_empty(), "{what}: {} faults\n{}", found.len(), found[..found.len().min(12)].join("\n"));
}

#[test]
fn nothing_leaves_its_cell_or_its_page_with_any_number_of_roles() {
    for count in [2, 5, 6, 8, 9, 12, 18, 24, 40] {
        let language = if count % 4 == 0 { Language::Fr } else { Language::En };
        let mut contents = fixture::many_roles(language, count);
        // Sheets to sign are a page a pair, alike for any number.
        if count > 12 {
            contents.contracts.truncate(90);
        }
        for document in Document::ALL {
            let papers: &[Paper] = if count == 18 { &[Paper::A4, Paper::A3] } else { &[Paper::A4] };
            for paper in papers {
                assert_measures(&contents, &Request { paper: *paper, ..request(*document, language) });
            }
        }
    }
}

#[test]
fn nothing_leaves_its_place_on_boards_of_steps_upright_sheets_and_lived_workshops() {
    let mut contents = fixture::many_roles(Language::Fr, 12);
    contents.workshop.board_columns = BoardColumns::Step;
    for paper in [Paper::A4, Paper::A3] {
        for is_upright in [false, true] {
            assert_measures(&contents, &Request { paper, is_upright, ..request(Document::Board, Language::Fr) });
        }
    }
    assert_measures(&contents, &Request { is_by_role: true, ..request(Document::Board, Language::Fr) });
    for language in [Language::Fr, Language::En] {
        let contents = fixture::lived(language);
        for document in Document::ALL {
            let meeting_id = Some(contents.meetings[0].id.clone());
            assert_measures(&contents, &Request { meeting_id, ..request(*document, language) });
        }
    }
}

#[test]
fn a_wide_table_lies_on_turned_sheets_and_an_upright_one_does_not() {
    for (count, is_wide) in [(4, false), (18, true)] {
        let contents = fixture::many_roles(Language::Fr, count);
        let request = request(Document::Record, Language::Fr);
        let turned = with_pages(&contents, None, &request, |document, _| {
            Ok(document.pages().iter().filter(|page| page.frame.width() > page.frame.height()).count())
        });
        assert_eq!(turned.unwrap() > 0, is_wide);
    }
}

#[test]
fn a_page_that_a_lane_goes_on_to_names_it() {
    let mut archive = fixture::archive(Language::Fr);
    let long = "une ligne de texte ".repeat(45);
    let tasks = (1..=40).map(|n| {
        let detail = if n % 5 == 3 { long.as_str() } else { "court" };
        json!({ "number": n, "title": format!("Carte {n}"), "detail": detail, "role_id": if n <= 30 { "b" } else { "c" } })
    });
    archive.insert("tasks".to_owned(), tasks.collect());
    let contents = fixture::contents(Language::Fr, archive);
    for is_upright in [false, true] {
        let request = Request { is_upright, ..request(Document::Board, Language::Fr) };
        assert_measures(&contents, &request);
        let pdf = open(&pdf(&contents, &request).unwrap());
        let count = pdf.get_pages().len();
        assert!(count >= 3, "{count}");
        let mut is_of_first = true;
        for number in 1..=count {
            let page = pdf.extract_text(&[u32::try_from(number).unwrap()]).unwrap().replace('\n', " ");
            let before_cards = page.split("Carte ").next().unwrap();
            let lane =
                if is_of_first { "Ingénieur ou ingénieure de données" } else { "Développeur ou développeuse" };
            assert!(before_cards.contains(lane), "page {number} of {count}: {page}");
            assert_eq!(before_cards.contains("(suite)"), number > 1, "page {number}: {page}");
            // The next page goes on with whatever lane this one ends in.
            is_of_first = is_of_first && !page.contains("Développeur ou développeuse");
        }
    }
}
