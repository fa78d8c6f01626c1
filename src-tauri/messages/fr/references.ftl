# Ce à quoi un point ou une décision se rapporte.
reference-about = Concerne
reference-changes = Ce qui change
reference-placeholder = Lier une tâche, un contrat, une responsabilité, un constat
reference-none = Rien ne correspond. Essayez un numéro de tâche ou un autre mot.
reference-delete = Délier : { $text }
reference-task = tâche
reference-contract = contrat
reference-responsibility = responsabilité
reference-finding = constat
reference-settled = constat réglé depuis
