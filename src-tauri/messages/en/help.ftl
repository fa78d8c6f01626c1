# Help: the guide, a page a screen.
help-title = Help
help-search = Search the help
help-pages = Pages
help-nothing = Nothing of that in the help. { $keys } searches your workshops.
# The same pages as a book.
guide-title = Guide
guide-contents = Contents
guide-save = Save as PDF…
guide-save-title = Save the guide
