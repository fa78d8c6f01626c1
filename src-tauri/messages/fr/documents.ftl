# What documents say on paper. document-<code> names a document.
document-agenda = Ordre du jour
document-full-title = { $kind } : { $title }
document-draft = Brouillon
document-goal = But
document-bring = À apporter
document-time = Heure
document-item = Point
document-lead = Conduit par
document-min = min
document-end = fin
document-total = total
document-length = { $minutes } min
document-people =
    { $count ->
        [one] { $count } personne
       *[other] { $count } personnes
    }
document-optional = facultatif
document-spare = { $minutes } min de marge
document-overlap = chevauchement de { $minutes } min
document-overrun = { $minutes } min au-delà de la fin prévue
document-no-meeting = Cet atelier n’a pas encore de réunion. Créez-en une dans Couloir, par exemple à partir d’un ordre du jour proposé, puis imprimez à nouveau ce document.
document-no-items = Cette réunion n’a pas encore de point à l’ordre du jour.
error-document-unknown = Il n’y a pas de document « { $subject } ». Rien n’a été écrit.
error-document-meeting-unknown = Cette réunion n’existe pas dans l’atelier : { $subject }. Rien n’a été écrit.
error-document-page-unknown = Ce document n’a pas de page { $subject }.
error-document-not-made = Un problème inattendu a empêché de composer le document. Rien n’a été écrit ; le journal technique en garde le détail.
error-document-not-in-format = Ce document ne s’enregistre pas en { $subject }. Rien n’a été écrit ; choisissez un nom qui finit par .pdf.
error-file-no-folder = Le dossier de { $subject } n’existe pas. Rien n’a été écrit ; choisissez un autre emplacement.
error-file-is-folder = { $subject } est un dossier. Rien n’a été écrit ; choisissez un nom de fichier.
error-file-not-ordinary = { $subject } n’est pas un fichier ordinaire (périphérique, tube ou lien qui mène à lui-même). Rien n’a été écrit ; choisissez un nom de fichier.
error-file-read-only = { $subject } ne peut pas être modifié. Rien n’a été écrit ; choisissez un autre emplacement ou vérifiez les droits.
error-file-disk-full = Le disque est plein : { $subject } n’a pas été écrit. L’ancien fichier est intact ; libérez de l’espace et réessayez.
error-file-differs = { $subject } n’a pas pu être relu tel qu’il a été écrit. Ne vous fiez pas à ce disque ; enregistrez ailleurs.
error-file-unconfirmed = { $subject } est écrit, mais le disque n’a pas confirmé qu’il le gardera après une coupure. Enregistrez-le aussi ailleurs.
error-file-not-written = { $subject } n’a pas pu être écrit. L’ancien fichier est intact ; choisissez un autre emplacement.
document-script = Conducteur de séance
document-minutes = Compte rendu
document-board = Tableau des tâches
document-raci = Matrice RACI
document-grid = Grille des contrats
document-roles = Fiche de rôle
document-contracts = Contrats de collaboration
document-relay = Passage de relais
document-wall-kit = Kit mural
document-forms = Questionnaire
document-record = Dossier complet
document-no-roles = Cet atelier n’a pas encore de rôle. Ajoutez-en dans Couloir, puis imprimez à nouveau ce document.
document-no-raci = Il faut au moins un rôle et une tâche pour dire qui prend quelle part à quoi. Ajoutez-en dans Couloir, puis imprimez à nouveau ce document.
document-no-pairs = Il faut au moins deux rôles pour que l’un doive quelque chose à l’autre. Ajoutez-en dans Couloir, puis imprimez à nouveau ce document.
document-no-steps = Cet atelier n’a encore ni étape ni contrat. Ajoutez-en dans Couloir, puis imprimez à nouveau ce document.
document-private-name = nom réservé
document-unassigned = Sans rôle
document-to-assign = à attribuer
document-place = Lieu
document-task-due = pour le { $day }
document-task-waits = attend { $tasks }
document-task-of-role = { $number } de { $letter }
document-task-count =
    { $count ->
        [one] { $count } tâche
       *[other] { $count } tâches
    }
document-task-unowned-count =
    { $count ->
        [one] { $count } tâche sans rôle
       *[other] { $count } tâches sans rôle
    }
document-role-count =
    { $count ->
        [one] { $count } rôle
       *[other] { $count } rôles
    }
document-task-number = N°
document-task-title = Tâche
document-task-role = Rôle
document-task-step = Étape
document-task-status = État
document-raci-accountable = A
document-raci-responsible = R
document-raci-consulted = C
document-raci-informed = I
document-raci-key = A : porte la tâche · R : réalise · C : est consulté · I : est informé
document-board-empty = Aucune carte dans ce couloir.
document-board-no-step = Hors étape
document-board-continued = (suite)
document-role-vacant = rôle vacant
document-role-skills = Compétences
document-role-responsibilities = J’en réponds
document-role-tasks = Mes tâches
document-role-typical = Tâches courantes
document-role-gives = Je donne
document-role-gets = Je reçois
document-role-first-step = Premier pas
document-role-resources = Ressources
document-sign-role = J’accepte ce rôle
document-sign-name = Nom
document-sign-date = Date
document-sign-signature = Signature
document-contract-gives = Donne
document-contract-receives = reçoit
document-contract-need = Besoin, dans les mots de qui reçoit
document-contract-offer = Offre, dans les mots de qui donne
document-contract-state = État
document-contract-mode = Mode :
document-contract-cadence = Quand :
document-contract-fulfilment = Tenu si :
document-contract-review = Revue le
document-contract-no-need = rien n’a été demandé
document-contract-no-offer = aucune offre pour le moment
document-contract-none = aucune ligne
document-contract-no-lines = Aucune ligne entre les rôles pour le moment
document-contract-score =
    { $agreed ->
        [one] { $agreed } ligne convenue sur { $lines }, soit { $percent } %
       *[other] { $agreed } lignes convenues sur { $lines }, soit { $percent } %
    }
document-contract-legend-all = tout convenu
document-contract-legend-half = en chemin
document-contract-legend-less = moins de la moitié
document-contract-legend-marks = ? sans réponse · ○ à confirmer · ≠ contesté
document-roles-range = Rôles { $first } à { $last }
document-contract-pair = { $first } ↔ { $second }
document-contract-commitment = Ce que nous nous devons
document-relay-hands = Transmet à
document-relay-early = à lancer tôt
document-relay-tasks = Tâches :
document-relay-first = peut commencer tout de suite
document-relay-after =
    { $count ->
        [one] après l’étape { $steps }
       *[other] après les étapes { $steps }
    }
document-relay-beside =
    { $count ->
        [one] en parallèle de l’étape { $steps }
       *[other] en parallèle des étapes { $steps }
    }
document-minutes-present = Présences
document-minutes-excused = Absences
document-minutes-decisions = Décisions
document-minutes-actions = Actions
document-minutes-items = Point par point
document-minutes-deferred = Reporté
document-minutes-no-decision = Aucune décision.
document-minutes-no-action = Aucune action.
document-minutes-general = Hors ordre du jour
document-minutes-skipped = non traité
document-decision-changes = Change
document-decision-proposer = Proposée par
document-decision-hands = Mains levées, de 0 à 5 :
document-decision-objections = Objections :
document-action-what = Quoi
document-action-who = Qui
document-action-due = Pour le
document-action-nobody = personne
document-action-no-date = sans date
document-action-done = fait
document-action-overdue = en retard
document-deferred-to = reporté à « { $title } », { $day }
document-deferred-times = { $count } reports
document-script-private = Document d’animation : contient des notes privées
document-script-materials = Matériel
document-script-notes = Notes privées
document-script-about = Concerne
document-script-goal = But
document-script-instruction = Consigne
document-script-method = Méthode
document-script-end = Fin
document-script-locked = heure fixe
document-script-least = au moins { $minutes } min
document-script-buffer = réserve
document-script-parallel = en parallèle
document-kit-lanes = En-têtes de couloir
document-kit-cards = Cartes
document-kit-blanks = Cartes vierges
document-kit-needs = Papillons de besoin
document-kit-offers = Papillons d’offre
document-kit-need = J’ai besoin
document-kit-offer = Je donne
document-kit-of-role = du rôle ……… , moi, rôle ……… , j’ai besoin de :
document-kit-by-role = au rôle ……… , moi, rôle ……… , je donne :
document-kit-sign = On verra que c’est tenu si :
document-kit-role = Rôle ………
document-record-contents = Sommaire
document-record-roles = Rôles
document-record-tasks = Tâches
document-record-raci = Matrice RACI
document-record-sequence = Enchaînement
document-record-contracts = Contrats de collaboration
document-record-meetings = Réunions
document-record-parking = Parking
document-record-resources = Ressources
document-record-organisation = Organisation
document-record-day = Date
document-record-people = Personnes
document-gaps = Rapport de constats
document-gaps-none = constat : rien ne manque entre les rôles
document-gaps-found = constats ouverts
document-gaps-accepted = Acceptés
document-gaps-on-agenda = à l’ordre du jour
document-gaps-parked = au parking
document-gaps-since = Depuis
document-minutes-since = Ce que la réunion a changé
document-gaps-before = avant
document-gaps-after = après
document-gaps-closed = Constats réglés
document-gaps-opened = Constats nouveaux
document-gaps-owners = Tâches qui ont changé de rôle
document-gaps-agreed = Lignes convenues
document-gaps-lost = Lignes qui ne le sont plus
document-gaps-figure-findings = Constats ouverts
document-gaps-figure-unassigned = Tâches sans rôle
document-gaps-figure-agreed = Lignes convenues
document-gaps-figure-contracts = Lignes de contrat
document-gaps-figure-done = Tâches faites
document-gaps-figure-tasks = Tâches
document-kit-number = N°
document-kit-poster = Qui donne quoi à qui
document-kit-poster-plan = Affiche des paires : montage
document-kit-poster-how = Coupez les marges, puis assemblez les feuilles bord à bord dans cet ordre. Chaque ligne donne, chaque colonne reçoit.
document-kit-poster-gives = donne
document-kit-poster-gets = reçoit
document-kit-poster-score = { $agreed } sur { $lines }
