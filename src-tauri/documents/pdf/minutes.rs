//! The minutes: decisions and actions first, then item by item, then what the meeting changed.

use couloir_core::Contents;
use serde::Serialize;
use serde_json::Value;

use super::gaps::{self, Since};
use super::outcome::{self, Proceedings};
use super::view::{View, Words, envelope, notice};
use crate::{Before, Request, Result};

#[derive(Serialize)]
struct Body {
    words: Value,
    meeting: Proceedings,
    /// What the meeting changed; nothing when it changed nothing, or when how it was before is not known.
    since: Option<Since>,
}

pub(super) fn data(contents: &Contents, before: Option<&Before<'_>>, request: &Request) -> Result<View> {
    let words = Words::of(request);
    let Some(meeting) = request.meeting(contents)? else {
        return notice(contents, request, &words.get("no-meeting"));
    };
    let keys = [outcome::WORDS, &["minutes-since", "gaps-before", "gaps-after"]].concat();
    let body = Body {
        words: words.all(&keys),
        meeting: outcome::proceedings(contents, request, words, meeting),
        since: before.map(|before| gaps::since(contents, before, request, words)).filter(|since| !since.is_empty()),
    };
    // Minutes stay a draft until they are confirmed, asked for or not.
    let request = Request { is_draft: request.is_draft || meeting.minutes_confirmed_at.is_none(), ..request.clone() };
    Ok(View { template: "minutes.typ", data: envelope(contents, &request, &meeting.title, body)? })
}
