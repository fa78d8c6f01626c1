# The questionnaire that participants fill in before the workshop.
form-title = Form
form-sheet = Form
form-how = Answer in the light cells, one idea a line, in one sentence. Leave empty what you have no answer to. Nobody sees your answers before all are revealed together, in the workshop. Save the file as it is and send it back.
form-printed-how = One idea a line, in one sentence. Leave empty what you have no answer to. All answers are revealed together, in the workshop.
form-too-long-title = Answer too long
form-too-long = An answer has 300 characters at most. Share it out over two lines.
form-mine = What I answer for
form-mine-how = The results that others can expect of your role.
form-mine-ask = My role answers for
form-theirs = What others answer for, as I see it
form-theirs-how = Without looking it up: what matters is where our ideas of it differ.
form-theirs-ask = { $letter } { $role } answers for
form-nobody-ask = Nobody answers for
form-needs = What I need
form-needs-how = What you need from each role to hold your own, and by when.
form-needs-ask = From { $letter } { $role } I need
form-offers = What I offer
form-offers-how = What each role can expect of yours.
form-offers-ask = To { $letter } { $role } I offer
form-save-title = Choose the folder for the forms
form-saved =
    { $count ->
        [one] { $count } form saved in { $folder }
       *[other] { $count } forms saved in { $folder }
    }
form-open-title = Choose the filled forms
form-menu = Forms…
form-menu-save = Prepare a form for each role…
form-menu-read = Take over filled forms…
form-read-title = Filled forms
form-read-how = The answers come in hidden and show with the others when they are revealed. One step to undo.
form-take =
    { $count ->
        [0] Nothing to take over
        [one] Take over { $count } answer
       *[other] Take over { $count } answers
    }
form-taken =
    { $count ->
        [one] { $count } answer taken over, hidden until revealed.
       *[other] { $count } answers taken over, hidden until revealed.
    }
form-state-taken = { $slips } on responsibilities, { $needs } needs, { $offers } offers
form-state-known = all its answers are there already
form-state-blank = no answer
form-state-other-workshop = of another workshop: left
form-state-role-gone = its role is gone: left
form-state-unreadable = cannot be read: left
form-remark-same =
    { $count ->
        [one] { $count } answer given already
       *[other] { $count } answers given already
    }
form-remark-second = second form of this role: the answers are put together
form-remark-added =
    { $count ->
        [one] row { $rows } was added, counted with the question above
       *[other] rows { $rows } were added, counted with the question above
    }
form-remark-gone = question about a role that is gone, left: { $questions }
form-remark-too-long =
    { $count ->
        [one] answer too long, left: row { $rows }
       *[other] answers too long, left: rows { $rows }
    }
form-remark-left = cells without a question, left: { $cells }
