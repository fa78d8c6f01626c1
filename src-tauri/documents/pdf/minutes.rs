//! The minutes: decisions and actions first, then item by item.

use couloir_core::Contents;
use serde::Serialize;
use serde_json::Value;

use super::outcome::{self, Proceedings};
use super::view::{View, Words, envelope, notice};
use crate::{Request, Result};

#[derive(Serialize)]
struct Body {
    words: Value,
    meeting: Proceedings,
}

pub(super) fn data(contents: &Contents, request: &Request) -> Result<View> {
    let words = Words::of(request);
    let Some(meeting) = request.meeting(contents)? else {
        return notice(contents, request, &words.get("no-meeting"));
    };
    let body =
        Body { words: words.all(outcome::WORDS), meeting: outcome::proceedings(contents, request, words, meeting) };
    // Minutes stay a draft until they are confirmed, asked for or not.
    let request = Request { is_draft: request.is_draft || meeting.minutes_confirmed_at.is_none(), ..request.clone() };
    Ok(View { template: "minutes.typ", data: envelope(contents, &request, &meeting.title, body)? })
}
