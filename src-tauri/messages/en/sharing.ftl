# One workshop on several laptops.
nav-sharing = Sharing
sharing-title = Several laptops
sharing-line = You exchange a file, Couloir puts it all together. Without a network.
sharing-none-title = Prepare it with a colleague
sharing-none-text = Each works on their own laptop, even at the same time. You exchange one file (by mail, on a stick, in a shared folder); Couloir merges it and shows what does not go together. Nothing typed is lost.
sharing-private = Private notes go along: they are for your co-facilitators, and never for the room.
sharing-share = Share this workshop
sharing-shared = “{ $title }” is shared. Send the file to your colleague.
sharing-preparing = Preparing…
sharing-laptop = This laptop
sharing-laptop-hint = What your colleagues read beside your changes.
sharing-laptop-color = Colour
sharing-laptops = Who works on it
sharing-own = this laptop
sharing-numbers = gives new cards the numbers up to { $last }
sharing-send = Send…
sharing-send-title = Save the file for your colleague
sharing-send-sealed = Send with a passphrase…
sharing-receive = Receive…
sharing-receive-hint = Or drop your colleague’s file onto the window.
sharing-exchanges = Exchanged
sharing-exchanges-none = Nothing yet.
sharing-sent = Sent
sharing-received = { $changes ->
    [one] Received from { $name }: one change
   *[other] Received from { $name }: { $changes } changes
}
sharing-more = End or start anew
sharing-stop = Stop sharing
sharing-stop-text = The workshop stays here as it is. What your colleagues have stays with them; their files are no longer merged into yours.
sharing-stopped = “{ $title }” is no longer shared.
sharing-anew = New start
sharing-anew-text = A fresh file that knows nothing of what was written and deleted before, for instance when somebody asks that their data be erased. Everybody deletes their copy and takes the new file; what they have already cannot be taken back.
sharing-anew-done = A new start is made. Send the new file to everybody.
# A file of a shared workshop.
receive-title = “{ $title }”, from { $names }
receive-title-alone = “{ $title }”, shared
receive-known = This workshop is shared with you. What is new in the file is added to yours; nothing here is lost, and what does not go together is shown.
receive-new = You take part in this workshop: it is added to yours, and your changes can be sent back.
receive-private = It also holds your colleagues’ private notes. They are never for the room.
receive-merge = Merge
receive-join = Take part
receive-copy = Import as a separate workshop
receive-made = The workshop is here. It is shared with { $name }.
receive-merged = { $changes ->
    [one] One change from { $name } is merged.
   *[other] { $changes } changes from { $name } are merged.
} { $conflicts ->
    [0] Everything goes together.
    [one] One point does not go together.
   *[other] { $conflicts } points do not go together.
}
receive-look = Before and after
receive-before = before the changes of { $name }
receive-nothing-new = The file brings nothing new.
# What does not go together.
conflicts-title = What does not go together
conflicts-count = { $count ->
    [one] One point to look at
   *[other] { $count } points to look at
}
conflicts-text = Nothing waits for this: what is shown is used everywhere. What you choose holds for everybody with the next exchange.
conflicts-none = Everything goes together.
conflict-cell = “{ $title }” ({ $kind }): { $column } in two versions
conflict-deleted-and-edited = “{ $title }” ({ $kind }) was deleted by one and edited by another. It stays.
conflict-orphan = “{ $title }” ({ $kind }) belongs to “{ $other }”, which was deleted. It waits, unseen.
conflict-dangling = “{ $title }” ({ $kind }): { $column } was “{ $other }”, which was deleted.
conflict-twice = “{ $title }” ({ $kind }): { $column } given twice (also to “{ $other }”). It is now { $value }; print it again if it is on paper.
conflict-twice-pair = “{ $title }” ({ $kind }) was set twice, in two ways.
conflict-emptied = “{ $title }” ({ $kind }): each of you took away a part, and nothing is left.
conflict-unagreed = “{ $title }”: the words changed while somebody agreed ({ $column }). Agree again.
conflict-empty = nothing
conflict-flag-true = yes
conflict-flag-false = no
conflict-minutes = { $minutes } min
conflict-shown = shown now
conflict-by = { $name }, { $moment }
conflict-keep = Keep
conflict-take = Take this one
conflict-both = Keep both, the other in the notes
conflict-stay = Keep it
conflict-delete = Delete it
conflict-back = Bring “{ $other }” back
conflict-drop = Leave it away
conflict-seen = Seen
conflict-settled = Settled, for everybody with the next exchange.
conflict-on-card = Two versions
card-last-change = Last changed by { $name }, { $moment }
