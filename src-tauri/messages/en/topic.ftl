# The history of a topic, from meeting to meeting.
topic-open = History of this topic
topic-title = History of “{ $title }”
topic-sum = { $minutes } min spent in all · { $deferrals ->
    [one] put off once
   *[other] put off { $deferrals } times
} · written down { $days ->
    [one] { $days } day
   *[other] { $days } days
} ago
topic-minutes = { $minutes } min spent
topic-no-outcome = Nothing came of it.
topic-here = This is where it stands now.
topic-deferred = Put off on { $day }.
topic-note = Note:
topic-decision = Decision:
topic-action = Action:
