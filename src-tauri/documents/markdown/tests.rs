//! What a Markdown reader sees is what was written.
#![allow(clippy::unwrap_used)]

use couloir_core::workshop::Language;
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};

use super::*;
use crate::table::fixture::{everything, example, workshop_of};

/// Text as a reader sees it, and the kinds of blocks around it.
fn read(markdown: &str) -> (String, Vec<String>) {
    let (mut text, mut tags) = (String::new(), Vec::new());
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        match event {
            Event::Text(part) | Event::Code(part) => text.push_str(&part),
            Event::SoftBreak | Event::HardBreak => text.push('\n'),
            Event::Html(html) | Event::InlineHtml(html) => tags.push(format!("html {html}")),
            Event::Start(Tag::Heading { level, .. }) => tags.push(format!("heading {}", level as usize)),
            Event::Start(tag) => tags.push(format!("{tag:?}").split(['(', ' ']).next().unwrap().to_owned()),
            _ => {}
        }
    }
    (text, tags)
}

#[test]
fn the_example_is_told_whole() {
    let markdown = workshop(&example(Language::Fr), false);
    let (text, tags) = read(&markdown);
    assert!(markdown.starts_with("# Mise en œuvre d’Adobe Journey Optimizer\n\n"));
    for word in
        ["Dessiner les schémas XDM", "Lever les problèmes rencontrés", "Messages", "Communauté Experience League"]
    {
        assert!(text.to_lowercase().contains(&word.to_lowercase()), "{word}");
    }
    assert_eq!(tags.iter().filter(|tag| *tag == "Table").count(), 3);
    // Roles with their four headings, sequence, two matrices, contracts with twelve pairs, resources with four.
    assert_eq!(tags.iter().filter(|tag| *tag == "heading 2").count(), 6);
    assert_eq!(tags.iter().filter(|tag| *tag == "heading 3").count(), 4 + 12 + 4);
    assert!(tags.iter().all(|tag| !tag.starts_with("html") || tag == "html <br>"), "{tags:?}");
}

#[test]
fn minutes_say_decisions_and_actions_first_and_nothing_private() {
    let contents = workshop_of(everything());
    let first = contents.meetings.iter().find(|meeting| meeting.planned_minutes == 60).unwrap();
    let markdown = minutes(&contents, &first.id).unwrap();
    let at = |text: &str| markdown.find(text).unwrap_or_else(|| panic!("{text} in {markdown}"));
    assert!(at("## Décisions") < at("## Actions") && at("## Actions") < at("## Ordre du jour"));
    assert!(at("**Un seul identifiant client**") < at("**\\-Écrire la liste**"));
    assert!(at("Ingénieur ou ingénieure de données · Zoé Lefèvre · **Pour le**\u{a0}: 01/12/2026") > 0);
    assert!(at("> Une **note** en CommonMark") > at("## Ordre du jour"));
    assert!(at("## Points reportés") < at("**Tableau \\<des\\> \\*tâches\\*** – La suite"));
    assert!(!markdown.contains("Brouillon"));
    for secret in ["SECRET", "NOTE PRIVÉE", "Nom Privé"] {
        assert!(!markdown.contains(secret) && !workshop(&contents, false).contains(secret), "{secret}");
    }
    let next = contents.meetings.iter().find(|meeting| meeting.planned_minutes == 45).unwrap();
    assert!(minutes(&contents, &next.id).unwrap().starts_with("# La suite\n\nlundi 30"));
    assert!(minutes(&contents, &"none".into()).is_err());
}

#[test]
fn notes_cannot_leave_their_quote() {
    let (_, tags) = read(&escape::quote("# Titre\n\n<script>x</script>\n- a\n\n</div><!-- -->"));
    assert_eq!(tags[0], "BlockQuote");
    assert!(tags.iter().all(|tag| !tag.starts_with("html")), "{tags:?}");
    assert_eq!(escape::link("a", "javascript:x"), "a");
    assert_eq!(escape::link("a", "https://x.org/b c"), "a");
    assert_eq!(escape::link("a]", "https://x.org/?b=c#d"), "[a\\]](https://x.org/?b=c#d)");
}

proptest! {
    #[test]
    fn any_title_reads_as_itself(title in "[ -~é’\n]{0,40}") {
        let shown: String = title.trim().replace(['\n', '\r'], " ");
        let (text, tags) = read(&format!("- {}\n", escape::inline(&title)));
        let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        prop_assert_eq!(squeezed(&text), squeezed(&shown));
        prop_assert!(tags.iter().all(|tag| ["List", "Item"].contains(&tag.as_str())), "{:?}", tags);
    }
}
