//! The contract matrix alone: what stands between the roles, on a page to hang up.

use couloir_core::Contents;
use serde::Serialize;
use serde_json::Value;

use super::contract::{self, Matrix};
use super::contracts::WORDS;
use super::view::{View, Words, envelope, notice};
use crate::{Request, Result};

#[derive(Serialize)]
struct Body {
    words: Value,
    matrix: Matrix,
}

pub(super) fn data(contents: &Contents, request: &Request) -> Result<View> {
    let words = Words::of(request);
    if contents.roles.len() < 2 {
        return notice(contents, request, &words.get("no-pairs"));
    }
    let body = Body { words: words.all(WORDS), matrix: contract::matrix(contents, words) };
    Ok(View { template: "grid.typ", data: envelope(contents, request, &contents.workshop.title, body)? })
}
