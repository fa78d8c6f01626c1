# The documents screen.
nav-documents = Documents
documents-title = Documents
documents-pages = { $count ->
    [one] one page, as it prints
   *[other] { $count } pages, as they print
}
document-save = Save as PDF…
document-save-as = Save as…
document-print-or-save = Print or save
document-as-pdf = As PDF…
document-as-docx = As a Word document…
document-as-png = As a PNG picture…
document-as-svg = As an SVG picture…
document-as-xlsx = As an Excel workbook…
document-saved-pages = { $count } pages saved, one a file, from { $path }
document-print = Print…
document-saved = Saved: { $path }
document-opened = The document opens in your PDF viewer; print it from there.
document-meeting = Meeting
document-next-meeting = The next one
document-language = Language of the document
document-paper = Paper
preview-draft = “Draft” mark
document-by-role = One page per role
document-private = With private notes
document-zoom = Size on screen
document-preview = Preview of the pages
document-page-alt = { $document }, page { $number }
document-unprintable = No font on this computer has these characters; they print as boxes: { $characters }
shortcuts-documents = Documents
documents-set = Save all…
documents-set-folder = Folder for all documents
documents-set-progress = { $done } of { $total }
documents-set-done = { $count } documents saved in { $folder }
documents-set-cancelled = Stopped: { $count } documents saved in { $folder }, each of them whole
documents-thumbs = Pages
documents-go-to = Page { $number }
documents-page-menu = Page { $number }
documents-save-page = Save page { $number } as { $format }…
document-upright = Upright sheets
document-since = Compare with
document-since-none = nothing
document-footer = Footer
