# Help: the guide, a page a screen.
help-title = Aide
help-search = Chercher dans l’aide
help-pages = Pages
help-nothing = Rien de tel dans l’aide. { $keys } cherche dans vos ateliers.
# The same pages as a book.
guide-title = Mode d’emploi
guide-contents = Contenu
guide-save = Enregistrer en PDF…
guide-save-title = Enregistrer le mode d’emploi
