import { describe, expect, it } from 'vitest'
import { guessColumns } from '../../src/features/missions/meetings/import/columns.ts'
import {
  type ImportRow,
  pairOf,
  rowsOf,
  settleName,
  troublesOf,
} from '../../src/features/missions/meetings/import/import-draft.ts'
import {
  bareName,
  likeness,
  nameMatcher,
  wishOf,
} from '../../src/features/missions/meetings/import/match-names.ts'
import type { Participant } from '../../src/features/missions/meetings/model.ts'

const participant = (id: string, name: string, nativeName: string | null = null): Participant => ({
  id,
  organisationId: id,
  name,
  nativeName,
  side: 'home',
  state: 'accepted',
  since: '2008-09-01',
  cluster: null,
  colour: null,
  unavailable: [],
  people: [],
})
const people = [
  participant('domain', 'Domain Thérapeutique SAS'),
  participant('kyoto', 'Kyoto Bio Instruments Co., Ltd.', '京都バイオ株式会社'),
  participant('kobe', 'Kobe Cell Works'),
  participant('twin1', 'Nara Medical'),
  participant('twin2', 'Nara Medical Inc.'),
]

describe('columns', () => {
  it('knows its own words for them', () => {
    const own = { columns: { from: 0, to: 1, wish: 2, note: 3 }, hasHeader: true }
    expect(guessColumns([['Who asks', 'Whom', 'Wish', 'Note']])).toEqual(own)
    expect(guessColumns([['Qui demande', 'Qui rencontrer', 'Souhait', 'Note']])).toEqual(own)
  })

  it('knows the headers in English and French, in any order, with accents and case', () => {
    expect(guessColumns([['Priorité', 'Souhaite rencontrer', 'Société', 'Commentaires']])).toEqual({
      columns: { wish: 0, to: 1, from: 2, note: 3 },
      hasHeader: true,
    })
    expect(guessColumns([['FROM', 'To', 'Wish']])).toMatchObject({
      columns: { from: 0, to: 1, wish: 2, note: null },
    })
  })

  it('takes the first two columns where no header is known', () => {
    expect(guessColumns([['Nicox', 'Kyoto Bio']])).toEqual({
      columns: { from: 0, to: 1, wish: null, note: null },
      hasHeader: false,
    })
  })
})

describe('names', () => {
  it.each([
    ['Domain Thérapeutique, S.A.S.', 'domain therapeutique'],
    ['KYOTO BIO-INSTRUMENTS K.K.', 'kyoto bio instruments'],
    ['京都バイオ株式会社', '京都バイオ'],
    ['Co. Ltd.', 'co ltd'],
  ])('reads %s as %s', (name, bare) => expect(bareName(name)).toBe(bare))

  it('finds whom a name means, whatever its accents, case and legal form', () => {
    const match = nameMatcher(people)
    expect(match('domain therapeutique').id).toBe('domain')
    expect(match('Kyoto Bio Instruments').id).toBe('kyoto')
    expect(match('京都バイオ').id).toBe('kyoto')
  })

  it('guesses nobody: what several could be, or what only comes near, is for the reader', () => {
    const match = nameMatcher(people)
    expect(match('Nara Medical')).toMatchObject({ id: null })
    expect(match('Nara Medical').candidates.toSorted()).toEqual(['twin1', 'twin2'])
    expect(match('Kobe Cel Work')).toEqual({ id: null, candidates: ['kobe'] })
    expect(match('Kyoto Bio').candidates[0]).toBe('kyoto')
    expect(match('Zeppelin')).toEqual({ id: null, candidates: [] })
    expect(match('')).toEqual({ id: null, candidates: [] })
  })

  it('measures likeness alike in both directions', () => {
    expect(likeness('kobe cell', 'kobe cel')).toBeCloseTo(likeness('kobe cel', 'kobe cell'))
    expect(likeness('', '')).toBe(1)
  })

  it.each([
    ['', 'want'],
    ['Indispensable', 'must'],
    ['souhaité', 'want'],
    ['A', 'must'],
    ['Peut-être', 'open'],
    ['JAMAIS', 'never'],
    ['perhaps so', null],
  ])('reads the wish %j as %j', (text, wish) => expect(wishOf(text)).toBe(wish))
})

describe('the rows to be entered', () => {
  const match = nameMatcher(people)
  const rows = rowsOf(
    [
      ['from', 'to', 'wish'],
      ['Domain Therapeutique', 'Kyoto Bio Instruments', 'must'],
      ['Domain Therapeutique', 'Kobe Cel', 'sometimes'],
      ['Kobe Cel', 'Kobe Cell Works', ''],
      ['Domain Therapeutique', 'Kyoto Bio Instruments', 'open'],
      ['', '', 'must'],
    ],
    { from: 0, to: 1, wish: 2, note: null },
    true,
    match,
  )
  const at = (list: readonly ImportRow[], key: number) => list.find((row) => row.key === key)

  it('are numbered as in the file, the empty left out', () => {
    expect(rows.map(({ key }) => key)).toEqual([2, 3, 4, 5])
  })

  it('say what keeps each from being entered', () => {
    expect(Object.fromEntries(troublesOf(rows))).toEqual({ 3: ['to', 'wish'], 4: ['from'], 5: ['twice'] })
  })

  it('stay refused where the same was entered before from this table', () => {
    const left = rows.filter(({ key }) => key === 5)
    const entered = rows.filter(({ key }) => key === 2).map(pairOf)
    expect(troublesOf(left).get(5)).toBeUndefined()
    expect(troublesOf(left, entered).get(5)).toEqual(['twice'])
  })

  it('are settled wherever the same text stands, once somebody says who it is', () => {
    const row = at(rows, 3)
    if (!row) throw new Error('There is no row 3')
    const settled = settleName(rows, row, 'to', 'kobe')
    expect(at(settled, 3)?.toId).toBe('kobe')
    expect(at(settled, 4)?.fromId).toBe('kobe')
    expect(troublesOf(settled).get(4)).toEqual(['self'])
    expect(at(settled, 2)).toEqual(at(rows, 2))
  })
})
