import type en from '../i18n/en/help.ts'

export type KeyName = keyof (typeof en)['key']
export type KeyPlace = keyof (typeof en)['keyPlace']

/** One line of the map: keys pressed together (`with`), one after another (`then`), or either of them. */
export interface KeyEntry {
  keys: readonly string[]
  joined?: 'with' | 'then' | 'or'
  name: KeyName
}

interface KeyGroup {
  place: KeyPlace
  /** Where they are handled. A test compares what these files listen to with what the map says. */
  files: readonly string[]
  entries: readonly KeyEntry[]
}

/** Every key that does something beyond what each button, field and menu understands by itself. */
export const keyMap: readonly KeyGroup[] = [
  {
    place: 'everywhere',
    files: ['app/shortcuts.ts', 'ui/send-keys.ts', 'app/visit/visit.tsx'],
    entries: [
      { keys: ['Ctrl', 'K'], joined: 'with', name: 'palette' },
      { keys: ['n'], name: 'create' },
      { keys: ['Ctrl', 'Enter'], joined: 'with', name: 'send' },
      { keys: ['F1'], name: 'help' },
      { keys: ['?'], name: 'keys' },
      { keys: ['F6'], name: 'visit' },
      { keys: ['Esc'], name: 'close' },
    ],
  },
  {
    place: 'lists',
    files: ['ui/list-toolbar.tsx', 'ui/row-keys.ts'],
    entries: [
      { keys: ['/'], name: 'search' },
      { keys: ['j', 'k'], joined: 'or', name: 'row' },
      { keys: ['↓', '↑'], joined: 'or', name: 'row' },
      { keys: ['PageDown', 'PageUp'], joined: 'or', name: 'tenRows' },
      { keys: ['Home', 'End'], joined: 'or', name: 'ends' },
      { keys: ['Enter'], name: 'open' },
      { keys: ['x'], name: 'select' },
    ],
  },
  {
    place: 'boards',
    files: ['components/board/use-board-keys.ts'],
    entries: [
      { keys: ['↓', '↑', '←', '→'], joined: 'or', name: 'card' },
      { keys: ['m'], name: 'move' },
    ],
  },
  {
    place: 'schedule',
    files: ['features/missions/meetings/grid/use-grid-keys.ts', 'features/missions/meetings/grid/tray.tsx'],
    entries: [
      { keys: ['↓', '↑', '←', '→'], joined: 'or', name: 'cell' },
      { keys: ['Enter', 'm'], joined: 'or', name: 'pickUp' },
      { keys: ['Space'], name: 'choose' },
      { keys: ['l'], name: 'lock' },
      { keys: ['Del'], name: 'takeOff' },
    ],
  },
  {
    place: 'expenses',
    files: ['features/grants/expenses/grid/grid.tsx', 'features/grants/expenses/sheet/entry-row.tsx'],
    entries: [
      { keys: ['d'], name: 'repeat' },
      { keys: ['Ctrl', 'D'], joined: 'with', name: 'repeatEntry' },
      { keys: ['Ctrl', "'"], joined: 'with', name: 'above' },
      { keys: ['Enter'], name: 'enter' },
    ],
  },
  {
    place: 'matrix',
    files: ['features/matrix/arrow-keys.ts', 'features/missions/companies/scores/score-grid.tsx'],
    entries: [{ keys: ['↓', '↑', '←', '→'], joined: 'or', name: 'number' }],
  },
  {
    place: 'checklist',
    files: ['features/missions/plan/step-item.tsx'],
    entries: [{ keys: ['Alt', '↑↓'], joined: 'with', name: 'reorder' }],
  },
]
