//! Collaboration contracts.

use chrono::NaiveDate;
use couloir_core::analysis::pair_rounds::{self, PairRound};
use couloir_core::analysis::short_round::{self, ShortRound};
use couloir_core::contract::{ContractEdit, ContractId, Party, PulseId, Side, Verdict};
use couloir_core::meeting::MeetingId;
use couloir_core::role::RoleId;
use couloir_core::workshop::WorkshopId;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::Store;
use crate::worker::{IpcError, Receipt};

/// A line as one side writes it down.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
pub struct NewContract {
    pub giver: RoleId,
    pub receiver: RoleId,
    pub side: Side,
    pub words: String,
    /// Hidden until the blind entry is revealed.
    pub is_blind: bool,
}

/// A new line with one side's words, openly or blind.
#[tauri::command]
#[specta::specta]
pub async fn contract_add(
    store: Store<'_>,
    workshop_id: WorkshopId,
    line: NewContract,
) -> Result<Receipt<ContractId>, IpcError> {
    let NewContract { giver, receiver, side, words, is_blind } = line;
    store.commit(move |library| library.contract_add(&workshop_id, &giver, &receiver, side, &words, is_blind)).await
}

/// Changes one field of a line.
#[tauri::command]
#[specta::specta]
pub async fn contract_edit(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: ContractId,
    edit: ContractEdit,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.contract_edit(&workshop_id, &id, edit)).await
}

/// Matches a need with an offer of the same pair; the line stands where the side that stays stood.
#[tauri::command]
#[specta::specta]
pub async fn contract_match(
    store: Store<'_>,
    workshop_id: WorkshopId,
    need: ContractId,
    offer: ContractId,
    stays: Side,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.contract_match_at(&workshop_id, &need, &offer, stays)).await
}

/// Takes a matched line apart.
#[tauri::command]
#[specta::specta]
pub async fn contract_unmatch(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: ContractId,
) -> Result<Receipt<ContractId>, IpcError> {
    store.commit(move |library| library.contract_unmatch(&workshop_id, &id)).await
}

/// Confirms a line for one role or both (no day: today).
#[tauri::command]
#[specta::specta]
pub async fn contract_confirm(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: ContractId,
    party: Party,
    day: Option<NaiveDate>,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.contract_confirm(&workshop_id, &id, party, day)).await
}

/// Takes a confirmation back.
#[tauri::command]
#[specta::specta]
pub async fn contract_withdraw(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: ContractId,
    party: Party,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.contract_withdraw(&workshop_id, &id, party)).await
}

/// Marks a line as disputed.
#[tauri::command]
#[specta::specta]
pub async fn contract_dispute(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: ContractId,
    reason: String,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.contract_dispute(&workshop_id, &id, &reason)).await
}

/// Ends a dispute.
#[tauri::command]
#[specta::specta]
pub async fn contract_settle(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: ContractId,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.contract_settle(&workshop_id, &id)).await
}

/// Drops a line.
#[tauri::command]
#[specta::specta]
pub async fn contract_drop(store: Store<'_>, workshop_id: WorkshopId, id: ContractId) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.contract_drop(&workshop_id, &id)).await
}

/// Takes a dropped line up again.
#[tauri::command]
#[specta::specta]
pub async fn contract_restore(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: ContractId,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.contract_restore(&workshop_id, &id)).await
}

/// Deletes a line.
#[tauri::command]
#[specta::specta]
pub async fn contract_delete(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: ContractId,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.contract_delete(&workshop_id, &id)).await
}

/// Shows every line written blind.
#[tauri::command]
#[specta::specta]
pub async fn contracts_reveal(store: Store<'_>, workshop_id: WorkshopId) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.contracts_reveal(&workshop_id)).await
}

/// Was the line kept?
#[tauri::command]
#[specta::specta]
pub async fn pulse_add(
    store: Store<'_>,
    workshop_id: WorkshopId,
    contract: ContractId,
    verdict: Verdict,
    note: String,
    meeting: Option<MeetingId>,
) -> Result<Receipt<PulseId>, IpcError> {
    store.commit(move |library| library.pulse_add(&workshop_id, &contract, verdict, &note, meeting.as_ref())).await
}

/// Removes a pulse taken by mistake.
#[tauri::command]
#[specta::specta]
pub async fn pulse_delete(store: Store<'_>, workshop_id: WorkshopId, id: PulseId) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.pulse_delete(&workshop_id, &id)).await
}

/// The rounds in which everyone of these roles sits once with everyone.
#[tauri::command]
#[specta::specta]
pub async fn pair_rounds(store: Store<'_>, roles: Vec<RoleId>) -> Result<Vec<PairRound>, IpcError> {
    store.read(move |_| Ok(pair_rounds::pair_rounds(&roles))).await
}

/// The pairs that matter most in the minutes that are left.
#[tauri::command]
#[specta::specta]
pub async fn short_round(
    store: Store<'_>,
    workshop_id: WorkshopId,
    roles: Vec<RoleId>,
    minutes: u32,
    each: u32,
) -> Result<ShortRound, IpcError> {
    store.analyse(workshop_id, move |contents, _| Ok(short_round::short_round(contents, &roles, minutes, each))).await
}
