//! The typed border between the window and the core: one file a noun, thin commands, one list of them all.

mod about;
mod backlog;
mod backup;
mod board;
mod constants;
mod contract;
mod document;
mod erase;
mod export;
mod form;
mod guide;
mod history;
mod import;
mod journal;
mod live;
mod meeting;
mod method;
mod outcome;
mod person;
mod prepare;
mod projector;
mod raci;
mod radar;
mod recovery;
mod resource;
mod responsibility;
mod role;
mod search;
mod sequence;
mod series;
mod setting;
mod sharing;
mod step;
mod tag;
mod task;
mod template;
mod topic;
mod window;
mod workshop;

use specta_typescript::Typescript;
use tauri_specta::{Builder, collect_commands, collect_events};

use crate::shell::closing::WindowCloses;
use crate::worker::{StoreThread, WorkshopChanged};

pub use backup::CopyDesk;
pub use document::SetDesk;
pub use form::FormDesk;
pub use import::{FileHovers, ImportDesk, offer};
pub use projector::{ProjectionChanged, Projector, may_call};
pub use setting::{Settings, SettingsChanged};
pub use workshop::{NewAsked, ask_new};

/// The store as commands receive it.
type Store<'a> = tauri::State<'a, StoreThread>;

/// All commands and events.
pub fn builder() -> Builder<tauri::Wry> {
    constants::with_constants(Builder::<tauri::Wry>::new())
        .disable_serde_phases()
        .commands(collect_commands![
            backup::backup_list,
            backup::backup_make,
            backup::backup_save_copy,
            backup::backup_difference,
            backup::backup_restore,
            backup::backup_restore_workshop,
            backup::backup_choose_file,
            backup::backup_open_sealed,
            backup::backup_second_choose,
            backup::backup_second_forget,
            backup::backup_rehearse,
            backup::safety_state,
            backup::library_move_here,
            recovery::recovery_state,
            recovery::recovery_restore,
            recovery::recovery_salvage,
            recovery::recovery_anew,
            recovery::recovery_without_journal,
            recovery::recovery_open_folder,
            recovery::folder_show,
            recovery::trouble_keep,
            recovery::trouble_use_other,
            recovery::clock_jump,
            recovery::clock_decide,
            erase::workshop_erase,
            erase::person_erase,
            document::document_list,
            document::document_pages,
            document::document_save,
            document::document_print,
            document::document_set,
            document::document_set_cancel,
            export::data_save,
            export::archive_seal,
            export::meeting_invitation,
            export::saved_open,
            export::saved_reveal,
            form::forms_save,
            form::forms_read,
            form::forms_take,
            import::import_offered,
            import::import_read,
            import::import_cancel,
            import::import_map,
            import::import_take,
            import::import_keep_template,
            sharing::sharing,
            sharing::workshop_share,
            sharing::workshop_unshare,
            sharing::workshop_share_anew,
            sharing::workshop_send,
            sharing::import_receive,
            sharing::conflicts,
            sharing::conflict_settle,
            sharing::task_last_change,
            sharing::laptop_read,
            sharing::laptop_write,
            search::search,
            journal::undo,
            journal::redo,
            journal::undo_state,
            journal::history,
            meeting::meeting_from_builtin,
            meeting::meeting_add,
            meeting::meeting_edit,
            meeting::meeting_reschedule,
            meeting::meeting_duplicate,
            meeting::meeting_delete,
            meeting::timetable,
            method::method_list,
            method::method_save,
            method::method_insert,
            method::method_rename,
            method::method_delete,
            method::agenda_item_split,
            method::template_save,
            method::meeting_from_template,
            meeting::agenda_item_add,
            meeting::agenda_item_edit,
            meeting::agenda_item_move,
            meeting::agenda_item_duplicate,
            meeting::agenda_item_delete,
            prepare::agenda_prepare,
            prepare::agenda_prepare_take,
            topic::topic_history,
            history::snapshot_take,
            history::snapshot_rename,
            history::snapshot_delete,
            history::difference,
            projector::projector_open,
            projector::projector_close,
            projector::attention_ask,
            projector::projector_state,
            projector::projector_set,
            projector::projector_view,
            projector::projector_clock,
            raci::raci,
            raci::involvement_set,
            radar::findings,
            radar::findings_open,
            radar::findings_accept,
            radar::finding_reopen,
            radar::findings_park,
            radar::findings_discuss,
            sequence::sequence,
            step::step_add,
            step::step_edit,
            step::step_move,
            step::step_delete,
            step::step_depend,
            step::task_depend,
            role::role_add,
            role::role_edit,
            role::role_move,
            role::role_deletion,
            role::role_delete,
            role::role_merging,
            role::role_merge,
            role::absence,
            role::skills_add,
            role::skill_edit,
            role::skill_delete,
            role::typical_tasks_add,
            role::typical_task_edit,
            role::typical_task_delete,
            about::about,
            setting::settings_read,
            setting::settings_write,
            board::board_view,
            board::board_view_set,
            task::task_add,
            task::task_edit,
            task::task_move,
            task::task_delete,
            task::task_set,
            task::task_paste,
            task::task_duplicate,
            task::serving_add,
            task::serving_delete,
            task::wall_read,
            task::wall_move,
            contract::contract_add,
            contract::contract_edit,
            contract::contract_match,
            contract::contract_unmatch,
            contract::contract_confirm,
            contract::contract_withdraw,
            contract::contract_dispute,
            contract::contract_settle,
            contract::contract_drop,
            contract::contract_restore,
            contract::contract_delete,
            contract::contracts_reveal,
            contract::pulse_add,
            contract::pulse_delete,
            contract::pair_rounds,
            contract::short_round,
            person::person_add,
            person::person_edit,
            person::person_delete,
            person::holder_add,
            person::holder_add_new,
            person::holder_remove,
            resource::resource_add,
            resource::resource_add_to_task,
            resource::resource_edit,
            resource::resource_delete,
            responsibility::responsibility_add,
            responsibility::responsibility_edit,
            responsibility::responsibility_move,
            responsibility::responsibility_delete,
            responsibility::slip_add,
            responsibility::slip_edit,
            responsibility::slip_delete,
            responsibility::slips_reveal,
            responsibility::slips_merge,
            responsibility::silent_round,
            tag::tag_put,
            tag::tag_put_on,
            tag::tagging_delete,
            tag::tag_add,
            tag::tag_edit,
            tag::tag_delete,
            live::meeting_open,
            live::meeting_to_draft,
            live::meeting_start,
            live::meeting_close,
            live::meeting_reopen,
            live::minutes_confirm,
            live::meeting_clock,
            live::live_step,
            live::live_extend,
            live::live_pause,
            live::overrun_ways,
            live::overrun_take,
            live::attendance_set,
            live::floor_give,
            live::item_move_to_next,
            live::item_duplicate_to_next,
            outcome::outcome_add,
            outcome::outcome_edit,
            outcome::outcome_delete,
            outcome::action_to_task,
            outcome::reference_add,
            outcome::reference_delete,
            backlog::backlog_add,
            backlog::backlog_add_all,
            backlog::backlog_edit,
            backlog::backlog_delete,
            backlog::backlog_schedule,
            backlog::agenda_item_park,
            series::series_add,
            series::series_edit,
            series::series_delete,
            series::series_dates,
            series::series_preview,
            series::series_next,
            window::window_full_screen,
            window::window_leave,
            guide::guide_save,
            template::template_list,
            template::own_template_list,
            template::template_propose,
            template::workshop_from_template,
            template::workshop_from_own_template,
            template::template_make,
            template::template_export,
            template::template_delete,
            workshop::workshop_list,
            workshop::workshop_open,
            workshop::workshop_create,
            workshop::new_asked,
            workshop::workshop_duplicate,
            workshop::workshop_rename,
            workshop::workshop_shelve,
            workshop::workshop_delete,
            workshop::workshop_edit,
        ])
        .events(collect_events![
            WorkshopChanged,
            SettingsChanged,
            ProjectionChanged,
            projector::ProjectorChanged,
            document::SetProgress,
            import::FileHovers,
            import::FileOffered,
            workshop::NewWorkshopAsked,
            WindowCloses,
        ])
}

/// The TypeScript side of the border; a test compares it with `ui/src/ipc/bindings.ts`.
///
/// # Errors
/// When a type cannot be expressed, or the temporary file cannot be written.
pub fn bindings() -> std::io::Result<String> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("bindings.ts");
    builder().export(Typescript::default(), &path).map_err(std::io::Error::other)?;
    std::fs::read_to_string(path)
}
