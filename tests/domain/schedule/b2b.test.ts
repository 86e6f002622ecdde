import { Cadical, loadCadical } from 'cadical-wasm'
import { describe, expect, it } from 'vitest'
import { check } from '../../../src/domain/schedule/check.ts'
import { willItFit } from '../../../src/domain/schedule/will-it-fit.ts'
import { b2bInstances } from '../../bench/b2b.ts'
import { solved } from './support/solved.ts'
import { breaksOf, holds } from './support/verify.ts'

const named = (name: string) => b2bInstances.find((instance) => instance.name === name)!

describe('the B2B benchmark of the University of Girona', () => {
  it.each(['tic-12.original', 'tic-13crafb.forb0003', 'forum-13crafc.original', 'forum-14.forb0003'])(
    'places every meeting of %s',
    (name) => {
      const { problem } = named(name)
      const { last } = solved(problem, { limit: 120 })
      expect(last.missing).toEqual([])
      expect(last.optimal).toBe(true)
      expect(check(problem, last.timetable)).toEqual([])
      expect(holds(problem, last.timetable)).toBe(true)
    },
  )

  it.each(['tic-12crafc.original', 'tic-13.original'])('loses every break of %s', (name) => {
    const { problem, fewestBreaks } = named(name)
    const { last } = solved(problem, { limit: 10_000 })
    expect(last).toMatchObject({ breaks: fewestBreaks, fewestBreaks: true })
  })

  it('loses the last breaks with the help of a solver, and nobody has many', async () => {
    const cadical = await loadCadical()
    const { problem, fewestBreaks } = named('forum-13.original')
    const sat = () => new Cadical(cadical, { quiet: true })
    const { last } = solved(problem, { limit: 10_000, sat })
    expect(holds(problem, last.timetable)).toBe(true)
    expect(last.breaks).toBe(fewestBreaks)
    expect(Math.max(...problem.participants.map(({ id }) => breaksOf(problem, last.timetable, id)))).toBe(0)
  })

  it('proves, for a small day, that there can be no fewer breaks', async () => {
    const cadical = await loadCadical()
    const day = named('tic-12.original').problem
    // Someone who is away in the middle of a day full of meetings has a break; so has nobody else.
    const few = day.meetings.filter(({ a, b }) => Number(a) + Number(b) < 34)
    const busy = few[0]!.a
    const problem = {
      ...day,
      meetings: few.map((one, index) => (index < 2 ? { ...one, fixed: { slot: index * 6 } } : one)),
      participants: day.participants.map((one) =>
        one.id === busy ? { ...one, unavailable: [1, 2, 3, 4, 5] } : one,
      ),
    }
    const { last } = solved(problem, { limit: 10_000, sat: () => new Cadical(cadical, { quiet: true }) })
    expect(last.fewestBreaks).toBe(true)
    expect(last.breaks).toBeGreaterThan(0)
  })

  it('sees at once which of the sixty can not be held, and why', () => {
    const cannot = b2bInstances.filter(({ problem }) => willItFit(problem).verdict === 'cannot')
    expect(cannot).toHaveLength(21)
    for (const { problem } of cannot) {
      for (const finding of willItFit(problem).findings) {
        expect(finding).toMatchObject({ code: 'participant-over' })
        if (finding.code !== 'participant-over') continue
        const { unavailable = [] } = problem.participants.find(({ id }) => id === finding.participant)!
        const mine = problem.meetings.filter(({ a, b }) => [a, b].includes(finding.participant))
        expect(mine.length).toBe(finding.meetings)
        expect(problem.slots.length - unavailable.length).toBe(finding.freeSlots)
        expect(finding.meetings).toBeGreaterThan(finding.freeSlots)
      }
    }
  })
})
