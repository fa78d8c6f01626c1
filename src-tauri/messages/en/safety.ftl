# When the database does not open, and everything that protects the data.
fault-missing = Couloir’s database is no longer in its folder ({ $path }), though copies of it or its latest changes are still there. Nothing was touched.
fault-empty = The file { $path } is there but empty: it holds no data any more. It was not touched.
fault-is-folder = A folder stands in the place of the database: { $path }. It was not touched.
fault-no-folder = The data folder { $path } is not a folder, or cannot be made. Nothing was touched.
fault-no-right = The system gives you no right to read { $path }. Nothing was touched; check the permissions of the file and its folder.
fault-not-a-database = The file { $path } is not a database. It was not touched.
fault-other-program = The file { $path } is the database of another program. It was not touched.
fault-damaged = The database { $path } is damaged. It was not touched, and most of it can usually still be read.
fault-read-failed = The disk answers with errors when Couloir reads { $path }. Nothing was written; if this goes on, copy your data to another disk.
fault-side-file = The file { $path }, which the database needs beside it, cannot be used. Nothing was touched.
fault-foreign-journal = The latest changes ({ $path }) belong to another copy of the database: another program replaced the file. Applying them would destroy it; nothing was touched.
file-change-missing = The database is no longer in its place: its folder was moved, renamed or deleted. Couloir has stopped writing: what you do from now on is not saved.
file-change-replaced = Another program put another file in the place of the database. Couloir has stopped writing: what you do from now on is not saved.
file-change-rewritten = Another program changed or cut the database file. Couloir has stopped writing: what you do from now on is not saved.
file-change-journal = Another program removed or changed the latest changes kept beside the database. Couloir has stopped writing: what you do from now on is not saved.
read-only-place = This place cannot be changed: you can read and export everything, nothing is saved.
read-only-disk-full = The disk is full: you can read everything, nothing is saved. Free some space, then try again.
read-only-in-use = Another Couloir writes in this folder: you can read and export everything.
error-disk = The disk answered with an error. The change was not saved; try again and, if this goes on, make a copy elsewhere.
error-disk-unsure = The disk answered with an error while saving. It is not certain that the last change was kept: check before you make it again, and make a copy elsewhere.
error-bad-copy = The copy did not prove to be whole and was not kept. The data is intact; try again or choose another disk.
error-internal-here = Something unexpected happened: { $reason }
backup-cause-automatic = automatic
backup-cause-migration = before an update
backup-cause-import = before an import
backup-cause-restore = before a restore
backup-cause-deletion = before a deletion
backup-cause-manual = at your request
backup-cause-rescue = rescue
backup-workshops = { $count ->
    [0] no workshop
    [one] { $count } workshop
   *[other] { $count } workshops
}
backup-unreadable = this copy cannot be read
backup-elsewhere = second place
recovery-title = Couloir cannot open its data
recovery-title-done = Your data opens again
recovery-title-read-only = Read-only
recovery-place = Data folder
recovery-retry = Try again
recovery-restore = Restore a copy
recovery-restore-line = The present file is kept under another name.
recovery-no-copies = No copy was found beside the data folder. A copy saved elsewhere can be chosen.
recovery-other-copy = Choose a file…
recovery-salvage = Save what can be read
recovery-salvage-line = Couloir reads the file page by page and puts everything it finds into a new database; the original is kept.
recovery-other-folder = Open another folder…
recovery-show-folder = Show the folder
recovery-anew = Start with an empty library
recovery-anew-line = What stands in this place is kept under another name.
recovery-without-journal = Open without these changes
recovery-without-journal-line = They are kept beside it under another name.
recovery-restore-this = Restore this copy
recovery-working = One moment…
recovery-salvaged = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
} found in { $workshops ->
    [one] { $workshops } workshop
   *[other] { $workshops } workshops
}. The original is kept: { $kept }
recovery-kept = What stood there is kept: { $kept }
trouble-title = Couloir has stopped writing
trouble-keep = Keep everything and go on
trouble-keep-line = Puts everything that Couloir still has in place; the other file is kept under another name.
trouble-use-other = Open what is there now
trouble-use-other-line = What Couloir still has is first put among the copies.
safety-open = Data safety
safety-title = Data safety
safety-line = Where your data is, which copies exist, and how to go back to them.
safety-back = Home
safety-place = Where it is
safety-size = Size
safety-show-folder = Show the folder
safety-last-copy = Last verified copy
safety-none-yet = none yet
safety-second = Second place
safety-second-none = none: a stick or a share also guards against a lost laptop
safety-second-away = { $path } is not connected
safety-second-at = { $path }, last copy { $moment }
safety-second-never = { $path }, no copy yet
safety-second-choose = Choose…
safety-second-forget = Stop using it
safety-rehearsed = Last restore rehearsed
safety-rehearse = Rehearse now
safety-rehearsed-fine = The copy of { $moment } was restored on trial: { $count ->
    [one] { $count } workshop read whole
   *[other] { $count } workshops read whole
}.
safety-network = Network
safety-network-none = Couloir opens no connection. Nothing leaves this computer unless you save it elsewhere.
safety-carried = This folder is synchronised by { $program }. Another program may replace the database while you work; a local folder is safer.
safety-carried-network = This folder is on a network share. A cut connection can damage the database; a local folder is safer.
safety-move = Move to this computer
safety-moved = The data is now in { $path }. The old folder was left as it is.
safety-copies = Copies
safety-copy-now = Make a copy
safety-copied = The copy is made and verified.
safety-copy-same = A copy of this state exists already.
safety-save-copy = Save a copy…
safety-saved = A verified copy is in { $path }.
safety-open-copy = Restore from a file…
safety-copies-rule = Couloir keeps all copies of two days, then one a day for 14 days, one a week for 10 weeks and one a month for 12 months.
safety-look = Compare and restore
safety-difference = What restoring would change
safety-difference-none = This copy is the same as what is open.
safety-fate-returns = comes back
safety-fate-changes = becomes as in the copy
safety-fate-stays = the same
safety-fate-goes = goes
safety-rows-returning = { $count ->
    [one] { $count } row comes back
   *[other] { $count } rows come back
}
safety-rows-changing = { $count ->
    [one] { $count } row changes
   *[other] { $count } rows change
}
safety-rows-going = { $count ->
    [one] { $count } row goes
   *[other] { $count } rows go
}
safety-restore-all = Restore everything
safety-restore-one = Restore this workshop
safety-restored = The data is that of the copy.
safety-restored-one = The workshop is that of the copy.
safety-restore-undo = Take it back
safety-restore-promise = The present state is copied first: a restore can be taken back.
cli-check-deep = Read every row and every image of the history
cli-backup = Make a verified copy, among the copies or in a file
cli-backup-file = File of the copy; without it, among the copies
cli-backup-made = Verified copy: { $path }
cli-backups = List the copies
cli-backups-none = There is no copy yet.
cli-restore = Restore a copy, whole or one workshop
cli-restore-copy = “latest” for the newest, the name of a copy, or a file
cli-restore-workshop = Restore this workshop only
cli-restored = The data is that of the copy. The state before is kept: couloir restore { $name }
cli-restored-over = The data is that of the copy. What stood there is kept: { $kept }
cli-restored-workshop = Workshop { $id } is that of the copy.
cli-salvage = Save what can be read of a damaged database
cli-salvage-database = Damaged file; it is only read
cli-salvage-new = New database to make
cli-salvage-exists = { $path } is there already and was not touched; choose another name.
cli-salvaged = { $rows } rows in { $workshops } workshops, { $history } of them taken from the history; { $dropped } without a place left out. New database: { $path }
kind-backup = copy
recovery-go-on = Go on
backup-and-more = { $titles } and { $count } more
backup-more-workshops = { $sign }{ $count ->
    [one] { $count } workshop
   *[other] { $count } workshops
}
backup-more-tasks = { $sign }{ $count ->
    [one] { $count } task
   *[other] { $count } tasks
}
size-kilobytes = { $size } kB
size-megabytes = { $size } MB
cli-erase = Delete a workshop for ever, with all its history
cli-erase-copies = Erase it from all copies too
cli-erase-yes = Yes, for ever
cli-erase-unsure = Workshop { $id } would be deleted for ever, with no way back. Nothing was changed; add --yes to do it.
cli-erased = Workshop { $id } is deleted for ever{ $count ->
    [0] .
    [one] , and from one copy.
   *[other] , and from { $count } copies.
}
cli-erase-left = This copy could not be changed and may still hold it: { $path }
home-erase = Delete for ever…
home-erase-title = Delete for ever
home-erase-text = “{ $title }” will be erased with all its history. This cannot be undone.
home-erase-copies = Erase from the safety copies too
home-erase-yes = Delete for ever
home-erased = “{ $title }” is erased for ever.
home-erased-left = { $count ->
    [one] One copy could not be changed and may still hold it.
   *[other] { $count } copies could not be changed and may still hold it.
}
people-erase = Erase everywhere, for ever…
erase-anew = Shared and started anew, because the shared file remembers: { $titles }. Send the new file to everybody; what others already have cannot be erased from here.
people-erase-title = Erase a person
people-erase-text = { $name } will be erased from all workshops: the entry, and the name and address in every text and all the history. This cannot be undone.
clock-jumped-title = The computer’s clock changed
clock-jumped = It went { $direction ->
    [back] back
   *[forward] forward
} by { $minutes } min. The time of meetings did not follow.
clock-follow = Go by the new time
clock-keep = Keep the time as it runs
safety-seal-title = Protect a copy of everything with a passphrase
safety-save-sealed = Save a protected copy…
