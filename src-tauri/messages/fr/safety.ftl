# Quand la base ne s’ouvre pas, et tout ce qui protège les données.
fault-missing = La base de Couloir n’est plus dans son dossier ({ $path }), alors que des copies ou ses dernières modifications existent encore. Rien n’a été touché.
fault-empty = Le fichier { $path } existe mais il est vide : il ne contient plus aucune donnée. Il n’a pas été touché.
fault-is-folder = Un dossier se trouve à la place de la base : { $path }. Il n’a pas été touché.
fault-no-folder = Le dossier de données { $path } n’est pas un dossier ou ne peut pas être créé. Rien n’a été touché.
fault-no-right = Le système ne vous donne pas le droit de lire { $path }. Rien n’a été touché ; vérifiez les droits du fichier et de son dossier.
fault-not-a-database = Le fichier { $path } n’est pas une base de données. Il n’a pas été touché.
fault-other-program = Le fichier { $path } est la base d’un autre programme. Il n’a pas été touché.
fault-damaged = La base { $path } est endommagée. Elle n’a pas été touchée, et l’essentiel peut en général être relu.
fault-read-failed = Le disque répond par des erreurs quand Couloir lit { $path }. Rien n’a été écrit ; si cela dure, copiez vos données sur un autre disque.
fault-side-file = Le fichier { $path }, dont la base a besoin à côté d’elle, ne peut pas être utilisé. Rien n’a été touché.
fault-foreign-journal = Les dernières modifications ({ $path }) appartiennent à une autre copie de la base : un autre programme a remplacé le fichier. Les appliquer l’abîmerait ; rien n’a été touché.
file-change-missing = La base n’est plus à sa place : son dossier a été déplacé, renommé ou supprimé. Couloir n’écrit plus : ce que vous faites à partir de maintenant n’est pas enregistré.
file-change-replaced = Un autre programme a mis un autre fichier à la place de la base. Couloir n’écrit plus : ce que vous faites à partir de maintenant n’est pas enregistré.
file-change-rewritten = Un autre programme a modifié ou coupé le fichier de la base. Couloir n’écrit plus : ce que vous faites à partir de maintenant n’est pas enregistré.
file-change-journal = Un autre programme a supprimé ou modifié les dernières modifications gardées à côté de la base. Couloir n’écrit plus : ce que vous faites à partir de maintenant n’est pas enregistré.
read-only-place = Cet emplacement ne peut pas être modifié : vous pouvez tout lire et tout exporter, rien n’est enregistré.
read-only-disk-full = Le disque est plein : vous pouvez tout lire, rien n’est enregistré. Libérez de l’espace, puis réessayez.
read-only-in-use = Un autre Couloir écrit dans ce dossier : vous pouvez tout lire et tout exporter.
error-disk = Le disque a répondu par une erreur. La modification n’a pas été enregistrée ; réessayez et, si cela dure, faites une copie ailleurs.
error-disk-unsure = Le disque a répondu par une erreur au moment d’enregistrer. Il n’est pas sûr que la dernière modification soit gardée : vérifiez-la avant de la refaire, et faites une copie ailleurs.
error-bad-copy = La copie ne s’est pas révélée complète et n’a pas été gardée. Les données sont intactes ; réessayez ou choisissez un autre disque.
error-internal-here = Un problème inattendu est survenu : { $reason }
backup-cause-automatic = automatique
backup-cause-migration = avant une mise à jour
backup-cause-import = avant un import
backup-cause-restore = avant une restauration
backup-cause-deletion = avant une suppression
backup-cause-manual = à votre demande
backup-cause-rescue = sauvetage
backup-workshops = { $count ->
    [0] aucun atelier
    [one] { $count } atelier
   *[other] { $count } ateliers
}
backup-unreadable = cette copie ne peut pas être lue
backup-elsewhere = seconde place
recovery-title = Couloir ne peut pas ouvrir ses données
recovery-title-done = Vos données s’ouvrent à nouveau
recovery-title-read-only = Lecture seule
recovery-place = Dossier des données
recovery-retry = Réessayer
recovery-restore = Restaurer une copie
recovery-restore-line = Le fichier actuel est gardé sous un autre nom.
recovery-no-copies = Aucune copie n’a été trouvée à côté du dossier de données. Une copie enregistrée ailleurs peut être choisie.
recovery-other-copy = Choisir un fichier…
recovery-salvage = Sauver ce qui peut être lu
recovery-salvage-line = Couloir relit le fichier page par page et met tout ce qu’il retrouve dans une nouvelle base ; l’original est gardé.
recovery-other-folder = Ouvrir un autre dossier…
recovery-show-folder = Afficher le dossier
recovery-anew = Commencer une base vide
recovery-anew-line = Ce qui se trouve à cette place est gardé sous un autre nom.
recovery-without-journal = Ouvrir sans ces modifications
recovery-without-journal-line = Elles sont gardées à côté, sous un autre nom.
recovery-restore-this = Restaurer cette copie
recovery-working = Un instant…
recovery-salvaged = { $rows ->
    [one] { $rows } ligne retrouvée
   *[other] { $rows } lignes retrouvées
} dans { $workshops ->
    [one] { $workshops } atelier
   *[other] { $workshops } ateliers
}. L’original est gardé : { $kept }
recovery-kept = Ce qui se trouvait là est gardé : { $kept }
trouble-title = Couloir n’écrit plus
trouble-keep = Tout garder et continuer
trouble-keep-line = Met en place tout ce que Couloir a encore ; l’autre fichier est gardé sous un autre nom.
trouble-use-other = Ouvrir ce qui est là maintenant
trouble-use-other-line = Ce que Couloir a encore est d’abord mis parmi les copies.
safety-open = Sécurité des données
safety-title = Sécurité des données
safety-line = Où sont vos données, quelles copies existent, et comment y revenir.
safety-back = Accueil
safety-place = Où elles sont
safety-size = Taille
safety-show-folder = Afficher le dossier
safety-last-copy = Dernière copie vérifiée
safety-none-yet = aucune pour l’instant
safety-second = Seconde place
safety-second-none = aucune : une clé ou un partage protège aussi d’un ordinateur perdu
safety-second-away = { $path } n’est pas branché
safety-second-at = { $path }, dernière copie { $moment }
safety-second-never = { $path }, pas encore de copie
safety-second-choose = Choisir…
safety-second-forget = Ne plus utiliser
safety-rehearsed = Dernière restauration essayée
safety-rehearse = Essayer maintenant
safety-rehearsed-fine = La copie du { $moment } a été restaurée à l’essai : { $count ->
    [one] { $count } atelier relu en entier
   *[other] { $count } ateliers relus en entier
}.
safety-network = Réseau
safety-network-none = Couloir n’ouvre aucune connexion. Rien ne quitte cet ordinateur sans que vous l’enregistriez ailleurs.
safety-carried = Ce dossier est synchronisé par { $program }. Un autre programme peut remplacer la base pendant que vous travaillez ; un dossier local est plus sûr.
safety-carried-network = Ce dossier se trouve sur un partage réseau. Une coupure peut abîmer la base ; un dossier local est plus sûr.
safety-move = Déplacer vers cet ordinateur
safety-moved = Les données sont maintenant dans { $path }. L’ancien dossier est resté tel quel.
safety-copies = Copies
safety-copy-now = Faire une copie
safety-copied = La copie est faite et vérifiée.
safety-copy-same = Une copie de cet état existe déjà.
safety-save-copy = Enregistrer une copie…
safety-saved = Une copie vérifiée se trouve dans { $path }.
safety-open-copy = Restaurer depuis un fichier…
safety-copies-rule = Couloir garde toutes les copies de deux jours, puis une par jour pendant 14 jours, une par semaine pendant 10 semaines et une par mois pendant 12 mois.
safety-look = Comparer et restaurer
safety-difference = Ce que la restauration changerait
safety-difference-none = Cette copie est identique à ce qui est ouvert.
safety-fate-returns = revient
safety-fate-changes = redevient comme dans la copie
safety-fate-stays = identique
safety-fate-goes = disparaît
safety-rows-returning = { $count ->
    [one] { $count } ligne revient
   *[other] { $count } lignes reviennent
}
safety-rows-changing = { $count ->
    [one] { $count } ligne change
   *[other] { $count } lignes changent
}
safety-rows-going = { $count ->
    [one] { $count } ligne disparaît
   *[other] { $count } lignes disparaissent
}
safety-restore-all = Tout restaurer
safety-restore-one = Restaurer cet atelier
safety-restored = Les données sont celles de la copie.
safety-restored-one = L’atelier est celui de la copie.
safety-restore-undo = Revenir en arrière
safety-restore-promise = L’état actuel est d’abord copié : la restauration s’annule.
cli-check-deep = Relit chaque ligne et chaque image de l’historique
cli-backup = Faire une copie vérifiée, parmi les copies ou dans un fichier
cli-backup-file = Fichier de la copie ; sans lui, parmi les copies
cli-backup-made = Copie vérifiée : { $path }
cli-backups = Lister les copies
cli-backups-none = Il n’y a pas encore de copie.
cli-restore = Restaurer une copie, en entier ou un seul atelier
cli-restore-copy = « latest » pour la plus récente, le nom d’une copie, ou un fichier
cli-restore-workshop = Ne restaurer que cet atelier
cli-restored = Les données sont celles de la copie. L’état d’avant est gardé : couloir restore { $name }
cli-restored-over = Les données sont celles de la copie. Ce qui se trouvait là est gardé : { $kept }
cli-restored-workshop = L’atelier { $id } est celui de la copie.
cli-salvage = Sauver ce qui peut être lu d’une base endommagée
cli-salvage-database = Fichier endommagé ; il n’est que lu
cli-salvage-new = Nouvelle base à créer
cli-salvage-exists = { $path } existe déjà et n’a pas été touché ; choisissez un autre nom.
cli-salvaged = { $rows } lignes dans { $workshops } ateliers, dont { $history } reprises de l’historique ; { $dropped } sans attache laissées. Nouvelle base : { $path }
kind-backup = copie
recovery-go-on = Continuer
backup-and-more = { $titles } et { $count } de plus
backup-more-workshops = { $sign }{ $count ->
    [one] { $count } atelier
   *[other] { $count } ateliers
}
backup-more-tasks = { $sign }{ $count ->
    [one] { $count } tâche
   *[other] { $count } tâches
}
size-kilobytes = { $size } ko
size-megabytes = { $size } Mo
cli-erase = Supprimer un atelier pour toujours, avec tout son historique
cli-erase-copies = L’effacer aussi de toutes les copies
cli-erase-yes = Oui, pour toujours
cli-erase-unsure = L’atelier { $id } serait supprimé pour toujours, sans retour possible. Rien n’a été modifié ; ajoutez --yes pour le faire.
cli-erased = L’atelier { $id } est supprimé pour toujours{ $count ->
    [0] .
    [one] , et d’une copie.
   *[other] , et de { $count } copies.
}
cli-erase-left = Cette copie n’a pas pu être modifiée et le contient peut-être encore : { $path }
home-erase = Supprimer pour toujours…
home-erase-title = Supprimer pour toujours
home-erase-text = « { $title } » sera effacé avec tout son historique. Cela ne peut pas être annulé.
home-erase-copies = Effacer aussi des copies de sécurité
home-erase-yes = Supprimer pour toujours
home-erased = « { $title } » est effacé pour toujours.
home-erased-left = { $count ->
    [one] Une copie n’a pas pu être modifiée et le contient peut-être encore.
   *[other] { $count } copies n’ont pas pu être modifiées et le contiennent peut-être encore.
}
people-erase = Effacer partout, pour toujours…
erase-anew = Partage recommencé à neuf, car le fichier partagé se souvient : { $titles }. Envoyez le nouveau fichier à tout le monde ; ce que les autres ont déjà ne peut pas être effacé d’ici.
people-erase-title = Effacer une personne
people-erase-text = { $name } sera effacé de tous les ateliers : la fiche, et le nom et l’adresse dans tous les textes et tout l’historique. Cela ne peut pas être annulé.
clock-jumped-title = L’horloge de l’ordinateur a changé
clock-jumped = Elle a { $direction ->
    [back] reculé
   *[forward] avancé
} de { $minutes } min. Le temps des réunions n’a pas suivi.
clock-follow = Suivre la nouvelle heure
clock-keep = Garder le temps tel qu’il court
safety-seal-title = Protéger une copie de tout par une phrase de passe
safety-save-sealed = Enregistrer une copie protégée…
