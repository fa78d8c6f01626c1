#![allow(clippy::unwrap_used)]

use super::*;
use crate::testing::{contents, workshop};
use crate::{Error, Rule};

#[test]
fn a_link_is_a_web_or_mail_address_or_none() {
    let (mut library, w) = workshop();
    let role = contents(&library, &w).roles[0].id.clone();
    for good in ["https://exemple.fr/guide", "HTTP://a", "mailto:a@b.fr", ""] {
        library.resource_add(&w, Some(&role), "Guide", good).unwrap();
    }
    for bad in ["javascript:alert(1)", "file:///etc/passwd", "exemple.fr", "https://", "https://a b"] {
        let refused = library.resource_add(&w, None, "Guide", bad);
        assert!(matches!(refused, Err(Error::Invalid { field: "url", rule: Rule::NotALink, .. })), "{bad}");
    }
    assert_eq!(contents(&library, &w).resources.len(), 4);
}

#[test]
fn a_link_without_title_is_called_by_its_address() {
    let (mut library, w) = workshop();
    let id = library.resource_add(&w, None, " ", "https://exemple.fr").unwrap().value;
    library.resource_edit(&w, &id, ResourceEdit::Detail("à lire".to_owned())).unwrap();
    let now = contents(&library, &w);
    assert_eq!((now.resources[0].title.as_str(), now.resources[0].detail.as_str()), ("https://exemple.fr", "à lire"));
    assert!(library.resource_add(&w, None, "", "").is_err());
}
