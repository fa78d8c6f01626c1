# Chercher partout.
search-label = Chercher partout
search-placeholder = Chercher dans tous les ateliers
search-count = { $count ->
    [0] Rien trouvé
    [one] 1 texte trouvé
   *[other] { $count } textes trouvés
}
search-more = Plus de { $count } textes trouvés ; les plus récents d’abord. Un mot de plus resserre la recherche.
search-first = Les { $shown } premiers de { $count } textes
search-nothing = Aucun texte ne contient ces mots.
search-nothing-why = Tous les mots doivent se trouver dans le même texte. Le début d’un mot suffit ; accents et majuscules ne comptent pas ; « des mots entre guillemets » sont cherchés ensemble.
search-private = privé
