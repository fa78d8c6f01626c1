# The settings of this laptop, and what the program is.
settings-title = Settings
settings-look = Interface
settings-zoom = Size
settings-percent = { $percent }%
settings-larger = Larger
settings-smaller = Smaller
settings-usual = Usual size
settings-full-screen = Full screen
settings-meetings = Meetings
settings-data = Data
settings-data-text = Everything stays on this computer. Its place, the copies and erasing are on one screen.
settings-about = About
settings-versions = Couloir { $version } · data format { $schema } · SQLite { $sqlite } · web view { $webview }
settings-licence = Free software, under the MIT or the Apache 2.0 licence, as you like. Couloir connects to no network.
