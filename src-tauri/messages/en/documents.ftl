# What documents say on paper. document-<code> names a document.
document-agenda = Agenda
document-full-title = { $kind }: { $title }
document-draft = Draft
document-goal = Goal
document-bring = Please bring
document-time = Time
document-item = Item
document-lead = Led by
document-min = min
document-end = end
document-total = total
document-length = { $minutes } min
document-people =
    { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
document-optional = optional
document-spare = { $minutes } min to spare
document-overlap = { $minutes } min overlap
document-overrun = { $minutes } min beyond the planned end
document-no-meeting = This workshop has no meeting yet. Create one in Couloir, for example from a built-in agenda, then print this document again.
document-no-items = This meeting has no agenda items yet.
error-document-unknown = There is no document “{ $subject }”. Nothing was written.
error-document-meeting-unknown = The workshop has no such meeting: { $subject }. Nothing was written.
error-document-page-unknown = This document has no page { $subject }.
error-document-not-made = An unexpected problem kept the document from being made. Nothing was written; the technical log has the details.
error-document-not-in-format = This document cannot be saved as { $subject }. Nothing was written; choose a name that ends in .pdf.
error-file-no-folder = The folder of { $subject } does not exist. Nothing was written; choose another place.
error-file-is-folder = { $subject } is a folder. Nothing was written; choose a file name.
error-file-not-ordinary = { $subject } is not an ordinary file (a device, a pipe, or a link to itself). Nothing was written; choose a file name.
error-file-read-only = { $subject } cannot be changed. Nothing was written; choose another place or check your rights.
error-file-disk-full = The disk is full: { $subject } was not written. The old file is untouched; free some space and try again.
error-file-differs = { $subject } could not be read back as it was written. Do not trust this disk; save elsewhere.
error-file-unconfirmed = { $subject } is written, but the disk did not confirm that it will keep it after a power cut. Save it elsewhere too.
error-file-not-written = { $subject } could not be written. The old file is untouched; choose another place.
document-script = Facilitator script
document-minutes = Minutes
document-board = Task board
document-raci = RACI matrix
document-grid = Contract grid
document-roles = Role sheet
document-contracts = Collaboration contracts
document-relay = Relay sheet
document-wall-kit = Wall kit
document-forms = Form
document-record = Complete record
document-no-roles = This workshop has no roles yet. Add some in Couloir, then print this document again.
document-no-raci = It takes a role and a task to say who has which part in what. Add some in Couloir, then print this document again.
document-no-pairs = It takes at least two roles for one to owe something to the other. Add some in Couloir, then print this document again.
document-no-steps = This workshop has neither steps nor contracts yet. Add some in Couloir, then print this document again.
document-private-name = name withheld
document-unassigned = Unassigned
document-to-assign = to be assigned
document-place = Place
document-task-due = due { $day }
document-task-waits = waits for { $tasks }
document-task-of-role = { $number } from { $letter }
document-task-count =
    { $count ->
        [one] { $count } task
       *[other] { $count } tasks
    }
document-task-unowned-count =
    { $count ->
        [one] { $count } task without a role
       *[other] { $count } tasks without a role
    }
document-role-count =
    { $count ->
        [one] { $count } role
       *[other] { $count } roles
    }
document-task-number = No.
document-task-title = Task
document-task-role = Role
document-task-step = Step
document-task-status = State
document-raci-accountable = A
document-raci-responsible = R
document-raci-consulted = C
document-raci-informed = I
document-raci-key = A: owns the task · R: does it · C: is consulted · I: is informed
document-board-empty = No card in this lane.
document-board-no-step = Outside the steps
document-board-continued = (continued)
document-role-vacant = vacant role
document-role-skills = Skills
document-role-responsibilities = I answer for
document-role-tasks = My tasks
document-role-typical = Typical tasks
document-role-gives = I give
document-role-gets = I get
document-role-first-step = First step
document-role-resources = Resources
document-sign-role = I accept this role
document-sign-name = Name
document-sign-date = Date
document-sign-signature = Signature
document-contract-gives = Gives
document-contract-receives = receives
document-contract-need = Need, in the receiver’s words
document-contract-offer = Offer, in the giver’s words
document-contract-state = State
document-contract-mode = Mode:
document-contract-cadence = When:
document-contract-fulfilment = Kept if:
document-contract-review = Review on
document-contract-no-need = nothing was asked
document-contract-no-offer = no offer yet
document-contract-none = no lines
document-contract-no-lines = No lines between the roles yet
document-contract-score =
    { $agreed ->
        [one] { $agreed } line of { $lines } agreed, { $percent }%
       *[other] { $agreed } lines of { $lines } agreed, { $percent }%
    }
document-contract-legend-all = all agreed
document-contract-legend-half = under way
document-contract-legend-less = less than half
document-contract-legend-marks = ? unanswered · ○ to confirm · ≠ disputed
document-roles-range = Roles { $first } to { $last }
document-contract-pair = { $first } ↔ { $second }
document-contract-commitment = What we owe each other
document-relay-hands = Hands over to
document-relay-early = start early
document-relay-tasks = Tasks:
document-relay-first = can start at once
document-relay-after =
    { $count ->
        [one] after step { $steps }
       *[other] after steps { $steps }
    }
document-relay-beside =
    { $count ->
        [one] alongside step { $steps }
       *[other] alongside steps { $steps }
    }
document-minutes-present = Present
document-minutes-excused = Absent
document-minutes-decisions = Decisions
document-minutes-actions = Actions
document-minutes-items = Item by item
document-minutes-deferred = Deferred
document-minutes-no-decision = No decision.
document-minutes-no-action = No action.
document-minutes-general = Outside the agenda
document-minutes-skipped = not treated
document-decision-changes = Changes
document-decision-proposer = Proposed by
document-decision-hands = Hands, from 0 to 5:
document-decision-objections = Objections:
document-action-what = What
document-action-who = Who
document-action-due = Due
document-action-nobody = nobody
document-action-no-date = no date
document-action-done = done
document-action-overdue = overdue
document-deferred-to = deferred to “{ $title }”, { $day }
document-deferred-times = { $count } deferrals
document-script-private = For the facilitator: contains private notes
document-script-materials = Materials
document-script-notes = Private notes
document-script-about = About
document-script-goal = Goal
document-script-instruction = Instruction
document-script-method = Method
document-script-end = End
document-script-locked = fixed time
document-script-least = at least { $minutes } min
document-script-buffer = buffer
document-script-parallel = in parallel
document-kit-lanes = Lane headers
document-kit-cards = Cards
document-kit-blanks = Blank cards
document-kit-needs = Need slips
document-kit-offers = Offer slips
document-kit-need = I need
document-kit-offer = I give
document-kit-of-role = I, role ……… , need from role ……… :
document-kit-by-role = I, role ……… , give to role ……… :
document-kit-sign = We will see it is kept if:
document-kit-role = Role ………
document-record-contents = Contents
document-record-roles = Roles
document-record-tasks = Tasks
document-record-raci = RACI matrix
document-record-sequence = Sequence
document-record-contracts = Collaboration contracts
document-record-meetings = Meetings
document-record-parking = Parking lot
document-record-resources = Resources
document-record-organisation = Organisation
document-record-day = Date
document-record-people = People
document-gaps = Gap report
document-gaps-none = findings: nothing is missing between the roles
document-gaps-found = open findings
document-gaps-accepted = Accepted
document-gaps-on-agenda = on the agenda
document-gaps-parked = in the parking lot
document-gaps-since = Since
document-minutes-since = What the meeting changed
document-gaps-before = before
document-gaps-after = after
document-gaps-closed = Findings settled
document-gaps-opened = New findings
document-gaps-owners = Tasks that changed hands
document-gaps-agreed = Lines agreed
document-gaps-lost = Lines no longer agreed
document-gaps-figure-findings = Open findings
document-gaps-figure-unassigned = Tasks without a role
document-gaps-figure-agreed = Lines agreed
document-gaps-figure-contracts = Contract lines
document-gaps-figure-done = Tasks done
document-gaps-figure-tasks = Tasks
document-kit-number = No.
document-kit-poster = Who gives what to whom
document-kit-poster-plan = Poster of the pairs: assembly
document-kit-poster-how = Cut the margins, then join the sheets edge to edge in this order. Each row gives, each column receives.
document-kit-poster-gives = gives
document-kit-poster-gets = receives
document-kit-poster-score = { $agreed } of { $lines }
