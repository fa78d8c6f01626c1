# The documents screen.
nav-documents = Documents
documents-title = Documents
documents-pages = { $count ->
    [one] une page, telle qu’elle s’imprime
   *[other] { $count } pages, telles qu’elles s’impriment
}
document-save = Enregistrer en PDF…
document-save-as = Enregistrer sous…
document-print-or-save = Imprimer ou enregistrer
document-as-pdf = En PDF…
document-as-docx = En document Word…
document-as-png = En image PNG…
document-as-svg = En image SVG…
document-as-xlsx = En classeur Excel…
document-saved-pages = { $count } pages enregistrées, une par fichier, à partir de { $path }
document-print = Imprimer…
document-saved = Enregistré : { $path }
document-opened = Le document s’ouvre dans votre lecteur de PDF ; imprimez-le depuis là.
document-meeting = Réunion
document-next-meeting = La prochaine
document-language = Langue du document
document-paper = Papier
preview-draft = Mention « Brouillon »
document-by-role = Une page par rôle
document-private = Avec les notes privées
document-zoom = Taille à l’écran
document-preview = Aperçu des pages
document-page-alt = { $document }, page { $number }
document-unprintable = Ces caractères n’existent dans aucune police de cet ordinateur et s’impriment comme des cases : { $characters }
shortcuts-documents = Documents
documents-set = Tout enregistrer…
documents-set-folder = Dossier pour tous les documents
documents-set-progress = { $done } sur { $total }
documents-set-done = { $count } documents enregistrés dans { $folder }
documents-set-cancelled = Arrêté : { $count } documents enregistrés dans { $folder }, chacun entier
documents-thumbs = Pages
documents-go-to = Page { $number }
documents-page-menu = Page { $number }
documents-save-page = Enregistrer la page { $number } en { $format }…
document-upright = Feuilles en hauteur
document-since = Comparer avec
document-since-none = rien
document-footer = Pied de page
