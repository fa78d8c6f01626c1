//! The rows of each table.

use std::collections::HashMap;

use couloir_core::contract::{Contract, ContractState, Mode, Verdict};
use couloir_core::meeting::MeetingStatus;
use couloir_core::outcome::OutcomeKind;
use couloir_core::task::{Part, TaskStatus};

use super::{Cell, Index, Noun};

/// Rows of the table of `noun`, in the order of the workshop.
pub(super) fn of(index: &Index<'_>, noun: Noun) -> Vec<Vec<Cell>> {
    match noun {
        Noun::Tasks => tasks(index),
        Noun::Roles => roles(index),
        Noun::People => people(index),
        Noun::Responsibilities => responsibilities(index),
        Noun::Steps => steps(index),
        Noun::Raci => raci(index),
        Noun::Contracts => contracts(index),
        Noun::Grid => grid(index),
        Noun::Meetings => meetings(index),
        Noun::Agenda => agenda(index),
        Noun::Outcomes => outcomes(index),
        Noun::Backlog => backlog(index),
        Noun::Resources => resources(index),
    }
}

fn number(value: i32) -> Cell {
    Cell::Number(value.into())
}

fn minutes(seconds: i32) -> Cell {
    Cell::Number((i64::from(seconds) + 30) / 60)
}

fn tasks(index: &Index<'_>) -> Vec<Vec<Cell>> {
    let contents = index.contents;
    let numbers: HashMap<_, _> = contents.tasks.iter().map(|task| (&task.id, task.number)).collect();
    let step_titles: HashMap<_, _> = contents.steps.iter().map(|step| (&step.id, &step.title)).collect();
    let mut needs: HashMap<_, Vec<String>> = HashMap::new();
    for dependency in &contents.task_dependencies {
        if let Some(number) = numbers.get(&dependency.needs_id) {
            needs.entry(&dependency.task_id).or_default().push(number.to_string());
        }
    }
    let row = |task: &couloir_core::task::Task| {
        vec![
            number(task.number),
            Cell::text(&task.title),
            Cell::text(&task.detail),
            Cell::text(index.letter(task.role_id.as_ref())),
            Cell::text(index.role_name(task.role_id.as_ref())),
            Cell::text(index.person_name(task.person_id.as_ref())),
            Cell::text(task.step_id.as_ref().and_then(|id| step_titles.get(id)).map_or("", |title| title.as_str())),
            Cell::text(index.say(status(task.status))),
            task.due_on.map_or(Cell::Empty, Cell::Day),
            Cell::text(needs.get(&task.id).map(|needs| needs.join(", ")).unwrap_or_default()),
            Cell::text(index.tags(task.id.as_str())),
            Cell::text(&task.notes),
        ]
    };
    let mut tasks: Vec<_> = contents.tasks.iter().collect();
    tasks.sort_by_key(|task| task.number);
    tasks.into_iter().map(row).collect()
}

fn roles(index: &Index<'_>) -> Vec<Vec<Cell>> {
    let contents = index.contents;
    let row = |role: &couloir_core::role::Role| {
        let skills: Vec<_> = contents.skills.iter().filter(|s| s.role_id == role.id).map(|s| s.name.as_str()).collect();
        let typical: Vec<_> =
            contents.typical_tasks.iter().filter(|t| t.role_id == role.id).map(|t| t.title.as_str()).collect();
        let open = contents
            .tasks
            .iter()
            .filter(|task| task.role_id.as_ref() == Some(&role.id) && task.status != TaskStatus::Done);
        vec![
            Cell::text(&role.letter),
            Cell::text(&role.name),
            Cell::text(&role.mandate),
            Cell::text(skills.join("\n")),
            Cell::text(typical.join("\n")),
            Cell::text(&role.first_step),
            Cell::text(index.holders(&role.id).join("\n")),
            Cell::Number(open.count() as i64),
        ]
    };
    contents.roles.iter().map(row).collect()
}

fn people(index: &Index<'_>) -> Vec<Vec<Cell>> {
    let contents = index.contents;
    let row = |person: &couloir_core::person::Person| {
        let held = contents.role_holders.iter().filter(|held| held.person_id == person.id);
        let roles: Vec<_> = held.map(|held| index.role_name(Some(&held.role_id))).collect();
        vec![
            Cell::text(&person.name),
            Cell::text(&person.organisation),
            Cell::text(if index.includes_private { person.email.as_str() } else { "" }),
            Cell::text(roles.join("\n")),
        ]
    };
    contents.people.iter().filter(|person| index.includes_private || !person.is_private).map(row).collect()
}

fn responsibilities(index: &Index<'_>) -> Vec<Vec<Cell>> {
    let row = |responsibility: &couloir_core::responsibility::Responsibility| {
        vec![
            Cell::text(index.letter(responsibility.role_id.as_ref())),
            Cell::text(index.role_name(responsibility.role_id.as_ref())),
            Cell::text(&responsibility.title),
            Cell::text(&responsibility.detail),
            Cell::text(index.tags(responsibility.id.as_str())),
        ]
    };
    index.contents.responsibilities.iter().map(row).collect()
}

fn steps(index: &Index<'_>) -> Vec<Vec<Cell>> {
    let contents = index.contents;
    let places: HashMap<_, _> = contents.steps.iter().enumerate().map(|(at, step)| (&step.id, at + 1)).collect();
    let row = |(at, step): (usize, &couloir_core::step::Step)| {
        let mut needs: Vec<_> = contents.step_dependencies.iter().filter(|d| d.step_id == step.id).collect();
        needs.sort_by_key(|dependency| places.get(&dependency.needs_id));
        let needs: Vec<_> =
            needs.iter().filter_map(|d| places.get(&d.needs_id)).map(|place| place.to_string()).collect();
        vec![
            Cell::Number(at as i64 + 1),
            Cell::text(&step.title),
            Cell::text(index.letter(step.role_id.as_ref())),
            Cell::text(index.role_name(step.role_id.as_ref())),
            Cell::text(needs.join(", ")),
            Cell::text(&step.detail),
        ]
    };
    contents.steps.iter().enumerate().map(row).collect()
}

fn raci(index: &Index<'_>) -> Vec<Vec<Cell>> {
    let contents = index.contents;
    let parts: HashMap<_, _> =
        contents.involvements.iter().map(|i| ((i.task_id.as_str(), i.role_id.as_str()), i.part)).collect();
    let mut tasks: Vec<_> = contents.tasks.iter().collect();
    tasks.sort_by_key(|task| task.number);
    let row = |task: &couloir_core::task::Task| {
        let mut row = vec![number(task.number), Cell::text(&task.title)];
        row.extend(contents.roles.iter().map(|role| {
            let part = parts.get(&(task.id.as_str(), role.id.as_str()));
            if task.role_id.as_ref() == Some(&role.id) {
                // The lane owner answers for the task, and often does it too.
                return Cell::text(if part == Some(&Part::Responsible) { "A/R" } else { "A" });
            }
            Cell::text(match part {
                Some(Part::Responsible) => "R",
                Some(Part::Consulted) => "C",
                Some(Part::Informed) => "I",
                None => "",
            })
        }));
        row
    };
    tasks.into_iter().map(row).collect()
}

fn contracts(index: &Index<'_>) -> Vec<Vec<Cell>> {
    let contents = index.contents;
    let row = |line: &Contract| {
        let mut pulses: Vec<_> = contents.pulses.iter().filter(|pulse| pulse.contract_id == line.id).collect();
        pulses.sort_by_key(|pulse| pulse.taken_at);
        let pulses: Vec<_> = pulses.iter().map(|pulse| index.say(verdict(pulse.verdict))).collect();
        vec![
            Cell::text(index.role_name(Some(&line.giver_id))),
            Cell::text(index.role_name(Some(&line.receiver_id))),
            Cell::text(line.offer.clone().unwrap_or_default()),
            Cell::text(line.need.clone().unwrap_or_default()),
            Cell::text(index.say(state(line.state))),
            Cell::text(line.mode.map(|m| index.say(mode(m))).unwrap_or_default()),
            Cell::text(&line.cadence),
            Cell::text(&line.fulfilment),
            line.review_on.map_or(Cell::Empty, Cell::Day),
            line.giver_agreed_on.map_or(Cell::Empty, Cell::Day),
            line.receiver_agreed_on.map_or(Cell::Empty, Cell::Day),
            Cell::text(&line.dispute),
            Cell::text(pulses.join(", ")),
        ]
    };
    // Lines of a blind entry are nobody's to read before they are revealed.
    contents.contracts.iter().filter(|line| line.is_revealed).map(row).collect()
}

fn grid(index: &Index<'_>) -> Vec<Vec<Cell>> {
    let contents = index.contents;
    let row = |giver: &couloir_core::role::Role| {
        let mut row = vec![Cell::text(format!("{} {}", giver.letter, giver.name).trim())];
        row.extend(contents.roles.iter().map(|receiver| {
            let lines = contents.contracts.iter().filter(|line| {
                line.giver_id == giver.id && line.receiver_id == receiver.id && line.state != ContractState::Dropped
            });
            let (all, agreed) = lines
                .filter(|line| line.is_revealed)
                .fold((0, 0), |(all, agreed), line| (all + 1, agreed + i32::from(line.state == ContractState::Agreed)));
            // Not "1/2", which a spreadsheet would take for a date.
            if all == 0 { Cell::Empty } else { Cell::Text(format!("{agreed} / {all}")) }
        }));
        row
    };
    contents.roles.iter().map(row).collect()
}

fn meetings(index: &Index<'_>) -> Vec<Vec<Cell>> {
    let contents = index.contents;
    let row = |meeting: &couloir_core::meeting::Meeting| {
        let series = contents.series.iter().find(|series| Some(&series.id) == meeting.series_id.as_ref());
        let present = contents.attendees.iter().filter(|a| a.meeting_id == meeting.id && a.is_present);
        let present: Vec<_> =
            present.map(|a| index.person_name(Some(&a.person_id))).filter(|name| !name.is_empty()).collect();
        vec![
            Cell::text(&meeting.title),
            Cell::Moment(index.local(meeting.starts_at, &meeting.time_zone)),
            number(meeting.planned_minutes),
            Cell::text(index.say(meeting_status(meeting.status))),
            Cell::text(series.map_or("", |series| series.title.as_str())),
            Cell::text(&meeting.place),
            Cell::text(&meeting.goal),
            Cell::text(&meeting.bring),
            Cell::text(present.join("\n")),
        ]
    };
    let mut meetings: Vec<_> = contents.meetings.iter().filter(|meeting| !meeting.is_template).collect();
    meetings.sort_by_key(|meeting| meeting.starts_at);
    meetings.into_iter().map(row).collect()
}

fn agenda(index: &Index<'_>) -> Vec<Vec<Cell>> {
    let contents = index.contents;
    let mut rows = Vec::new();
    let mut meetings: Vec<_> = contents.meetings.iter().filter(|meeting| !meeting.is_template).collect();
    meetings.sort_by_key(|meeting| meeting.starts_at);
    for meeting in meetings {
        let items = contents.agenda_items.iter().filter(|item| item.meeting_id == meeting.id);
        for (at, item) in items.enumerate() {
            let presenter = [
                item.presenter.clone(),
                index.role_name(item.presenter_role_id.as_ref()),
                index.person_name(item.presenter_person_id.as_ref()),
            ];
            let presenter: Vec<_> = presenter.into_iter().filter(|name| !name.is_empty()).collect();
            rows.push(vec![
                Cell::text(&meeting.title),
                Cell::Number(at as i64 + 1),
                Cell::text(&item.title),
                Cell::text(&item.detail),
                Cell::text(index.say(kind(item.kind))),
                Cell::text(presenter.join(", ")),
                minutes(item.seconds),
                minutes(item.least_seconds),
                Cell::text(&item.goal),
                Cell::text(&item.method),
                Cell::text(&item.materials),
            ]);
        }
    }
    rows
}

fn outcomes(index: &Index<'_>) -> Vec<Vec<Cell>> {
    let contents = index.contents;
    let row = |outcome: &couloir_core::outcome::Outcome| {
        let meeting = contents.meetings.iter().find(|meeting| meeting.id == outcome.meeting_id);
        let item = contents.agenda_items.iter().find(|item| Some(&item.id) == outcome.item_id.as_ref());
        let owner =
            [index.role_name(outcome.owner_role_id.as_ref()), index.person_name(outcome.owner_person_id.as_ref())];
        let owner: Vec<_> = owner.into_iter().filter(|name| !name.is_empty()).collect();
        let zone = meeting.map_or(contents.workshop.time_zone.as_str(), |meeting| meeting.time_zone.as_str());
        vec![
            Cell::text(meeting.map_or("", |meeting| meeting.title.as_str())),
            Cell::text(item.map_or("", |item| item.title.as_str())),
            Cell::text(index.say(outcome_kind(outcome.kind))),
            Cell::text(&outcome.body),
            Cell::text(&outcome.proposer),
            Cell::text(&outcome.tally),
            Cell::text(&outcome.objections),
            Cell::text(owner.join(", ")),
            outcome.due_on.map_or(Cell::Empty, Cell::Day),
            outcome.done_at.map_or(Cell::Empty, |at| Cell::Moment(index.local(at, zone))),
        ]
    };
    contents.outcomes.iter().filter(|outcome| index.includes_private || !outcome.is_private).map(row).collect()
}

fn backlog(index: &Index<'_>) -> Vec<Vec<Cell>> {
    let row = |item: &couloir_core::backlog::BacklogItem| {
        vec![
            Cell::text(&item.title),
            Cell::text(&item.detail),
            Cell::text(&item.reason),
            minutes(item.seconds),
            Cell::Day(index.local(item.created_at, &index.contents.workshop.time_zone).date()),
        ]
    };
    index.contents.backlog_items.iter().map(row).collect()
}

fn resources(index: &Index<'_>) -> Vec<Vec<Cell>> {
    let row = |resource: &couloir_core::resource::Resource| {
        vec![
            Cell::text(&resource.heading),
            Cell::text(&resource.title),
            Cell::text(&resource.url),
            Cell::text(&resource.detail),
            Cell::text(index.role_name(resource.role_id.as_ref())),
        ]
    };
    index.contents.resources.iter().map(row).collect()
}

/// Message of a task's status.
pub(crate) fn status(status: TaskStatus) -> &'static str {
    match status {
        TaskStatus::Todo => "status-todo",
        TaskStatus::Doing => "status-doing",
        TaskStatus::Blocked => "status-blocked",
        TaskStatus::Done => "status-done",
    }
}

/// Message of a contract's state.
pub(crate) fn state(state: ContractState) -> &'static str {
    match state {
        ContractState::Asked => "contract-state-asked",
        ContractState::Offered => "contract-state-offered",
        ContractState::Matched => "contract-state-matched",
        ContractState::Agreed => "contract-state-agreed",
        ContractState::Disputed => "contract-state-disputed",
        ContractState::Dropped => "contract-state-dropped",
    }
}

/// Message of a contract's interaction mode.
pub(crate) fn mode(mode: Mode) -> &'static str {
    match mode {
        Mode::Collaboration => "contract-mode-collaboration",
        Mode::AsAService => "contract-mode-as-a-service",
        Mode::Facilitation => "contract-mode-facilitation",
        Mode::Approval => "contract-mode-approval",
    }
}

fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Kept => "table-verdict-kept",
        Verdict::NotKept => "table-verdict-not-kept",
        Verdict::NotNeeded => "table-verdict-not-needed",
    }
}

fn meeting_status(status: MeetingStatus) -> &'static str {
    match status {
        MeetingStatus::Draft => "meeting-status-draft",
        MeetingStatus::Open => "meeting-status-open",
        MeetingStatus::InProgress => "meeting-status-in_progress",
        MeetingStatus::Closed => "meeting-status-closed",
    }
}

fn outcome_kind(kind: OutcomeKind) -> &'static str {
    match kind {
        OutcomeKind::Note => "table-outcome-note",
        OutcomeKind::Decision => "table-outcome-decision",
        OutcomeKind::Action => "table-outcome-action",
    }
}

fn kind(kind: couloir_core::agenda::ItemKind) -> &'static str {
    use couloir_core::agenda::ItemKind;
    match kind {
        ItemKind::Frame => "table-kind-frame",
        ItemKind::Work => "table-kind-work",
        ItemKind::Silent => "table-kind-silent",
        ItemKind::Pairs => "table-kind-pairs",
        ItemKind::Plenary => "table-kind-plenary",
        ItemKind::Decide => "table-kind-decide",
        ItemKind::Break => "table-kind-break",
        ItemKind::Close => "table-kind-close",
    }
}
