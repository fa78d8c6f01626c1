# Running a meeting: console, outcomes, closing, minutes, and what the room sees.
nav-live = Live
shortcuts-live = Live
live-meeting = Meeting shown
live-empty-title = No meeting to run
live-empty-text = First prepare a meeting and its agenda.
live-too-long = The agenda takes { $minutes } min more than the meeting. Shorten it, or start as it is: lateness will be measured by this agenda.
live-ready = Ready to start with
live-start = Start
live-start-as-planned = Start as planned, at { $time }
live-now = Now
live-next = Next
live-previous = Previous
live-skip = Skip this item
live-go-to = Go to this item
live-pause = Pause
live-resume = Resume
live-longer = Five minutes more
live-shorter = Five minutes less
live-plus-five = +5 min
live-minus-five = −5 min
live-then = Then: { $title }
live-paused = paused
live-projected-end = should end at { $time }
live-on-time = on time
live-ahead = { $minutes } min ahead
live-behind = { $minutes } min late
live-agenda-over = The agenda is over
live-close = Close the meeting…
live-project = Project
live-note = Note
live-decision = Decision
live-action = Action
live-park = Parking
live-private-notes = Private notes
live-private-notes-hint = For you alone, never projected
outcome-note = Note
outcome-decision = Decision
outcome-action = Action
outcome-proposer = Proposed by
outcome-tally = Hands (0 to 5)
outcome-objections = Objection to note
outcome-owner = Who
outcome-nobody = nobody yet
outcome-due = Due
outcome-done = done
outcome-to-task = Make it a task
outcome-is-task = task { $number }
outcome-private = private
outcome-delete = Delete this outcome
overrun-title = Make up for the delay
overrun-shorten = Shorten the rest in proportion
overrun-eat-buffer = Eat the buffer
overrun-drop = Leave out “{ $title }” (optional)
overrun-move = Move “{ $title }” to the next meeting
overrun-end-later = End later
overrun-end = ends at { $time }
overrun-take = Choose
close-title = Close the meeting
close-nothing-open = Every item was treated.
close-open = { $count ->
    [one] One item was not treated.
   *[other] { $count } items were not treated.
}
close-times = { $count ->
    [one] put off once
   *[other] put off { $count } times
}
close-choose = choose…
close-defer = to the next meeting
close-drop = leave out
close-decide = decide now
close-decision = The decision taken
close-delegate = delegate
close-cancel = Not yet
close-confirm = Close and prepare what follows
close-done = Meeting closed; the minutes are ready.
close-done-next = { $count ->
    [one] Meeting closed; one item goes to the meeting of { $day }.
   *[other] Meeting closed; { $count } items go to the meeting of { $day }.
}
minutes-draft = Draft minutes
minutes-confirm = Confirm the minutes
minutes-unconfirm = Take the confirmation back
minutes-reopen = Reopen the meeting
minutes-decisions-actions = Decisions and actions
minutes-none = No decision or action.
minutes-deferred = Put off to the next meeting
minutes-present = Present
projector-title = Projection
projector-scene = Projected picture
projector-scene-agenda = Agenda
projector-scene-board = Board
projector-scene-contracts = Contracts
projector-scene-radar = Radar
projector-scene-decision = Decision
projector-follows = follows the screen
projector-freeze = Freeze
projector-blank = Blank
projector-unassigned = Unassigned
projector-contracts = Who gives (rows) to whom (columns)
projector-findings = { $count ->
    [one] open finding
   *[other] open findings
}
live-advances = Go on to the next item by itself
attendance-title = Attendance
attendance-count = { $present } present, { $invited } invited
attendance-person = Person
attendance-invited = invited
attendance-present = present
attendance-invited-one = { $name }: invited
attendance-present-one = { $name }: present
attendance-add = Add a person
attendance-all = Everyone is here
airtime-title = Airtime
airtime-private = for you only
airtime-key = Give the floor to a role
airtime-give = { $role }: { $count ->
    [one] one turn
   *[other] { $count } turns
}, { $time }
airtime-turns = { $count }×
outcome-owner-roles = Roles
outcome-owner-people = People
minutes-print = Print the minutes
minutes-print-record = Print the record
live-time-up = Time is up: { $title }
live-sounds = Sound at the end of an item
live-looked = You are reading
live-looked-hint = Under way: “{ $title }”, { $left }. What you type goes there.
live-looked-back = Back to it
strip-label = Meeting in progress: { $title }
strip-left = Time left
strip-at = { $at } of { $count }
strip-open = Open Live
strip-catch-up = Catch up…
strip-more = More for this meeting
shortcuts-meeting = Meeting in progress
entry-label = { $kind ->
    [decision] Decision, in “{ $place }”
    [action] Action, in “{ $place }”
    [parking] For the parking lot
   *[note] Note, in “{ $place }”
}
entry-kind = { $kind ->
    [decision] Decision: change the kind
    [action] Action: change the kind
    [parking] Parking lot: change the kind
   *[note] Note: change the kind
}
entry-kind-hint = Tab changes it: note, decision, action, parking lot
entry-hint = Write… d: decision, a: action
entry-note = Note
entry-decision = Decision
entry-action = Action
entry-parking = Parking lot
entry-place = Goes to
entry-here = put it under the current item
entry-keys = Tab: kind · Enter: keep
entry-again = take it back
entry-focus = Write in the meeting in progress
entry-kept = { $kind ->
    [decision] Decision kept
    [action] Action kept
    [parking] Put in the parking lot
   *[note] Note kept
}
home-running = { $meeting } · { $workshop }
home-running-open = Join the meeting
projector-scene-timer = Timer
projector-scene-instruction = Instruction
projector-scene-pair = A pair
projector-scene-silent = Silent round
projector-scene-unheard = Who has not spoken
projector-page-back = Page back
projector-page-on = Next page
projector-page-turns = Turn by itself
projector-page = { $page } of { $count }
projector-board = Who carries what
projector-unowned = { $count ->
    [0] every task has its role
    [one] 1 task without a role
   *[other] { $count } tasks without a role
}
projector-silent = Everyone writes, in silence
projector-slips = { $count ->
    [0] nothing yet
    [one] 1 slip
   *[other] { $count } slips
}
projector-unheard = Who has not spoken yet?
projector-heard-all = Every role has spoken
projector-no-pair = Choose a pair in Contracts
projector-no-decision = No decision yet
projector-no-instruction = No instruction for this item
projector-gives = { $giver } gives to { $receiver }
projector-need = Need
projector-offer = Offer
projector-no-findings = No open finding is left
projector-more-findings = { $count ->
    [one] and one more
   *[other] and { $count } more
}
projector-agreed = { $agreed } of { $lines }
