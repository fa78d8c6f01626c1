//! `couloir prepare`: what a meeting should talk about, as a list or as JSON; changes nothing.

use std::process::ExitCode;

use clap::ArgMatches;
use couloir_core::Library;
use couloir_core::meeting::MeetingId;
use couloir_core::workshop::WorkshopId;
use couloir_messages::{Language, text, told};

use super::Failure;
use super::answer::{given, print_json};
use crate::worker::offer::{Offer, offers};

/// Prints the proposal for a meeting (by default the next one).
pub fn prepare(language: Language, id: &WorkshopId, args: &ArgMatches, library: &Library) -> Result<ExitCode, Failure> {
    let contents = library.contents(id)?;
    let meeting =
        given(args, "meeting").map(MeetingId::from).or_else(|| couloir_documents::data::next_meeting(&contents));
    let meeting = meeting.ok_or_else(|| Failure::Message("cli-no-meeting", Vec::new()))?;
    let found = offers(language, library.agenda_prepare(id, &meeting)?);
    if args.get_flag("json") {
        print_json(&found)?;
        return Ok(ExitCode::SUCCESS);
    }
    let title = contents.meetings.iter().find(|m| m.id == meeting).map_or("", |m| m.title.as_str());
    let taken: i32 = found.proposed.iter().map(|offer| offer.proposal.seconds).sum();
    let head =
        [("meeting", title.into()), ("taken", (taken / 60).into()), ("available", (found.available / 60).into())];
    say!("{}", text(language, "cli-prepare-head", &head));
    for offer in &found.proposed {
        line(language, offer);
    }
    if !found.overflow.is_empty() {
        say!("\n{}", text(language, "prepare-overflow", &[("count", found.overflow.len().into())]));
    }
    for offer in &found.overflow {
        line(language, offer);
        say!("         {}", offer.reason.as_deref().unwrap_or_default());
    }
    Ok(ExitCode::SUCCESS)
}

/// `  10 min  title`, and why it matters below.
fn line(language: Language, offer: &Offer) {
    let minutes = text(language, "agenda-minutes", &[("minutes", (offer.proposal.seconds / 60).into())]);
    say!("{minutes:>7}  {}", offer.title);
    let args = [("holds", offer.proposal.holds.into()), ("days", offer.proposal.age.into())];
    let why = told(language, &offer.proposal.why.key, &offer.proposal.why.args);
    say!("         {why} {}", text(language, "prepare-weight", &args));
}
