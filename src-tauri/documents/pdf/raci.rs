//! Everyone's part in each task, as a document of its own.

use couloir_core::Contents;
use serde::Serialize;
use serde_json::Value;

use super::task::{self, Raci};
use super::view::{View, Words, envelope, notice};
use crate::{Request, Result};

#[derive(Serialize)]
struct Body {
    words: Value,
    raci: Raci,
}

pub(super) fn data(contents: &Contents, request: &Request) -> Result<View> {
    let words = Words::of(request);
    if contents.roles.is_empty() || contents.tasks.is_empty() {
        return notice(contents, request, &words.get("no-raci"));
    }
    let body = Body { words: words.all(&["task-number", "task-title", "raci-key"]), raci: task::raci(contents, words) };
    Ok(View { template: "raci.typ", data: envelope(contents, request, &contents.workshop.title, body)? })
}
