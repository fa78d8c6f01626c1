//! One line a command: the verb of the core behind it.

use couloir_core::agenda::BuiltinAgenda;
use couloir_core::outcome::{ReferenceFrom, ReferenceTo};
use couloir_core::replica::Settlement;
use couloir_core::workshop::{Language, NewWorkshop, Shelf, Template, WorkshopId};
use couloir_core::{Committed, Error, Library, Patch, Result};
use serde_json::json;

use super::hand::Arguments;

fn new(title: Option<String>, language: Language) -> NewWorkshop {
    NewWorkshop { title, language, time_zone: "Europe/Paris".to_owned() }
}

/// One of the user's templates; where there is none, a workshop, which is refused.
fn own_template(l: &Library, w: &WorkshopId) -> WorkshopId {
    let first = l.own_templates().ok().and_then(|own| own.into_iter().next());
    first.map_or_else(|| w.clone(), |own| own.id)
}

/// What a command changed; nothing when there is no line for it.
pub fn run(l: &mut Library, w: &WorkshopId, command: &str, a: &Arguments) -> Option<Result<Patch>> {
    fn patch<T>(committed: Result<Committed<T>>) -> Option<Result<Patch>> {
        Some(committed.map(|committed| committed.patch))
    }
    macro_rules! opt {
        ($name:literal) => {
            a.get::<Option<_>>($name).as_ref()
        };
    }
    macro_rules! many {
        ($name:literal) => {
            &a.get::<Vec<_>>($name)
        };
    }
    match command {
        "import_take" | "forms_take" => {
            let title = if command == "import_take" { a.text("title") } else { "Retour".to_owned() };
            let rows = json!({
                "format": "couloir", "version": 1, "workshop": {"id": "x"},
                "roles": [{"id": "q", "name": &title}],
                "tasks": [{"title": title, "role_id": "q"}, {"title": "Seule"}],
                "contracts": [{"giver_id": "q", "receiver_id": l.contents(w).ok()?.roles.first()?.id, "need": "Des accès"}],
            });
            patch(l.workshop_import(w, rows.as_object()?.clone()))
        }
        "backup_restore_workshop" => {
            // A copy in which the workshop once had another title.
            let folder = tempfile::tempdir().ok()?;
            let copy = folder.path().join("copy.db");
            l.save_copy(&copy).ok()?;
            let kept = rusqlite::Connection::open(&copy).ok()?;
            kept.execute("UPDATE workshop SET title = title || ' (avant)'", []).ok()?;
            drop(kept);
            patch(l.restore_workshop(&copy, w))
        }
        "conflict_settle" => {
            // The other one of two versions.
            let found = l.conflicts(w).ok()?.into_iter().find(|one| one.values.len() > 1 && one.column.is_some());
            let Some(found) = found else {
                return Some(Err(Error::NotFound { kind: "conflict", id: String::new() }));
            };
            let raw = found.values[1].raw.clone();
            patch(l.conflict_settle(w, &found, &Settlement::Take { raw }))
        }
        "undo" => patch(l.undo(Some(w))),
        "redo" => patch(l.redo(Some(w))),
        "meeting_from_builtin" => {
            let agenda = BuiltinAgenda::from_id(&a.text("agenda"))?;
            patch(l.meeting_from_builtin(w, agenda, a.get("day"), a.get("minute")))
        }
        "meeting_add" => patch(l.meeting_add(w, &a.text("title"), a.get("startsAt"), a.get("plannedMinutes"))),
        "meeting_edit" => patch(l.meeting_edit(w, &a.get("id"), a.get("edit"))),
        "meeting_reschedule" => patch(l.meeting_reschedule(w, &a.get("id"), a.get("day"), a.get("minute"))),
        "meeting_duplicate" => patch(l.meeting_duplicate(w, &a.get("id"))),
        "meeting_delete" => patch(l.meeting_delete(w, &a.get("id"))),
        "method_save" => patch(l.method_save(w, &a.get("itemId"))),
        "method_insert" => patch(l.method_insert(w, &a.get("meetingId"), &a.get("id"), opt!("before"))),
        "method_rename" => patch(l.method_rename(w, &a.get("id"), &a.text("title"))),
        "method_delete" => patch(l.method_delete(w, &a.get("id"))),
        "agenda_item_split" => patch(l.agenda_item_split(w, &a.get("id"))),
        "template_save" => patch(l.template_save(w, &a.get("meetingId"), &a.text("title"))),
        "meeting_from_template" => {
            patch(l.meeting_from_template(w, &a.get("templateId"), a.get("day"), a.get("minute")))
        }
        "agenda_item_add" => {
            let (title, seconds) = (a.text("title"), a.get("seconds"));
            patch(l.agenda_item_add(w, &a.get("meetingId"), &title, seconds, opt!("before")))
        }
        "agenda_item_edit" => patch(l.agenda_item_edit(w, &a.get("id"), a.get("edit"))),
        "agenda_item_move" => patch(l.agenda_item_move(w, &a.get("id"), opt!("before"))),
        "agenda_item_duplicate" => patch(l.agenda_item_duplicate(w, &a.get("id"))),
        "agenda_item_delete" => patch(l.agenda_item_delete(w, &a.get("id"))),
        "agenda_prepare_take" => patch(l.agenda_prepare_take(w, &a.get("meetingId"), many!("chosen"), many!("parked"))),
        "snapshot_take" => patch(l.snapshot_take(w, &a.text("name"))),
        "snapshot_rename" => patch(l.snapshot_rename(w, &a.get("id"), &a.text("name"))),
        "snapshot_delete" => patch(l.snapshot_delete(w, &a.get("id"))),
        "involvement_set" => patch(l.involvement_set(w, &a.get("taskId"), &a.get("roleId"), a.get("part"))),
        "finding_accept" => patch(l.finding_accept(w, &a.text("key"), &a.text("reason"))),
        "finding_reopen" => patch(l.finding_reopen(w, &a.text("key"))),
        "finding_park" => patch(l.finding_park(w, &a.text("key"), "Point")),
        "finding_discuss" => patch(l.finding_discuss(w, &a.text("key"), "Point")),
        "findings_accept" => patch(l.findings_accept(w, many!("keys"), &a.text("reason"))),
        "findings_park" => patch(l.findings_park(w, many!("keys"), "Points")),
        "findings_discuss" => patch(l.findings_discuss(w, many!("keys"), "Points")),
        "step_add" => patch(l.step_add(w, &a.text("title"), opt!("lead"), many!("after"))),
        "step_edit" => patch(l.step_edit(w, &a.get("id"), a.get("edit"))),
        "step_move" => patch(l.step_move(w, &a.get("id"), opt!("before"))),
        "step_delete" => patch(l.step_delete(w, &a.get("id"))),
        "step_depend" if a.get("depends") => patch(l.step_depend(w, &a.get("id"), &a.get("needs"))),
        "step_depend" => patch(l.step_undepend(w, &a.get("id"), &a.get("needs"))),
        "task_depend" if a.get("depends") => patch(l.task_depend(w, &a.get("id"), &a.get("needs"))),
        "task_depend" => patch(l.task_undepend(w, &a.get("id"), &a.get("needs"))),
        "role_add" => patch(l.role_add(w, &a.text("name"))),
        "role_edit" => patch(l.role_edit(w, &a.get("id"), a.get("edit"))),
        "role_move" => patch(l.role_move(w, &a.get("id"), opt!("before"))),
        "role_delete" => patch(l.role_delete(w, &a.get("id"))),
        "role_merge" => patch(l.role_merge(w, &a.get("from"), &a.get("into"))),
        "skills_add" => patch(l.skills_add(w, &a.get("role"), many!("names"))),
        "skill_edit" => patch(l.skill_edit(w, &a.get("id"), &a.text("name"))),
        "skill_delete" => patch(l.skill_delete(w, &a.get("id"))),
        "typical_tasks_add" => patch(l.typical_tasks_add(w, &a.get("role"), many!("titles"))),
        "typical_task_edit" => patch(l.typical_task_edit(w, &a.get("id"), &a.text("title"))),
        "typical_task_delete" => patch(l.typical_task_delete(w, &a.get("id"))),
        "task_add" => patch(l.task_add(w, opt!("lane"), &a.get("column"), &a.text("title"), &a.text("detail"))),
        "task_edit" => patch(l.task_edit(w, &a.get("id"), a.get("edit"))),
        "task_move" => patch(l.task_move(w, many!("ids"), opt!("lane"), &a.get("column"), opt!("before"))),
        "task_delete" => patch(l.task_delete(w, many!("ids"))),
        "task_set" => patch(l.task_set(w, many!("ids"), &a.get("set"))),
        "task_paste" => patch(l.task_paste(w, opt!("lane"), &a.get("column"), &a.text("text"))),
        "task_duplicate" => patch(l.task_duplicate(w, many!("ids"))),
        "serving_add" => patch(l.serving_add(w, &a.get("taskId"), &a.get("target"))),
        "serving_delete" => patch(l.serving_delete(w, &a.get("id"))),
        "wall_move" => patch(l.wall_move(w, &a.text("text"))),
        "contract_add" => {
            let line: serde_json::Value = a.get("line");
            let of = |name: &str| line[name].as_str().unwrap_or_default().to_owned();
            let side = serde_json::from_value(line["side"].clone()).ok()?;
            let (giver, receiver) = (of("giver").as_str().into(), of("receiver").as_str().into());
            let is_blind = line["is_blind"].as_bool().unwrap_or_default();
            patch(l.contract_add(w, &giver, &receiver, side, &of("words"), is_blind))
        }
        "contract_edit" => patch(l.contract_edit(w, &a.get("id"), a.get("edit"))),
        "contract_match" => patch(l.contract_match(w, &a.get("need"), &a.get("offer"))),
        "contract_unmatch" => patch(l.contract_unmatch(w, &a.get("id"))),
        "contract_confirm" => patch(l.contract_confirm(w, &a.get("id"), a.get("party"), a.get("day"))),
        "contract_withdraw" => patch(l.contract_withdraw(w, &a.get("id"), a.get("party"))),
        "contract_dispute" => patch(l.contract_dispute(w, &a.get("id"), &a.text("reason"))),
        "contract_settle" => patch(l.contract_settle(w, &a.get("id"))),
        "contract_drop" => patch(l.contract_drop(w, &a.get("id"))),
        "contract_restore" => patch(l.contract_restore(w, &a.get("id"))),
        "contract_delete" => patch(l.contract_delete(w, &a.get("id"))),
        "contracts_reveal" => patch(l.contracts_reveal(w)),
        "pulse_add" => patch(l.pulse_add(w, &a.get("contract"), a.get("verdict"), &a.text("note"), opt!("meeting"))),
        "pulse_delete" => patch(l.pulse_delete(w, &a.get("id"))),
        "person_add" => patch(l.person_add(w, &a.text("name"))),
        "person_edit" => patch(l.person_edit(w, &a.get("id"), a.get("edit"))),
        "person_delete" => patch(l.person_delete(w, &a.get("id"))),
        "holder_add" => patch(l.holder_add(w, &a.get("role"), &a.get("person"))),
        "holder_add_new" => patch(l.holder_add_new(w, &a.get("role"), &a.text("name"))),
        "holder_remove" => patch(l.holder_remove(w, &a.get("id"))),
        "resource_add" => patch(l.resource_add(w, opt!("role"), &a.text("title"), &a.text("url"))),
        "resource_add_to_task" => patch(l.resource_add_to_task(w, &a.get("task"), &a.text("title"), &a.text("url"))),
        "resource_edit" => patch(l.resource_edit(w, &a.get("id"), a.get("edit"))),
        "resource_delete" => patch(l.resource_delete(w, &a.get("id"))),
        "responsibility_add" => patch(l.responsibility_add(w, opt!("role"), &a.text("title"))),
        "responsibility_edit" => patch(l.responsibility_edit(w, &a.get("id"), a.get("edit"))),
        "responsibility_move" => patch(l.responsibility_move(w, &a.get("id"), opt!("role"), opt!("before"))),
        "responsibility_delete" => patch(l.responsibility_delete(w, &a.get("id"))),
        "slip_add" => patch(l.slip_add(w, &a.get("author"), opt!("role"), &a.text("title"))),
        "slip_edit" => patch(l.slip_edit(w, &a.get("id"), &a.text("title"))),
        "slip_delete" => patch(l.slip_delete(w, &a.get("id"))),
        "slips_reveal" => patch(l.slips_reveal(w)),
        "slips_merge" => patch(l.slips_merge(w, many!("slips"), opt!("role"), &a.text("title"), opt!("existing"))),
        "tag_put" => patch(l.tag_put(w, &a.text("name"), &a.get("target"))),
        "tag_put_on" => patch(l.tag_put_on(w, &a.text("name"), many!("targets"))),
        "tagging_delete" => patch(l.tagging_delete(w, &a.get("id"))),
        "tag_add" => patch(l.tag_add(w, &a.text("name"))),
        "tag_edit" => patch(l.tag_edit(w, &a.get("id"), a.get("edit"))),
        "tag_delete" => patch(l.tag_delete(w, &a.get("id"))),
        "meeting_open" => patch(l.meeting_open(w, &a.get("id"))),
        "meeting_to_draft" => patch(l.meeting_to_draft(w, &a.get("id"))),
        "meeting_start" => patch(l.meeting_start(w, &a.get("id"), a.get("start"))),
        "meeting_close" => patch(l.meeting_close(w, &a.get("id"), many!("fates"))),
        "meeting_reopen" => patch(l.meeting_reopen(w, &a.get("id"))),
        "minutes_confirm" => patch(l.minutes_confirm(w, &a.get("id"), a.get("confirmed"))),
        "live_step" => patch(l.live_step(w, &a.get("id"), &a.get("step"))),
        "live_extend" => patch(l.live_extend(w, &a.get("id"), a.get("seconds"))),
        "live_pause" => patch(l.live_pause(w, &a.get("id"), a.get("pause"))),
        "overrun_take" => patch(l.overrun_take(w, &a.get("id"), &a.get("way"))),
        "attendance_set" => {
            let (meeting, person) = (a.get("meetingId"), a.get("personId"));
            patch(l.attendance_set(w, &meeting, &person, a.get("isInvited"), a.get("isPresent")))
        }
        "floor_give" => patch(l.floor_give(w, &a.get("meetingId"), opt!("roleId"))),
        "item_move_to_next" => patch(l.item_move_to_next(w, &a.get("id"))),
        "item_duplicate_to_next" => patch(l.item_duplicate_to_next(w, &a.get("id"))),
        "outcome_add" => patch(l.outcome_enter(w, &a.get("meetingId"), a.get("entry"))),
        "outcome_edit" => patch(l.outcome_edit(w, &a.get("id"), a.get("edit"))),
        "outcome_delete" => patch(l.outcome_delete(w, &a.get("id"))),
        "action_to_task" => patch(l.action_to_task(w, &a.get("id"))),
        "reference_add" => patch(l.reference_add(w, a.get::<ReferenceFrom>("from"), a.get::<ReferenceTo>("to"))),
        "reference_delete" => patch(l.reference_delete(w, &a.get("id"))),
        "backlog_add" => patch(l.backlog_add(w, opt!("seriesId"), &a.text("title"), &a.text("reason"))),
        "backlog_add_all" => patch(l.backlog_add_all(w, opt!("seriesId"), many!("titles"), &a.text("reason"))),
        "backlog_edit" => patch(l.backlog_edit(w, &a.get("id"), a.get("edit"))),
        "backlog_delete" => patch(l.backlog_delete(w, &a.get("id"))),
        "backlog_schedule" => patch(l.backlog_schedule(w, &a.get("id"), &a.get("meetingId"), opt!("before"))),
        "agenda_item_park" => patch(l.agenda_item_park(w, &a.get("id"), &a.text("reason"))),
        "series_add" => patch(l.series_add(w, &a.get("meetingId"), &a.text("recurrence"))),
        "series_edit" => patch(l.series_edit(w, &a.get("id"), a.get("edit"))),
        "series_delete" => patch(l.series_delete(w, &a.get("id"))),
        "series_next" => patch(l.series_next(w, &a.get("id"))),
        "workshop_create" => patch(l.workshop_create(&new(Some(a.text("title")), a.get("language")))),
        "workshop_from_template" => {
            patch(l.workshop_from_template(a.get::<Template>("template"), &new(None, a.get("language"))))
        }
        "workshop_from_own_template" => {
            patch(l.workshop_from_own_template(&own_template(l, w), &new(a.get("title"), Language::Fr)))
        }
        "template_make" => patch(l.template_make(w, &a.text("title"), Some(&a.text("purpose")))),
        "template_delete" => patch(l.template_delete(&own_template(l, w))),
        "import_keep_template" => {
            let mut archive = Template::Event.archive(Language::Fr).ok()?;
            archive.get_mut("workshop")?.as_object_mut()?.insert("is_template".to_owned(), true.into());
            patch(l.template_take(archive))
        }
        "workshop_duplicate" => patch(l.workshop_duplicate(w, &a.text("title"))),
        "workshop_rename" => patch(l.workshop_rename(w, &a.text("title"))),
        "workshop_shelve" => patch(l.workshop_shelve(w, a.get::<Shelf>("shelf"))),
        "workshop_delete" => patch(l.workshop_delete(w)),
        "workshop_edit" => patch(l.workshop_edit(w, a.get("edit"))),
        _ => None,
    }
}
