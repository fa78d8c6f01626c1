# Reprendre des données : choisir, relire, corriger, accepter.
import-open = Importer…
import-start = Importer un fichier ou un tableau…
import-title = Importer dans un nouvel atelier
import-into-title = Importer dans « { $title } »
import-what = Une archive Couloir, un tableau (XLSX, ODS, CSV), un document (DOCX, ODT, Markdown, HTML, texte) ou un agenda (ICS). Vous relisez et corrigez tout avant que quoi que ce soit ne change.
import-file = Choisir un fichier…
import-drop = ou déposez-le n’importe où sur la fenêtre.
import-drop-here = Déposez le fichier pour le relire
import-paste = Ou collez un tableau ou un texte
import-paste-placeholder = Cellules, listes ou pages copiées d’un tableur, d’un document ou du web, ou texte Markdown
import-read-text = Lire ce texte
import-reading = Lecture en cours…
import-heading = Importer « { $name } »
import-pasted-heading = Importer ce qui a été collé
import-pasted = Tableau collé
import-unchanged = rien n’est encore modifié
import-untitled = Atelier importé
import-accept = { $count ->
    [0] Rien à importer
    [one] Importer un élément
   *[other] Importer { $count } éléments
}
import-accept-key = Importer ce qui est coché
shortcuts-import = Import
import-done = { $count ->
    [one] Un élément importé
   *[other] { $count } éléments importés
}{ $left ->
    [0] .
    [one] , un laissé.
   *[other] , { $left } laissés.
} Une seule annulation revient en arrière.
import-into = Où importer
import-here = Cet atelier
import-new = Nouvel atelier
import-filter = Ce qui est montré
import-all = Tout
import-twins = presque pareils
import-left = laissés
import-found = Ce qui a été trouvé
import-warnings = { $count ->
    [one] Une remarque
   *[other] { $count } remarques
}
import-nothing = Rien n’est reconnu pour l’instant. Dites plus haut ce que contiennent les colonnes.
import-take-all = Tout cocher
import-take-none = Tout décocher
import-take-one = Importer : { $text }
import-line = Ligne { $line } du fichier
import-becomes = Devient : { $text }
import-of-role = Rôle de : { $text }
import-receiver = Reçoit : { $text }
import-no-role = sans rôle
import-words = Texte
import-twin = presque pareil à « { $text } »
import-twin-there = déjà dans l’atelier : « { $text } » ; cochez pour garder les deux
import-rows = { $count ->
    [one] une ligne
   *[other] { $count } lignes
}
import-header = Titres
import-header-none = sans titres
import-header-line = ligne { $line }
import-column = Sens de la colonne { $title }
import-column-left = laisser de côté
import-column-part = RACI de { $role }
import-list = Sorte
import-added = à ajouter
import-same = identiques
import-changed = différents
import-archive-hint = Ce qui est différent reste comme dans l’atelier ouvert. Pour le reprendre tel quel, importez l’archive dans un nouvel atelier et comparez.
import-one-role = rôle
import-one-skill = compétence
import-one-typical-task = tâche courante
import-one-person = personne
import-one-responsibility = responsabilité
import-one-step = étape
import-one-task = tâche
import-one-need = besoin
import-one-offer = offre
import-one-resource = ressource
import-one-meeting = réunion
import-one-agenda-item = point
import-one-note = note gardée
import-list-roles = rôles
import-list-skills = compétences
import-list-typical-tasks = tâches courantes
import-list-people = personnes
import-list-role-holders = titulaires
import-list-responsibilities = responsabilités
import-list-slips = papillons
import-list-steps = étapes
import-list-step-dependencies = dépendances entre étapes
import-list-tasks = tâches
import-list-task-dependencies = dépendances entre tâches
import-list-involvements = parts RACI
import-list-contracts = lignes de contrat
import-list-series = séries
import-list-meetings = réunions
import-list-attendees = participations
import-list-agenda-items = points à l’ordre du jour
import-list-deferrals = reports
import-list-outcomes = notes, décisions et actions
import-list-backlog-items = éléments du parking
import-list-references = liens
import-list-pulses = relevés de contrat
import-list-acceptances = constats acceptés
import-list-resources = ressources
import-list-tags = étiquettes
import-list-taggings = étiquettes posées
import-list-snapshots = instantanés
import-list-airtimes = temps de parole
import-warning-two-owners = Ligne { $line } : deux rôles ont le A, le premier porte la tâche en attendant de décider : { $subject }
import-warning-owner-by-work = Ligne { $line } : personne n’a le A ; le rôle qui réalise porte la tâche : { $subject }
import-warning-no-owner = Ligne { $line } : personne n’a le A, la tâche n’est portée par aucun rôle : { $subject }
import-warning-dialect = Les lettres autres que R, A, C, I sont lues ainsi : { $subject }
import-warning-step-row = La ligne { $line } nomme celles qui la suivent et devient une étape : { $subject }
import-warning-filled-down = Les cellules vides sous un nom sont lues comme le même nom : { $subject }
import-warning-role-by-name = Ce tableau ne nomme aucun rôle ; il est lu comme celui de « { $subject } »
import-two-owners = Le fichier importé donne le A à deux rôles : { $roles }. À trancher.
import-column-kept = garder dans le détail
import-column-done = fait
import-column-due = échéance
import-column-tags = étiquettes
import-column-assignee = personne qui s’en charge
import-column-accountable = A, approuve (noms)
import-column-responsible = R, réalise (noms)
import-column-consulted = C, consulté (noms)
import-column-informed = I, informé (noms)
import-column-letters = lettre RACI du rôle de la ligne
import-column-part-of-task = RACI de la tâche { $task }
import-left-title = { $count ->
    [one] Un élément du fichier est laissé
   *[other] { $count } éléments du fichier sont laissés
}
import-left-column = Colonne « { $name } »{ $place ->
    [none] { "" }
   *[other] {" "}de { $place }
} : { $count ->
    [one] une cellule
   *[other] { $count } cellules
}
import-left-sheet = Feuille ou tableau entier « { $name } » : { $count ->
    [one] une ligne
   *[other] { $count } lignes
}
import-left-hidden-sheet = Feuille masquée « { $name } » : { $count ->
    [one] une ligne
   *[other] { $count } lignes
}
import-left-row = Ligne { $line } : { $name }
import-left-cell = Ligne { $line }, cellule au sens inconnu : { $name }
import-left-block = Ligne { $line }, texte : { $name }
import-remembered = Colonnes telles que réglées la dernière fois pour ce genre de fichier.
import-guess-again = Comme devinées
import-nothing-of-table = Rien n’est encore repris : dites plus haut ce que contiennent les colonnes.
import-hidden = masquée dans le classeur
import-all-left = rien n’en est encore repris
import-more = { $count ->
    [one] et un de plus
   *[other] et { $count } de plus
}
import-state-new = nouveau
import-state-changed = modifié dans le fichier
import-state-same = déjà identique
import-take-changes = Reprendre aussi les modifications
import-change = { $field } : { $before } → { $after }
import-change-title = titre
import-change-name = nom
import-change-detail = détail
import-change-notes = notes
import-change-status = état
import-change-role-id = rôle
import-change-step-id = étape
import-change-parts = RACI
import-change-roles = rôles
import-change-mandate = mission
import-change-first-step = premier pas
import-change-organisation = organisation
import-change-email = e-mail
import-change-url = lien
import-change-heading = rubrique
import-change-tags = étiquettes
import-change-due-on = échéance
import-change-person-id = personne
import-warning-day-assumed = L’ordre du jour ne dit pas la date ; il est prévu le { $subject }, à changer dans Réunions
import-warning-no-length = « { $subject } » n’a pas de durée ; c’est un simple repère
import-column-end = fin
import-column-section = partie
import-column-instruction = consigne
# The file is a template.
import-template = Ce fichier est un modèle. Il commence un atelier, ou rejoint vos modèles.
import-template-begin = Commencer un atelier
import-template-keep = Garder dans mes modèles
# What an import brings, by kind; also on the command line.
import-kind-role = rôles
import-kind-skill = compétences
import-kind-typical-task = tâches courantes
import-kind-person = personnes
import-kind-responsibility = responsabilités
import-kind-step = étapes
import-kind-task = tâches
import-kind-need = besoins
import-kind-offer = offres
import-kind-resource = ressources
import-kind-meeting = réunions
import-kind-agenda-item = points à l’ordre du jour
import-kind-note = notes non reconnues, gardées
