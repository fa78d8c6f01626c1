import { describe, expect, it } from 'vitest'
import type { Contents, Task, Workshop, WorkshopChanged } from './ipc/client'
import { OpenWorkshop } from './workshop.svelte'

const workshop: Workshop = {
  id: 'w',
  title: 'Essai',
  language: 'fr',
  organisation: '',
  purpose: '',
  place: '',
  held_on: null,
  time_zone: 'UTC',
  is_template: false,
  board_columns: 'status',
  last_task_number: 1,
  roles_per_person: 2,
  shelf: 'usual',
  tasks_per_person: 12,
  created_at: 0,
}
const task: Task = {
  id: 't',
  workshop_id: 'w',
  number: 1,
  role_id: null,
  step_id: null,
  status: 'todo',
  position: '80',
  title: 'Un',
  detail: '',
  notes: '',
  due_on: null,
  person_id: null,
}
const lists = [
  'roles',
  'servings',
  'skills',
  'typical_tasks',
  'people',
  'role_holders',
  'responsibilities',
  'slips',
  'steps',
  'step_dependencies',
  'tasks',
  'task_dependencies',
  'involvements',
  'contracts',
  'series',
  'meetings',
  'attendees',
  'airtimes',
  'agenda_items',
  'deferrals',
  'outcomes',
  'backlog_items',
  'references',
  'pulses',
  'acceptances',
  'resources',
  'tags',
  'taggings',
  'snapshots',
]
const contents = {
  workshop,
  ...Object.fromEntries(lists.map((list) => [list, list === 'tasks' ? [task] : []])),
} as unknown as Contents
const opened = () => new OpenWorkshop(contents, { undo: null, redo: null })
const changed = (changes: WorkshopChanged['patch']['changes'], workshop_id: string | null = 'w'): WorkshopChanged => ({
  revision: 1,
  workshop_id,
  patch: { changes },
  undo: { undo: { name: 'task-edit', args: {} }, redo: null },
})

describe('the open workshop', () => {
  it('applies what a commit put and removed', () => {
    const open = opened()
    open.apply(changed([{ kind: 'put', row: { table: 'task', row: { ...task, title: 'Deux' } } }]))
    expect(open.table('task').get('t')?.title).toBe('Deux')
    expect(open.undoState.undo?.name).toBe('task-edit')
    open.apply(changed([{ kind: 'remove', table: 'task', id: 't' }]))
    expect(open.table('task').size).toBe(0)
  })

  it('leaves rows of other workshops out', () => {
    const open = opened()
    open.apply(
      changed([{ kind: 'put', row: { table: 'task', row: { ...task, id: 'x', workshop_id: 'other' } } }], 'other'),
    )
    expect([...open.table('task').keys()]).toEqual(['t'])
    expect(open.undoState.undo).toBeNull()
  })
})
