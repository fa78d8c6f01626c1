# Cards moved on the wall, typed in.
wall-open = Type the moves of the wall
wall-open-short = From the wall…
wall-title = Moves of the wall
wall-hint = The number of the card, then the letter of the lane; “?” for a card nobody owns. Several in a row, separated by commas.
wall-placeholder = 12 d, 13 a, 14 ?
wall-there = is there already: { $lane }
wall-unreadable = a number, then a letter
wall-unknown-task = no card has this number
wall-unknown-lane = no lane has this letter: { $said }
wall-repeated = replaced further on
wall-none = No card to move
wall-wrong = { $count ->
    [one] One entry to mend
   *[other] { $count } entries to mend
}
wall-accept = { $count ->
    [0] Move
    [one] Move one card
   *[other] Move { $count } cards
}
wall-done = { $count ->
    [one] One card moved.
   *[other] { $count } cards moved.
}
