# The application itself: names and words used everywhere.
app-name = Couloir
language-fr = Français
language-en = English
