//! Closed sets and tables that the window needs as values: written beside the types, so that nothing is copied by hand.

use std::collections::BTreeMap;

use couloir_core::Contents;
use couloir_core::agenda::{BuiltinAgenda, ItemKind};
use couloir_core::board::BoardBy;
use couloir_core::contract::{Mode, Verdict};
use couloir_core::role::RoleColor;
use couloir_core::task::{Part, TaskStatus};
use couloir_documents::sealed;
use strum::VariantArray;
use tauri_specta::Builder;

use super::projector::Scene;
use super::setting::{HomeBy, ZOOMS};

/// Adds the constants to what is exported, each in the order in which it is shown.
pub(super) fn with_constants(builder: Builder<tauri::Wry>) -> Builder<tauri::Wry> {
    let lists: BTreeMap<&str, &str> = Contents::LISTS.iter().map(|(list, table)| (*table, *list)).collect();
    let agendas: Vec<&str> = BuiltinAgenda::ALL.iter().map(|agenda| agenda.id()).collect();
    builder
        .constant("LISTS", lists)
        .constant("BUILTIN_AGENDAS", agendas)
        .constant("BOARD_BY", BoardBy::VARIANTS)
        .constant("CONTRACT_MODES", Mode::VARIANTS)
        .constant("ITEM_KINDS", ItemKind::VARIANTS)
        .constant("HOME_BY", HomeBy::VARIANTS)
        .constant("PARTS", Part::VARIANTS)
        .constant("PASSPHRASE_MIN", sealed::PASSPHRASE_MIN)
        .constant("ROLE_COLORS", RoleColor::ALL)
        .constant("SCENES", Scene::VARIANTS)
        .constant("TASK_STATUSES", TaskStatus::VARIANTS)
        .constant("VERDICTS", Verdict::VARIANTS)
        .constant("ZOOMS", ZOOMS)
}
