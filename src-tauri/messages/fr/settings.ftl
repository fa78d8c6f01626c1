# The settings of this laptop, and what the program is.
settings-title = Réglages
settings-look = Interface
settings-zoom = Taille
settings-percent = { $percent } %
settings-larger = Agrandir
settings-smaller = Réduire
settings-usual = Taille normale
settings-full-screen = Plein écran
settings-meetings = Réunions
settings-data = Données
settings-data-text = Tout reste sur cet ordinateur. L’emplacement, les copies et l’effacement sont réunis sur un seul écran.
settings-about = À propos
settings-versions = Couloir { $version } · format de données { $schema } · SQLite { $sqlite } · moteur d’affichage { $webview }
settings-licence = Logiciel libre, sous licence MIT ou Apache 2.0, au choix. Couloir ne se connecte à aucun réseau.
