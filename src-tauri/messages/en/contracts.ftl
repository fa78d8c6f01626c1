# Collaboration contracts: what roles give each other, and need.
nav-contracts = Contracts
contracts-title = What we owe each other
contracts-view = View
contracts-view-grid = Grid
contracts-view-blind = Blind entry
contracts-view-rounds = Pair rounds
contracts-grid = Roles that give, by row; roles that receive, by column
contracts-gives = gives
contracts-gets = gets
contracts-percent = { $percent }%
contracts-lines = { $count ->
    [one] one line
   *[other] { $count } lines
}
contracts-no-lines = no lines
contracts-agreed = { $count ->
    [0] none agreed
   *[other] { $count } agreed
}
contracts-all-agreed = agreed
contracts-to-confirm = { $count } to confirm
contracts-unanswered = { $count } unanswered
contracts-disputed = { $count } disputed
contracts-key-good = all agreed
contracts-key-way = under way
contracts-key-bad = less than half answered
contracts-pair = { $giver } to { $receiver }
contracts-gives-to = gives
contracts-other-way = The other way
contracts-hint = drag a need onto an offer to match them
contracts-offers = Offers of { $letter }
contracts-needs = Needs of { $letter }
contracts-add-offer = What { $letter } offers
contracts-add-need = What { $letter } needs
contracts-pair-empty = Nothing has been said between { $giver } and { $receiver } yet. Write what { $giver } offers on one side, what { $receiver } needs on the other; then match what belongs together.
contracts-hidden = { $count ->
    [one] One line is hidden until the blind entry is revealed.
   *[other] { $count } lines are hidden until the blind entry is revealed.
}
contracts-dropped = { $count ->
    [one] One dropped line
   *[other] { $count } dropped lines
}
contracts-empty-title = It takes two roles
contracts-empty-text = A contract says what one role gives another. Add at least two roles, then write down what each needs from the other and what each offers.
contracts-empty-action = Go to the roles
contracts-blind-task = Each role writes what it needs from the others and what it offers them.
contracts-i-need = What I need from { $letter }
contracts-i-offer = What I offer { $letter }
contracts-write-need = Write a need
contracts-write-offer = Write an offer
contract-menu = Actions on the line
contract-state-asked = unanswered
contract-state-offered = unanswered
contract-state-matched = to confirm
contract-state-agreed = agreed
contract-state-disputed = disputed
contract-state-dropped = dropped
contract-not-asked = { $letter } has not asked for this
contract-not-offered = { $letter } offers nothing like it
contract-answer = answer
contract-can-match = can be matched: Space to pick up
contract-no-partner = Nothing on the other side waits for an answer.
contract-picked-up = Picked up. Arrows choose its partner, Space matches, Escape leaves it. Now on:
contract-matched = Matched: the line is to be confirmed.
contract-match-with = Match with “{ $words }”
contract-unmatch = Separate
contract-particulars = Particulars
contract-drop = Drop
contract-dropped = The line is dropped.
contract-restore = Take up again
contract-delete = Delete
contract-deleted = The line is deleted.
contract-agreement = Agreement
contract-confirms = confirms
contract-confirmed-on = { $day }
contract-confirm-both = Both agree today
contract-dispute = Dispute
contract-dispute-placeholder = What we do not agree on
contract-settle = Settled
contract-mode = Mode
contract-mode-none = not chosen
contract-mode-collaboration = collaboration
contract-mode-as-a-service = as a service
contract-mode-facilitation = facilitation
contract-mode-approval = approval
contract-review = Review on
contract-cadence-placeholder = e.g. at the start of each sprint
contract-fulfilment-placeholder = e.g. access tested the same day
contract-pulse = Pulse
contract-pulse-note = Note, taken with the pulse
contract-pulse-history = History of the pulse
contract-pulse-remove = Remove this entry
verdict-kept = kept
verdict-not-kept = not kept
verdict-not-needed = not needed
blind-pass = Pass the laptop
blind-secret = Nobody sees it before everything is revealed.
blind-how = Pass the laptop: each role opens its own form and sees only what it wrote.
blind-written = { $count ->
    [0] nothing written
    [one] one line
   *[other] { $count } lines
}
blind-reveal = { $count ->
    [0] Reveal
    [one] Reveal the line
   *[other] Reveal the { $count } lines
}
rounds-present = At the table
rounds-minutes = Minutes a round
rounds-total = { $rounds ->
    [one] one round
   *[other] { $rounds } rounds
}, { $minutes } min in all
rounds-none = Two roles at least are needed to form a pair.
rounds-left = Time left in this round
rounds-start = Start round { $round }
rounds-pause = Pause
rounds-next = Next round
rounds-round = Round { $round }
rounds-resting = { $letter } rests
rounds-over = Round { $round } is over.
shortcuts-contracts = Contracts
shortcut-contract-pick-up = Pick up a need or an offer (arrows choose, Space matches)
shortcut-contract-edit = Edit the words
shortcut-contract-menu = Actions on the line
shortcut-contract-drop = Drop the line
rounds-short = Short of time…
rounds-all = Back to every pair
rounds-short-title = The pairs that matter most
rounds-short-minutes = Minutes left
rounds-sit = { $rounds ->
    [one] In one round
   *[other] In { $rounds } rounds
}
rounds-left-over = To the parking lot
rounds-pair = { $one } and { $other }
rounds-parked-title = Contracts: { $pair }
rounds-parked-reason = there was no time
rounds-parked = { $count ->
    [one] One pair is in the parking lot.
   *[other] { $count } pairs are in the parking lot.
}
rounds-blocked = { $count ->
    [one] one task waits
   *[other] { $count } tasks wait
}
rounds-disputed = { $count ->
    [one] one contract is disputed
   *[other] { $count } contracts are disputed
}
rounds-open = { $count ->
    [0] nothing to agree
    [one] one contract to agree
   *[other] { $count } contracts to agree
}
rounds-nothing-open = Everything is agreed between these roles.
rounds-short-take = Take these pairs
contract-letter-confirms = { $letter } confirms
contract-letter-confirmed = { $letter } ✓
contract-said-yes = { $letter } confirms.
contract-said-no = { $letter } confirms no longer.
shortcut-contract-giver = The giving role confirms
shortcut-contract-receiver = The receiving role confirms
shortcut-contract-both = Both roles confirm
shortcut-contract-answer = Answer the line
shortcut-contract-next = Next pair
shortcut-contract-previous = Previous pair
