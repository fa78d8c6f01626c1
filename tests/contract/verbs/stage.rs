//! A workshop in which every command finds something to do.

use couloir_core::agenda::ItemEdit;
use couloir_core::contract::{Party, Side, Verdict};
use couloir_core::meeting::{LiveStep, MeetingId, Start};
use couloir_core::outcome::{OutcomeKind, ReferenceFrom, ReferenceTo};
use couloir_core::replica::LaptopName;
use couloir_core::role::RoleColor;
use couloir_core::tag::TagTarget;
use couloir_core::task::{Part, ServingTarget, TaskEdit};
use couloir_core::workshop::{Language, NewWorkshop, Template, WorkshopId};
use couloir_core::{Library, Millis};
use tempfile::TempDir;

/// Monday 23 November 2026, 8:00 in Paris.
pub const NOW: Millis = Millis(1_795_417_200_000);
/// The meeting that is being prepared.
pub const DRAFT: &str = "Brouillon";
const HOUR: i64 = 3_600_000;

/// A data folder with two workshops that hold the same rows under other ids.
pub struct Stage {
    pub folder: TempDir,
    pub library: Library,
    pub w: WorkshopId,
    pub other: WorkshopId,
}

impl Stage {
    /// With a meeting in progress, or with none.
    pub fn new(is_running: bool) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let earlier = Box::new(|| Millis(NOW.0 - HOUR));
        let mut library = Library::open(folder.path(), earlier).unwrap();
        let new = NewWorkshop { title: None, language: Language::Fr, time_zone: "Europe/Paris".to_owned() };
        let w = library.workshop_from_template(Template::Ajo, &new).unwrap().value;
        roles(&mut library, &w);
        contracts(&mut library, &w);
        let past = meeting(&mut library, &w, "Passée", NOW.0 - 3 * HOUR);
        run(&mut library, &w, &past);
        library.meeting_close(&w, &past, &[]).unwrap();
        let open = meeting(&mut library, &w, "Annoncée", NOW.0 + 48 * HOUR);
        library.meeting_open(&w, &open).unwrap();
        let draft = meeting(&mut library, &w, DRAFT, NOW.0 + 24 * HOUR);
        prepare(&mut library, &w, &draft);
        if is_running {
            let running = meeting(&mut library, &w, "En cours", NOW.0 - HOUR);
            run(&mut library, &w, &running);
        }
        let other = library.workshop_duplicate(&w, "Copie").unwrap().value;
        library.template_make(&w, "Modèle", None).unwrap();
        share(&mut library, &w);
        library.snapshot_take(&w, "Avant").unwrap();
        library.snapshot_take(&other, "Avant").unwrap();
        drop(library);
        let library = super::open(folder.path());
        Self { folder, library, w, other }
    }
}

fn roles(l: &mut Library, w: &WorkshopId) {
    let all = l.contents(w).unwrap();
    let (a, b) = (all.roles[0].id.clone(), all.roles[1].id.clone());
    let tasks = &all.tasks;
    let lea = l.person_add(w, "Léa").unwrap().value;
    l.holder_add(w, &a, &lea).unwrap();
    l.holder_add_new(w, &b, "Karim").unwrap();
    l.person_add(w, "Zoé").unwrap();
    let duty = l.responsibility_add(w, Some(&a), "Ouvrir les accès").unwrap().value;
    l.responsibility_add(w, None, "Tenir le planning").unwrap();
    l.responsibility_add(w, Some(&a), "Écrire la documentation").unwrap();
    l.slip_add(w, &a, Some(&a), "Suivre les envois").unwrap();
    l.slip_add(w, &b, Some(&a), "Suivre les envois de près").unwrap();
    l.slips_reveal(w).unwrap();
    l.slip_add(w, &b, None, "Former l’équipe").unwrap();
    l.skills_add(w, &a, &["SQL".to_owned(), "Écoute".to_owned()]).unwrap();
    l.typical_tasks_add(w, &b, &["Mesurer".to_owned(), "Nettoyer".to_owned()]).unwrap();
    let apart = tasks.iter().find(|task| task.role_id.as_ref() != Some(&b)).unwrap();
    l.involvement_set(w, &apart.id, &b, Some(Part::Consulted)).unwrap();
    l.task_depend(w, &tasks[20].id, &tasks[0].id).unwrap();
    l.tag_put(w, "urgent", &TagTarget::Task(tasks[0].id.clone())).unwrap();
    l.tag_put(w, "urgent", &TagTarget::Responsibility(duty)).unwrap();
    l.tag_put(w, "à revoir", &TagTarget::Contract(all.contracts[0].id.clone())).unwrap();
    l.serving_add(w, &tasks[0].id, &ServingTarget::Contract(all.contracts[0].id.clone())).unwrap();
    l.resource_add(w, Some(&a), "Guide", "https://exemple.fr/guide").unwrap();
    l.resource_add(w, None, "Glossaire", "").unwrap();
}

fn contracts(l: &mut Library, w: &WorkshopId) {
    let roles = l.contents(w).unwrap().roles;
    let (a, b) = (&roles[0].id, &roles[1].id);
    let mut matched = Vec::new();
    for words in ["Des accès", "Un rapport", "Une revue"] {
        let need = l.contract_add(w, a, b, Side::Need, words, false).unwrap().value;
        let offer = l.contract_add(w, a, b, Side::Offer, words, false).unwrap().value;
        l.contract_match(w, &need, &offer).unwrap();
        matched.push(need);
    }
    l.contract_confirm(w, &matched[0], Party::Both, None).unwrap();
    l.pulse_add(w, &matched[0], Verdict::Kept, "bien", None).unwrap();
    l.contract_dispute(w, &matched[1], "Trop tard").unwrap();
    for side in [Side::Need, Side::Offer] {
        l.contract_add(w, b, a, side, "Un schéma", false).unwrap();
        l.contract_add(w, b, a, side, "Caché", true).unwrap();
    }
    let dropped = l.contract_add(w, b, a, Side::Need, "Abandonné", false).unwrap().value;
    l.contract_drop(w, &dropped).unwrap();
}

/// Shares the workshop with another laptop, which gave a card another title meanwhile.
fn share(l: &mut Library, w: &WorkshopId) {
    let called = |name: &str| LaptopName { name: name.to_owned(), color: RoleColor::Teal };
    l.workshop_share(w, &called("Anne")).unwrap();
    let mut other = Library::in_memory(Box::new(|| NOW)).unwrap();
    other.workshop_receive(&l.workshop_document(w, &called("Anne")).unwrap(), &called("Bruno")).unwrap();
    let task = l.contents(w).unwrap().tasks[5].id.clone();
    l.task_edit(w, &task, TaskEdit::Title("Chez Anne".to_owned())).unwrap();
    other.task_edit(w, &task, TaskEdit::Title("Chez Bruno".to_owned())).unwrap();
    l.workshop_receive(&other.workshop_document(w, &called("Bruno")).unwrap(), &called("Anne")).unwrap();
}

fn meeting(l: &mut Library, w: &WorkshopId, title: &str, at: i64) -> MeetingId {
    let id = l.meeting_add(w, title, Millis(at), 50).unwrap().value;
    for minutes in [10, 15, 10, 10] {
        let item = l.agenda_item_add(w, &id, &format!("Point de {minutes}"), minutes * 60, None).unwrap().value;
        l.agenda_item_edit(w, &item, ItemEdit::LeastSeconds(300)).unwrap();
    }
    let buffer = l.agenda_item_add(w, &id, "Réserve", 300, None).unwrap().value;
    l.agenda_item_edit(w, &buffer, ItemEdit::Buffer(true)).unwrap();
    id
}

fn run(l: &mut Library, w: &WorkshopId, id: &MeetingId) {
    l.meeting_open(w, id).unwrap();
    l.meeting_start(w, id, Start::Now).unwrap();
    let all = l.contents(w).unwrap();
    let item = all.agenda_items.iter().find(|item| item.meeting_id == *id).unwrap().id.clone();
    for (person, is_present) in all.people.iter().zip([true, false]) {
        l.attendance_set(w, id, &person.id, true, is_present).unwrap();
    }
    l.floor_give(w, id, Some(&all.roles[0].id)).unwrap();
    l.outcome_add(w, id, Some(&item), OutcomeKind::Note, "Une note", false).unwrap();
    let decision = l.outcome_add(w, id, Some(&item), OutcomeKind::Decision, "On y va", false).unwrap().value;
    l.outcome_add(w, id, None, OutcomeKind::Action, "Écrire à Zoé", false).unwrap();
    let to = ReferenceTo::Task(all.tasks[1].id.clone());
    l.reference_add(w, ReferenceFrom::Outcome(decision), to).unwrap();
    l.live_step(w, id, &LiveStep::Next).unwrap();
}

fn prepare(l: &mut Library, w: &WorkshopId, draft: &MeetingId) {
    let all = l.contents(w).unwrap();
    let items: Vec<_> = all.agenda_items.iter().filter(|item| item.meeting_id == *draft).collect();
    let to = ReferenceTo::Task(all.tasks[2].id.clone());
    l.reference_add(w, ReferenceFrom::Item(items[0].id.clone()), to).unwrap();
    l.method_save(w, &items[0].id).unwrap();
    l.method_save(w, &items[1].id).unwrap();
    l.template_save(w, draft, "Modèle").unwrap();
    l.agenda_item_park(w, &items[2].id, "pas le temps").unwrap();
    l.backlog_add(w, None, "Un sujet", "attend").unwrap();
    l.series_add(w, draft, "RRULE:FREQ=WEEKLY").unwrap();
    let findings = l.findings(w).unwrap();
    l.finding_accept(w, &findings[0].key, "c’est ainsi").unwrap();
    l.finding_park(w, &findings[1].key, "À voir").unwrap();
}
