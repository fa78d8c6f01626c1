# Typing a day.
day-placeholder = dd/mm/yyyy
day-unread = This is not a day: “{ $text }”. The earlier day is kept; write for example 24/11, tomorrow or in two weeks.
day-open = Choose a day: { $label }
day-month-before = Month before
day-month-after = Month after
day-today = Today
day-none = No date
