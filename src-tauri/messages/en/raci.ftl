# The RACI matrix: who does, answers, is asked, is told.
nav-raci = RACI
raci-heading = Who does what
raci-keys = Arrows to move, R, C or I to give a part, Space to go round, Delete to clear. A: owns the task (its lane on the board); A/R: owns it and does it.
raci-task = Task
raci-remark = Remark
raci-remarks = { $count ->
    [0] no remarks
    [one] one remark
   *[other] { $count } remarks
}
raci-none = no part
raci-accountable = owns the task
raci-accountable-responsible = owns and does it
raci-responsible = does it
raci-consulted = is consulted
raci-informed = is informed
raci-no-accountable = nobody owns it
raci-no-responsible = nobody does it
raci-too-many-responsible = several do it
raci-too-many-consulted = many roles consulted
raci-in-everything = everywhere
raci-in-nothing = nowhere
raci-empty-title = Nothing to share out yet
raci-empty-text = The matrix crosses tasks and roles. Add tasks on the board, and roles: each lane appears as the owner of its tasks.
raci-carries = This role carries the task: it is the task’s lane, changed on the board.
