# The agenda proposed from what is open.
prepare-open = Prepare
prepare-title = Prepare “{ $meeting }”
prepare-hint = What waits for a meeting, in the order of what it holds up and for how long. Nothing is written until you agree.
prepare-own = { $title }
prepare-pulse = { $count ->
    [one] How is the agreed contract doing?
   *[other] How are the { $count } agreed contracts doing?
}
prepare-pulse-why = For a month nobody has asked whether they are kept.
prepare-actions = { $count ->
    [one] One overdue action
   *[other] { $count } overdue actions
}
prepare-actions-why = Their day has passed: do them, move them or drop them.
prepare-blocked = Task { $number } “{ $task }” is blocked.
prepare-blocked-why = Someone in the room can probably free it.
prepare-unowned = { $count } tasks without a role
prepare-vacant = { $count } roles without a holder
prepare-pair = { $one } and { $other }: { $count } contracts to settle
prepare-pair-why = These two roles count on each other and have not agreed yet.
prepare-backlog-why = { $what ->
    [reason] In the parking lot: { $reason }
   *[none] Waits in the parking lot.
}
prepare-deferred-why = { $count ->
    [one] Put off once, placed in another meeting.
   *[other] Put off { $count } times, placed in another meeting.
}
prepare-weight = { $holds ->
    [0] Nothing else waits for it
    [one] Holds up { $holds } thing
   *[other] Holds up { $holds } things
} · { $days ->
    [one] for { $days } day
   *[other] for { $days } days
}.
prepare-no-room = No room: it needs { $needed } min, { $room } were left.
prepare-chosen = Take “{ $title }”
prepare-grip = Move “{ $title }” (Alt and arrows)
prepare-presenter = Who leads “{ $title }”
prepare-no-presenter = nobody
prepare-total = { $taken } of { $available } min available
prepare-overflow = { $count ->
    [one] Without room: { $count } item
   *[other] Without room: { $count } items
}
prepare-park = Put what finds no room in the parking lot, with the reason
prepare-accept = { $count ->
    [0] Accept
    [one] Add { $count } item
   *[other] Add { $count } items
}
prepare-done = { $added ->
    [0] No item added
    [one] One item added to the agenda
   *[other] { $added } items added to the agenda
}, { $parked ->
    [0] nothing parked.
    [one] one parked.
   *[other] { $parked } parked.
}
prepare-empty-title = Nothing waits for this meeting
prepare-empty-text = No finding, nothing blocked, no overdue action, no contract to look at. What comes up will appear here.
prepare-full = The agenda already fills the planned time. Make the meeting longer or an item shorter to make room.
