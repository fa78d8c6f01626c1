# The command line: help texts and answers.
cli-couloir = Couloir prépare, anime et suit les ateliers de rôles et responsabilités. Sans commande, la fenêtre s’ouvre.
cli-usage = Usage :
cli-commands = Commandes :
cli-options = Options :
cli-arguments = Arguments :
cli-argument-help = Afficher cette aide
cli-argument-version = Afficher la version
cli-couloir-new = Ouvre la fenêtre sur le choix d’un nouvel atelier
cli-argument-data = Dossier des données (par défaut : celui du système)
cli-argument-id = Identifiant de l’atelier (voir « list »)
cli-argument-json = Répondre en JSON
cli-new = Créer un atelier et en afficher l’identifiant
cli-new-template = Partir d’un modèle : { $templates }
cli-new-language = Langue de l’atelier (par défaut : celle du système)
cli-new-title = Titre de l’atelier
cli-guide = Écrire le mode d’emploi en PDF
cli-guide-file = Fichier PDF à écrire
cli-guide-language = Langue du mode d’emploi (par défaut : celle du système)
cli-templates = Lister les modèles, intégrés et personnels, et ce qu’ils contiennent
cli-templates-language = Langue dans laquelle les montrer (par défaut : celle du système)
cli-template = Garder un atelier comme modèle (save ID NOM), l’écrire dans un fichier (export NOM FICHIER), le reprendre (import FICHIER) ou le supprimer (delete NOM)
cli-template-action = Ce qu’il faut faire
cli-template-what = Identifiant de l’atelier, nom du modèle ou fichier à reprendre
cli-template-to = Nom du modèle, ou fichier à écrire
cli-template-missing = Il manque le nom du modèle ou le fichier à écrire. Rien n’a été modifié.
cli-template-several = Plusieurs modèles s’appellent « { $template } » ; donnez son identifiant (voir « templates »). Rien n’a été modifié.
cli-template-deleted = Modèle supprimé : { $template }
cli-template-left = Laissé de côté : { $what }
cli-list = Lister les ateliers
cli-list-empty = Aucun atelier pour l’instant. Créez-en un : couloir new --template ajo
cli-show = Montrer un atelier en entier
cli-show-role = { $letter }  { $name } ({ $tasks ->
    [0] aucune tâche
    [one] une tâche
   *[other] { $tasks } tâches
})
cli-show-unassigned = { $tasks ->
    [0] Toutes les tâches ont un rôle.
    [one] Une tâche n’a pas de rôle.
   *[other] { $tasks } tâches n’ont pas de rôle.
}
cli-findings = Lister les constats : ce qui manque entre les rôles
cli-findings-count = { $count ->
    [0] Rien ne manque entre les rôles.
    [one] Un constat.
   *[other] { $count } constats.
}
cli-findings-accepted = Accepté : { $finding } Raison : { $reason }
cli-export = Écrire un document dans un fichier
cli-export-document = Document : { $documents }
cli-export-file = Fichier à écrire ; sa fin décide : .pdf, .docx, .png, .svg ou .xlsx (pour forms, un dossier ou un .zip)
cli-export-meeting = Réunion concernée (par défaut : la prochaine)
cli-export-series = Série concernée par un fichier .ics, par son identifiant ou son titre (par défaut : la seule qu’il y a)
cli-export-page = Page à dessiner, pour un fichier .svg ou .png (par défaut : la première)
cli-export-language = Langue du document (par défaut : celle de l’atelier)
cli-contracts = Lister ce que les rôles se doivent, avec le score
cli-rounds = Lister les tours par paires : chacun une fois avec chacun
cli-share = Partager un atelier avec d’autres portables, ou cesser
cli-share-stop = cesser de partager : l’atelier reste ici tel quel
cli-share-anew = un fichier neuf, qui ne sait rien de ce qui a été écrit puis supprimé
cli-share-done = L’atelier est partagé. Écrivez son fichier avec : couloir send ID FILE
cli-share-stopped = L’atelier n’est plus partagé ; il reste ici tel quel.
cli-share-anew-done = Le nouveau départ est fait. Envoyez le nouveau fichier à tout le monde.
cli-send = Écrire le fichier d’un atelier partagé, pour un autre portable
cli-send-file = où l’écrire (.couloir)
cli-send-passphrase = demander une phrase secrète, seule à ouvrir le fichier
cli-receive = Fusionner ce qu’un autre portable a envoyé, ou prendre part à son atelier
cli-receive-file = le fichier envoyé
cli-receive-nothing = Ce fichier ne contient pas d’atelier partagé. Rien n’a été modifié ; couloir import le prend comme atelier à part.
cli-conflicts = Lister ce qui ne va pas ensemble dans un atelier partagé
cli-check = Vérifier la base de données
cli-check-sound = La base est saine : { $workshops ->
    [0] aucun atelier
    [one] un atelier
   *[other] { $workshops } ateliers
}.
cli-check-faults = La base présente des défauts ({ $count }). Rien n’a été modifié ; restaurez une sauvegarde.
cli-unknown-command = La commande « { $what } » n’existe pas. Voir : couloir --help
cli-unknown-argument = L’argument « { $what } » n’est pas connu ici. Voir : couloir --help
cli-missing-argument = Il manque : { $what }. Voir : couloir --help
cli-bad-value = La valeur de { $what } n’est pas valable. Voir : couloir --help
cli-bad-arguments = Ces arguments ne vont pas ensemble. Voir : couloir --help
cli-unknown-language = La langue « { $language } » n’est pas connue ; choisissez fr ou en. Rien n’a été modifié.
cli-unknown-template = Le modèle « { $template } » n’existe pas ; les modèles intégrés sont : { $templates }. Rien n’a été modifié.
cli-wrong-ending = Un fichier en « .{ $ending } » ne contiendrait pas ce que dit son nom : « { $document } » s’écrit en { $endings }. Rien n’a été écrit.
cli-unknown-document = Le document « { $document } » n’existe pas ; choisissez parmi : { $documents }. Rien n’a été écrit.
cli-exported = Écrit : { $path }
cli-unprintable = Ces caractères n’existent dans aucune police de cet ordinateur et s’impriment comme des cases : { $characters }
window-no-display = Couloir ne trouve pas d’écran pour ouvrir sa fenêtre. Les commandes fonctionnent sans écran : couloir --help
window-failed = La fenêtre n’a pas pu s’ouvrir : { $reason }
cli-import = Reprendre un fichier : archive .couloir, tableau (XLSX, ODS, CSV, TSV), document (DOCX, ODT, Markdown, HTML, texte) ou agenda (ICS)
cli-import-file = Fichier à lire ; plusieurs s’il s’agit de questionnaires remplis
cli-import-into = Atelier à compléter (par défaut : un nouvel atelier)
cli-import-update = Modifier aussi les lignes de l’atelier ouvert que le fichier dit autrement
cli-import-dry-run = Montrer ce qui serait repris, sans rien modifier
cli-import-dry = Essai seulement : rien n’a été modifié.
cli-import-one = Un seul fichier à la fois, sauf pour des questionnaires remplis. Rien n’a été modifié ; importez-les l’un après l’autre.
cli-imported = { $rows ->
    [0] Rien de nouveau à reprendre.
    [one] Une ligne reprise, en une étape que l’on peut annuler.
   *[other] { $rows } lignes reprises, en une étape que l’on peut annuler.
}
cli-import-difference = { $list } : { $added } à ajouter, { $changed } différentes, laissées telles quelles
cli-import-count = { $kind } : { $taken } en plus, { $left } de côté{ $twins ->
    [0] {""}
   *[other] , dont { $twins } presque comme d’autres
}{ $changed ->
    [0] {""}
   *[other] , { $changed } à modifier (avec --update)
}
cli-no-meeting = Cet atelier n’a pas encore de réunion. Rien n’a été écrit.
cli-no-series = Cet atelier n’a pas de série de réunions. Rien n’a été écrit.
cli-which-series =
    Laquelle ? Nommez-la avec --series. Rien n’a été écrit.
    { $series }
cli-prepare = Proposer l’ordre du jour d’une réunion à partir de ce qui est ouvert
cli-prepare-meeting = Réunion concernée (par défaut : la prochaine)
cli-prepare-head = { $meeting } : { $taken } min proposées, { $available } min disponibles
cli-import-left-most = La plus grande partie de ce fichier est laissée : { $taken } lignes ou blocs repris, { $left } laissés. La liste plus haut les nomme.
cli-import-nothing = Rien n’a été reconnu, donc rien n’a été importé. La liste plus haut nomme ce qui est laissé ; dans la fenêtre, chaque colonne peut recevoir son sens.
cli-import-remembered = Colonnes lues comme elles ont été réglées dans la fenêtre pour un fichier aux mêmes titres.
cli-search = Trouver les textes qui contiennent tous les mots, dans tous les ateliers
cli-search-words = Mots, ou leurs débuts ; une expression entre guillemets
cli-search-workshop = Seulement dans cet atelier
cli-search-limit = Combien de textes afficher (50 par défaut)
cli-search-count = { $count ->
    [0] Rien trouvé.
    [one] 1 texte trouvé.
   *[other] { $count } textes trouvés, { $shown } affichés.
}
# The manual page.
manual-title = Manuel de Couloir
manual-name = Nom
manual-summary = préparer, animer et suivre des ateliers rôles et responsabilités
manual-synopsis = Synopsis
manual-description = Description
manual-options = Options
manual-commands = Commandes
manual-files = Fichiers
manual-files-data = La base de données, ses copies et les journaux du programme.
manual-files-portable = Un dossier de ce nom à côté du programme tient tout, sans rien laisser ailleurs.
cli-generate = Fabriquer des ateliers d’une taille donnée, pour mesurer et éprouver
cli-generate-tasks = Tâches de chacun
cli-generate-roles = Rôles de chacun
cli-generate-workshops = Nombre d’ateliers
cli-generate-seed = Le même nombre donne les mêmes textes
cli-export-passphrase = Protéger l’archive par une phrase de passe, demandée ou reçue par un tube
cli-passphrase-ask = Phrase de passe : 
cli-passphrase-new = Nouvelle phrase de passe : 
cli-passphrase-again = Encore une fois : 
cli-passphrase-differs = Les deux phrases de passe diffèrent. Rien n’a été écrit.
cli-passphrase-none = Aucune phrase de passe n’a été donnée : tapez-la, ou envoyez-la sur une ligne par un tube. Rien n’a été modifié.
cli-passphrase-archive = Seule une archive peut être protégée par une phrase de passe. Rien n’a été écrit.
cli-backup-passphrase = Protéger le fichier par une phrase de passe, demandée ou reçue par un tube
cli-passphrase-file = Seule une copie dans un fichier peut être protégée : donnez le nom du fichier. Rien n’a été écrit.
