# The questionnaire that participants fill in before the workshop.
form-title = Questionnaire
form-sheet = Questionnaire
form-how = Répondez dans les cases claires, une idée par ligne, en une phrase. Laissez vide ce à quoi vous n’avez rien à répondre. Personne ne verra vos réponses avant qu’elles ne soient toutes révélées ensemble, pendant l’atelier. Enregistrez le fichier tel quel et renvoyez-le.
form-printed-how = Une idée par ligne, en une phrase. Laissez vide ce à quoi vous n’avez rien à répondre. Toutes les réponses seront révélées ensemble, pendant l’atelier.
form-too-long-title = Réponse trop longue
form-too-long = Une réponse tient en 300 caractères au plus. Répartissez-la sur deux lignes.
form-mine = Ce dont je réponds
form-mine-how = Les résultats que les autres peuvent attendre de votre rôle.
form-mine-ask = Mon rôle répond de
form-theirs = Ce dont les autres répondent, à mon avis
form-theirs-how = Sans vérifier : c’est l’écart entre ce que l’on croit qui nous intéresse.
form-theirs-ask = { $letter } { $role } répond de
form-nobody-ask = Personne ne répond de
form-needs = Ce dont j’ai besoin
form-needs-how = Ce qu’il vous faut de chaque rôle pour tenir le vôtre, et pour quand.
form-needs-ask = De { $letter } { $role }, j’ai besoin de
form-offers = Ce que j’offre
form-offers-how = Ce que chaque rôle peut attendre du vôtre.
form-offers-ask = À { $letter } { $role }, j’offre
form-save-title = Choisir le dossier des questionnaires
form-saved =
    { $count ->
        [one] { $count } questionnaire enregistré dans { $folder }
       *[other] { $count } questionnaires enregistrés dans { $folder }
    }
form-open-title = Choisir les questionnaires remplis
form-menu = Questionnaires…
form-menu-save = Préparer un questionnaire par rôle…
form-menu-read = Reprendre des questionnaires remplis…
form-read-title = Questionnaires remplis
form-read-how = Les réponses entrent cachées et se montrent avec les autres, à la révélation. Une seule étape d’annulation.
form-take =
    { $count ->
        [0] Rien à reprendre
        [one] Reprendre { $count } réponse
       *[other] Reprendre { $count } réponses
    }
form-taken =
    { $count ->
        [one] { $count } réponse reprise, cachée jusqu’à la révélation.
       *[other] { $count } réponses reprises, cachées jusqu’à la révélation.
    }
form-state-taken = { $slips } pour les responsabilités, { $needs } besoins, { $offers } offres
form-state-known = toutes ses réponses sont déjà là
form-state-blank = aucune réponse
form-state-other-workshop = d’un autre atelier : laissé
form-state-role-gone = son rôle n’existe plus : laissé
form-state-unreadable = illisible : laissé
form-remark-same =
    { $count ->
        [one] { $count } réponse déjà donnée
       *[other] { $count } réponses déjà données
    }
form-remark-second = deuxième questionnaire de ce rôle : les réponses sont réunies
form-remark-added =
    { $count ->
        [one] ligne ajoutée { $rows }, comptée avec la question au-dessus
       *[other] lignes ajoutées { $rows }, comptées avec la question au-dessus
    }
form-remark-gone = question sur un rôle qui n’existe plus, laissée : { $questions }
form-remark-too-long =
    { $count ->
        [one] réponse trop longue, laissée : ligne { $rows }
       *[other] réponses trop longues, laissées : lignes { $rows }
    }
form-remark-left = cases sans question, laissées : { $cells }
