//! What the columns of a table mean, told by their titles in French and English.

use std::sync::LazyLock;

use couloir_core::analysis::wording::Wording;
use couloir_messages::{Language, text};
use serde::{Deserialize, Serialize};
use specta::Type;

/// What a column means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case", tag = "meaning", content = "role")]
pub enum Meaning {
    /// It is not taken over.
    Left,
    Number,
    Task,
    Detail,
    Notes,
    Step,
    Status,
    /// Numbers of tasks (or places of steps) that come before.
    Needs,
    Role,
    Letter,
    Mandate,
    Skills,
    TypicalTasks,
    FirstStep,
    Person,
    Organisation,
    Email,
    /// Roles of a person, or people of a role.
    Holders,
    Responsibility,
    Giver,
    Receiver,
    Offer,
    Need,
    Mode,
    Cadence,
    Fulfilment,
    Resource,
    Url,
    Heading,
    /// A role's letters `R`, `A`, `C`, `I` in each task.
    Part(String),
}

/// Titles that Couloir itself writes, by the keys of its messages.
const OWN: &[(&str, Meaning)] = &[
    ("number", Meaning::Number),
    ("task", Meaning::Task),
    ("detail", Meaning::Detail),
    ("notes", Meaning::Notes),
    ("step", Meaning::Step),
    ("status", Meaning::Status),
    ("needs", Meaning::Needs),
    ("role", Meaning::Role),
    ("letter", Meaning::Letter),
    ("mandate", Meaning::Mandate),
    ("skills", Meaning::Skills),
    ("typical-tasks", Meaning::TypicalTasks),
    ("first-step", Meaning::FirstStep),
    ("person", Meaning::Person),
    ("organisation", Meaning::Organisation),
    ("email", Meaning::Email),
    ("holders", Meaning::Holders),
    ("responsibility", Meaning::Responsibility),
    ("giver", Meaning::Giver),
    ("receiver", Meaning::Receiver),
    ("offer", Meaning::Offer),
    ("need", Meaning::Need),
    ("mode", Meaning::Mode),
    ("cadence", Meaning::Cadence),
    ("fulfilment", Meaning::Fulfilment),
    ("resource", Meaning::Resource),
    ("url", Meaning::Url),
    ("heading", Meaning::Heading),
];

/// Other usual titles. The first that fits counts.
const USUAL: &[(&[&str], Meaning)] = &[
    (&["typical tasks", "usual tasks", "tâches standard", "tâches types", "tâches courantes"], Meaning::TypicalTasks),
    (
        &["skill", "key skills", "competences", "compétence", "compétences principales", "compétences clés"],
        Meaning::Skills,
    ),
    (
        &[
            "mission",
            "mandat",
            "purpose",
            "raison d'être",
            "responsabilités principales",
            "main responsibilities",
            "key responsibilities",
            "primary responsibilities",
        ],
        Meaning::Mandate,
    ),
    (
        &[
            "tâche",
            "tâches",
            "tasks",
            "activité",
            "activités",
            "activity",
            "activities",
            "action",
            "to do",
            "todo",
            "titre",
            "title",
            "intitulé",
            "carte",
            "card",
            "livrable",
            "deliverable",
        ],
        Meaning::Task,
    ),
    (
        &[
            "rôles",
            "roles",
            "fonction",
            "function",
            "rol",
            "rolle",
            "ruolo",
            "responsable",
            "owner",
            "porteur",
            "porteuse",
            "assigned to",
            "assigné à",
            "équipe",
            "team",
        ],
        Meaning::Role,
    ),
    (&["responsabilités", "responsibilities", "duty", "duties"], Meaning::Responsibility),
    (&["numéro", "nº", "n", "#", "id", "num", "no"], Meaning::Number),
    (&["description", "détails", "details", "précision"], Meaning::Detail),
    (&["note", "commentaire", "commentaires", "comment", "comments", "remarque", "remarques"], Meaning::Notes),
    (&["étapes", "phase", "phases", "stage", "steps", "jalon"], Meaning::Step),
    (&["statut", "avancement", "state", "progress"], Meaning::Status),
    (
        &["dépend de", "dépendances", "depends on", "dependencies", "after", "après", "prérequis", "needs"],
        Meaning::Needs,
    ),
    (&["lettre", "letter", "code"], Meaning::Letter),
    (&["première étape", "premiers pas", "start with", "commencez par"], Meaning::FirstStep),
    (&["nom", "name", "personnes", "people", "prénom", "participant", "participante", "participants"], Meaning::Person),
    (&["entreprise", "société", "company", "organization", "service", "department"], Meaning::Organisation),
    (&["courriel", "mail", "email", "adresse e-mail", "adresse"], Meaning::Email),
    (&["titulaire", "holder"], Meaning::Holders),
    (&["donneur", "de", "from", "giver", "fournisseur", "provider", "supplier"], Meaning::Giver),
    (&["à", "vers", "to", "receiver", "destinataire", "client", "customer", "pour qui"], Meaning::Receiver),
    (&["offres", "offers", "donne à", "fournit"], Meaning::Offer),
    (&["besoins", "needs from", "demande", "attente", "attentes", "expectation", "expectations"], Meaning::Need),
    (&["cadence", "rythme", "trigger", "déclencheur", "fréquence", "frequency"], Meaning::Cadence),
    (&["lien", "liens", "url", "link", "links", "adresse web"], Meaning::Url),
    (&["ressources", "resources", "document", "documents"], Meaning::Resource),
];

/// Every known title with its words.
static TITLES: LazyLock<Vec<(Wording, Meaning)>> = LazyLock::new(|| {
    let own = OWN.iter().flat_map(|(key, meaning)| {
        let title = |language| Wording::of(&text(language, &format!("table-column-{key}"), &[]));
        Language::ALL.map(|language| (title(language), meaning.clone()))
    });
    let usual =
        USUAL.iter().flat_map(|(titles, meaning)| titles.iter().map(|title| (Wording::of(title), meaning.clone())));
    own.chain(usual).filter(|(wording, _)| !wording.is_empty()).collect()
});

/// What a title means; [`Meaning::Left`] for one nobody knows.
pub(super) fn meaning_of(title: &str) -> Meaning {
    if title.trim() == "#" {
        return Meaning::Number;
    }
    let wording = Wording::of(title);
    let exact = TITLES.iter().find(|(known, _)| *known == wording);
    let found = exact.or_else(|| TITLES.iter().find(|(known, _)| known.is_near(&wording)));
    found.map_or(Meaning::Left, |(_, meaning)| meaning.clone())
}
