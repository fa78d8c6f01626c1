//! An invitation to a meeting: the words of the mail, beside the calendar file that goes with it.

use couloir_core::Contents;
use couloir_core::agenda::AgendaItem;
use couloir_core::analysis::agenda::timetable;
use couloir_core::meeting::MeetingId;
use couloir_messages::{clock, day_long, text};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::table::{language, local};
use crate::{Error, Result};

/// A mail that invites to a meeting, ready to be pasted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Invitation {
    /// Addresses of those who are invited, as far as they are known and not private.
    pub to: Vec<String>,
    pub subject: String,
    /// When, where, why, what to bring, and the agenda with its times.
    pub text: String,
}

/// The invitation to a meeting, in the workshop's language. Nothing private stands in it.
///
/// # Errors
/// [`Error::Unknown`] when the workshop has no such meeting.
pub fn invitation(contents: &Contents, id: &MeetingId) -> Result<Invitation> {
    let found = contents.meetings.iter().find(|meeting| meeting.id == *id);
    let meeting = found.ok_or_else(|| Error::Unknown(id.to_string()))?;
    let language = language(contents);
    let say = |key: &str| text(language, key, &[]);
    let items: Vec<&AgendaItem> = contents.agenda_items.iter().filter(|item| item.meeting_id == *id).collect();
    let times = timetable(meeting, &items);
    let start = local(meeting.starts_at.utc(), &meeting.time_zone);
    let planned = couloir_core::Millis(meeting.starts_at.0 + i64::from(meeting.planned_minutes) * 60_000);
    let end = local(if items.is_empty() { planned } else { times.ends_at }.utc(), &meeting.time_zone);
    let when = format!(
        "{}, {} – {}",
        day_long(language, start.date()),
        clock(language, start.time()),
        clock(language, end.time())
    );
    let line = |title: String, value: &str| {
        (!value.is_empty()).then(|| text(language, "calendar-line", &[("title", title.into()), ("text", value.into())]))
    };
    let facts = [
        line(say("invitation-when"), &when),
        line(say("document-place"), &meeting.place),
        line(say("document-goal"), &meeting.goal),
        line(say("document-bring"), &meeting.bring),
    ];
    let mut blocks = vec![
        say("invitation-greeting"),
        text(language, "invitation-opening", &[("title", meeting.title.as_str().into())]),
        facts.into_iter().flatten().collect::<Vec<_>>().join("\n"),
    ];
    if !items.is_empty() {
        let mut agenda = vec![say("invitation-agenda")];
        for (item, slot) in items.iter().zip(&times.slots) {
            let time = local(slot.starts_at.utc(), &meeting.time_zone).format("%-H:%M").to_string();
            let minutes = (i64::from(item.seconds) + 30) / 60;
            let args = [("time", time.into()), ("title", item.title.as_str().into()), ("minutes", minutes.into())];
            agenda.push(text(language, "invitation-item", &args));
        }
        let time = end.format("%-H:%M").to_string();
        agenda.push(text(language, "invitation-end", &[("time", time.into())]));
        blocks.push(agenda.join("\n"));
    }
    blocks.push(say("invitation-closing"));
    let is_invited = |person: &couloir_core::person::Person| {
        !person.is_private
            && !person.email.is_empty()
            && contents
                .attendees
                .iter()
                .any(|one| one.meeting_id == *id && one.is_invited && one.person_id == person.id)
    };
    Ok(Invitation {
        to: contents.people.iter().filter(|person| is_invited(person)).map(|person| person.email.clone()).collect(),
        subject: format!("{} – {}", meeting.title, day_long(language, start.date())),
        text: blocks.join("\n\n") + "\n",
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;
    use couloir_core::workshop::Language;

    #[test]
    fn it_says_when_where_why_and_what_and_nothing_private() {
        let mut contents = fixture::workshop(Language::Fr);
        contents.people[0].email = "zoe@example.org".to_owned();
        contents.people[2].email = "prive@example.org".to_owned();
        let made = invitation(&contents, &contents.meetings[0].id).unwrap();
        assert_eq!(made.to, ["zoe@example.org"]);
        let plain = |text: &str| text.replace(['\u{a0}', '\u{202f}'], " ");
        assert_eq!(plain(&made.subject), "Qui porte quoi, et que nous devons-nous ? – lundi 23 novembre 2026");
        let said = plain(&made.text);
        for part in [
            "lundi 23 novembre 2026, 9 h – 12 h 50",
            "salle Atlas",
            "Chaque tâche a un rôle",
            "9:00  Accueil et cadre (10 min)",
            "10:25  Pause",
            "12:50",
        ] {
            assert!(said.contains(part), "{part} in {said}");
        }
        assert!(!made.text.contains("PRIVÉE") && !made.text.contains("invitation-"), "{}", made.text);
        contents.agenda_items.clear();
        assert!(invitation(&contents, &contents.meetings[0].id).unwrap().text.contains("12\u{a0}h\u{a0}50"));
        assert_eq!(invitation(&contents, &"x".into()).unwrap_err().code(), "data-unknown");
    }
}
