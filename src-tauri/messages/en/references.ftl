# What an item or a decision is about.
reference-about = About
reference-changes = What it changes
reference-placeholder = Link a task, contract, responsibility or finding
reference-none = Nothing matches. Try a task number or another word.
reference-delete = Unlink: { $text }
reference-task = task
reference-contract = contract
reference-responsibility = responsibility
reference-finding = finding
reference-settled = finding settled since
