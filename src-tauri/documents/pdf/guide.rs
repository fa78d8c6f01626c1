//! The guide as a small book: the same pages as the window shows.

use couloir_core::workshop::Language;
use couloir_messages::guide::PAGES;
use serde::Serialize;
use serde_json::json;

use super::commonmark::{Block, blocks};
use super::language;
use super::view::{View, Words};
use super::{Printed, print_as};
use crate::Result;

#[derive(Serialize)]
struct Page {
    title: &'static str,
    /// What stands under the title before the first section.
    lead: Vec<Block>,
    sections: Vec<Section>,
}

#[derive(Serialize)]
struct Section {
    title: Block,
    blocks: Vec<Block>,
}

/// The guide as a PDF in a language, made as the documents are.
///
/// # Errors
/// A fault of the program only.
pub fn guide(spoken: Language) -> Result<Printed> {
    let words = Words::in_language(spoken);
    let title = words.on_screen("guide-title");
    let data = json!({
        "lang": spoken.tag(),
        "paper": "a4",
        "kind": words.on_screen("app-name"),
        "title": title,
        "full_title": words.with("full-title", &[("kind", words.on_screen("app-name").into()), ("title", title.as_str().into())]),
        "footer": title,
        "draft": "",
        "body": { "contents": words.on_screen("guide-contents"), "pages": pages(spoken) },
    });
    print_as("couloir guide", &View { template: "guide.typ", data })
}

fn pages(spoken: Language) -> Vec<Page> {
    let read = PAGES.iter().map(|page| page.read(language(spoken)));
    read.map(|(title, body)| {
        let mut page = Page { title, lead: Vec::new(), sections: Vec::new() };
        for block in blocks(&body) {
            match (block, page.sections.last_mut()) {
                (title @ Block::Heading { .. }, _) => page.sections.push(Section { title, blocks: Vec::new() }),
                (block, Some(section)) => section.blocks.push(block),
                (block, None) => page.lead.push(block),
            }
        }
        page
    })
    .collect()
}
