import { describe, expect, it } from 'vitest'
import { groupChangeSets } from '../../src/components/history-groups.ts'
import type { ChangeSet } from '../../src/contract/history.ts'

let next = 0
const set = (verb: string, more: Partial<ChangeSet> = {}): ChangeSet => ({
  id: `set-${++next}`,
  at: '2008-09-15T07:00:00.000Z',
  actor: null,
  verb,
  noun: 'agreements',
  recordId: 'kansai',
  title: 'Kansai',
  undoOf: null,
  undoneBy: null,
  changes: [],
  moreChanges: 0,
  names: {},
  currencies: {},
  ...more,
})
const verbs = (sets: ChangeSet[]) => groupChangeSets(sets).map((group) => group.map(({ verb }) => verb))
const details = ['statements.create', 'statements.create', 'sources.cite']

describe('change sets told as one', () => {
  it('are the details entered in a row for a record, with the record they were entered for', () => {
    const sets = ['agreements.sign', ...details, 'agreements.create', 'agreements.create'].map((verb) =>
      set(verb),
    )
    expect(verbs(sets)).toEqual([
      ['agreements.sign'],
      [...details, 'agreements.create'],
      ['agreements.create'],
    ])
  })

  it('are no two', () => {
    expect(verbs(details.slice(1).map((verb) => set(verb)))).toEqual([
      ['statements.create'],
      ['sources.cite'],
    ])
  })

  it.each<[string, Partial<ChangeSet>]>([
    ['another record', { recordId: 'boston' }],
    ['another person', { actor: { id: 'anne', name: 'Anne' } }],
    ['another sitting', { at: '2008-09-15T06:58:00.000Z' }],
    ['what was undone', { undoneBy: 'set-0' }],
  ])('do not hold %s', (_, other) => {
    const sets = [...details.map((verb) => set(verb)), set('statements.create', other)]
    expect(verbs(sets)).toEqual([details, ['statements.create']])
  })
})
