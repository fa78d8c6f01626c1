# Searching everywhere.
search-label = Search everything
search-placeholder = Search every workshop
search-count = { $count ->
    [0] Nothing found
    [one] 1 text found
   *[other] { $count } texts found
}
search-more = More than { $count } texts found; the newest are shown first. One more word narrows it down.
search-first = The first { $shown } of { $count } texts
search-nothing = Nothing holds these words.
search-nothing-why = Every word must stand in the same text. The beginning of a word is enough; accents and capitals do not matter; “words between quotes” are looked for together.
search-private = private
