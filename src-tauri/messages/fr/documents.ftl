# What documents say on paper. document-<code> names a document.
document-agenda = Ordre du jour
document-full-title = { $kind } : { $title }
document-draft = Brouillon
document-goal = But
document-bring = À apporter
document-time = Heure
document-item = Point
document-lead = Conduit par
document-minutes = min
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
error-file-no-folder = Le dossier de { $subject } n’existe pas. Rien n’a été écrit ; choisissez un autre emplacement.
error-file-is-folder = { $subject } est un dossier. Rien n’a été écrit ; choisissez un nom de fichier.
error-file-read-only = { $subject } ne peut pas être modifié. Rien n’a été écrit ; choisissez un autre emplacement ou vérifiez les droits.
error-file-disk-full = Le disque est plein : { $subject } n’a pas été écrit. L’ancien fichier est intact ; libérez de l’espace et réessayez.
error-file-differs = { $subject } n’a pas pu être relu tel qu’il a été écrit. Ne vous fiez pas à ce disque ; enregistrez ailleurs.
error-file-not-written = { $subject } n’a pas pu être écrit. L’ancien fichier est intact ; choisissez un autre emplacement.
