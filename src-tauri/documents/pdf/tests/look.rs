//! Pages for people and for veraPDF to look at.

use super::any_text::{HOSTILE, with_text_everywhere};
use super::*;
use crate::print;

/// Writes every document in both languages to the folder named by `COULOIR_PAGES`, to be looked at.
#[test]
fn pages_to_look_at() {
    let Some(folder) = std::env::var_os("COULOIR_PAGES") else { return };
    for language in [Language::Fr, Language::En] {
        let contents = fixture::lived(language);
        for document in Document::ALL {
            let meeting_id = Some(contents.meetings[0].id.clone());
            let bytes = pdf(&contents, &Request { meeting_id, ..request(*document, language) }).unwrap();
            let name = format!("{}-{}.pdf", document.code(), language.tag());
            crate::save(&std::path::Path::new(&folder).join(name), &bytes).unwrap();
        }
        let more = [
            ("board-a3", Request { paper: crate::Paper::A3, ..request(Document::Board, language) }),
            ("board-by-role", Request { is_by_role: true, ..request(Document::Board, language) }),
            (
                "roles-a3-draft",
                Request { paper: crate::Paper::A3, is_draft: true, ..request(Document::Roles, language) },
            ),
        ];
        for (name, request) in more {
            let path = std::path::Path::new(&folder).join(format!("{name}-{}.pdf", language.tag()));
            crate::save(&path, &pdf(&contents, &request).unwrap()).unwrap();
        }
        for (index, hostile) in HOSTILE.iter().enumerate() {
            for document in Document::ALL {
                let made = print(&with_text_everywhere(language, hostile), &request(*document, language)).unwrap();
                let name = format!("hostile-{index}-{}-{}.pdf", document.code(), language.tag());
                crate::save(&std::path::Path::new(&folder).join(name), &made.bytes).unwrap();
            }
        }
        let path = std::path::Path::new(&folder).join(format!("guide-{}.pdf", language.tag()));
        crate::save(&path, &crate::guide(language).unwrap().bytes).unwrap();
        let example = fixture::contents(language, couloir_core::workshop::Template::Ajo.archive(language).unwrap());
        let contracts =
            example.contracts.iter().zip(&contents.contracts).map(|(was, now)| couloir_core::contract::Contract {
                id: now.id.clone(),
                giver_id: now.giver_id.clone(),
                receiver_id: now.receiver_id.clone(),
                ..was.clone()
            });
        let before = Contents { contracts: contracts.collect(), ..contents.clone() };
        let name = if language == Language::Fr { "le matin" } else { "the morning" };
        let since = crate::Before { name, contents: &before, until: None };
        let made = crate::print_since(&contents, Some(&since), &request(Document::Gaps, language)).unwrap();
        let name = format!("gaps-since-{}.pdf", language.tag());
        crate::save(&std::path::Path::new(&folder).join(name), &made.bytes).unwrap();
        let minutes =
            Request { meeting_id: Some(contents.meetings[0].id.clone()), ..request(Document::Minutes, language) };
        let made = crate::print_since(&contents, Some(&since), &minutes).unwrap();
        let name = format!("minutes-since-{}.pdf", language.tag());
        crate::save(&std::path::Path::new(&folder).join(name), &made.bytes).unwrap();
    }
}
