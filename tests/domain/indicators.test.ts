import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReportFigure } from '../../src/contract/reports.ts'
import {
  choosesThrough,
  countingMeasureNames,
  daysOf,
  indicatorMeasures,
  measureOf,
  reachedBp,
  servedThrough,
} from '../../src/domain/indicators.ts'
import { reportFigures, reportKinds } from '../../src/domain/reports.ts'
import { differences } from '../../src/server/reports/differences.ts'

describe('the rule of an indicator', () => {
  it('reaches its target in basis points, rounded down', () => {
    expect([reachedBp(7, 16), reachedBp(16, 16), reachedBp(17, 16), reachedBp(0, 3)]).toEqual([
      4375, 10_000, 10_625, 0,
    ])
    expect(reachedBp(2, 3)).toBe(6666)
    expect(reachedBp(5, null)).toBeNull()
  })

  it('never reads as reached before it is', () =>
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 1_000_000 }), (actual, target) => {
        expect((reachedBp(actual, target) ?? 0) >= 10_000).toBe(actual >= target)
      }),
    ))

  it('takes as many days of a period as it can have', () => {
    expect(daysOf('2007', '2008-02')).toEqual({ from: '2007-01-01', to: '2008-02-29' })
    expect(daysOf(null, '2008-02-04')).toEqual({ from: null, to: '2008-02-04' })
  })

  it('counts as served by all that serves, by what is chosen, or by what the measure is', () => {
    expect(servedThrough('smes_served', [])).toEqual(['mission', 'service', 'aid'])
    expect(servedThrough('smes_served', ['aid'])).toEqual(['aid'])
    expect(servedThrough('participations', [])).toEqual(['mission'])
    expect(indicatorMeasures.filter(choosesThrough)).toEqual(['smes_served', 'companies_served'])
  })

  it('is told in every report by measures that there are, a budget in none that has no grant', () => {
    for (const kind of reportKinds)
      for (const measure of Object.values(reportFigures[kind]).flat()) {
        expect(countingMeasureNames).toContain(measure)
        if (measure === 'budget') expect(['mission', 'company']).not.toContain(kind)
        expect(measureOf(measure)).toBeDefined()
      }
  })
})

describe('what differs between two runs', () => {
  const figure = (key: string, count: number): ReportFigure => ({
    key,
    section: 'missions',
    measure: 'missions_held',
    count,
    sums: [],
    indicator: null,
    actual: null,
    reachedBp: null,
  })
  const record = (id: string, version: number, figures: string[]) => ({
    id,
    part: 'missions',
    noun: 'missions' as const,
    recordId: id,
    version,
    title: id,
    on: '2008-02-04',
    value: null,
    companyId: null,
    figures,
  })

  it('is nothing between a run and itself', () => {
    const run = { figures: [figure('held', 1)], records: [record('a', 1, ['held'])] }
    expect(differences(run, run)).toEqual({ figures: [], records: [] })
  })

  it('names what is counted now, no longer, or changed; and not what an indicator added since counts', () => {
    const first = {
      figures: [figure('held', 2), figure('led', 1)],
      records: [record('a', 1, ['held', 'led']), record('b', 1, ['held'])],
    }
    const second = {
      figures: [figure('held', 2), figure('led', 0), figure('new', 1)],
      records: [record('a', 2, ['held', 'new']), record('b', 2, ['held']), record('c', 1, ['new'])],
    }
    const { figures, records } = differences(first, second)
    expect(figures.map(({ key, before, after }) => [key, before?.count, after?.count])).toEqual([
      ['led', 1, 0],
      ['new', undefined, 1],
    ])
    expect(records.map(({ fate, record: { id }, figures: of }) => [fate, id, of])).toEqual([
      ['no_longer', 'a', ['led']],
      ['changed', 'b', ['held']],
    ])
  })
})
