import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { readPosition } from '../../src/contract/budget.ts'
import { listExpenses } from '../../src/contract/expenses.ts'
import { grantRecords } from '../../src/contract/grants.ts'
import {
  readBreakdown,
  readMatrix,
  type Tally,
  viewAlliance,
  viewCluster,
  viewMarket,
} from '../../src/contract/views.ts'
import { figureNames, listOfMeasure, type Measure, measures } from '../../src/domain/figures.ts'
import { type Caller, sumsOf, totalOf } from './figures.ts'
import type { Dice } from './random-workspace.ts'

/** A workspace to look at: who can be asked about, and how. */
export interface World {
  name: string
  call: Caller
  luck: Dice
  ids: Record<'cluster' | 'market' | 'alliance', string[]>
}
type Dimension = keyof World['ids']
type Scope = Partial<Record<Dimension | 'asOf', string>>

/** Any part of a scope, and a day; never what `but` names. */
function anyScope({ luck, ids }: World, but?: Dimension): Scope {
  const scope: Scope = luck.chance(0.85) ? { asOf: luck.day() } : {}
  for (const dimension of ['cluster', 'market', 'alliance'] as const)
    if (dimension !== but && luck.chance(0.25)) scope[dimension] = luck.one(ids[dimension])
  return scope
}

export const views = { cluster: viewCluster, market: viewMarket, alliance: viewAlliance } as const

/** What of a tally isn't so by its own list. */
async function wrong(call: Caller, measure: Measure, year: number | undefined, scope: Scope, tally: Tally) {
  const { list, query } = listOfMeasure(measure, year)
  const asked = { ...query, ...scope }
  const counted = await totalOf(call, list, asked)
  const sums = measure === 'money' && tally.count > 0 ? await sumsOf(call, asked) : []
  return isDeepStrictEqual({ count: counted, sums }, tally) ? [] : [{ measure, asked, counted, sums, tally }]
}

/** Every number of the screens of clusters, markets and alliances holds in workspaces, in any scope and on any day. */
export function describeFigures(worlds: readonly World[], rounds: number): void {
  describe('every number equals the count of the list that it opens', () => {
    it.each(['cluster', 'market', 'alliance'] as const)('on the page of a %s', async (dimension) => {
      for (const world of worlds)
        for (let round = 0; round < rounds; round++) {
          const id = world.luck.one(world.ids[dimension])
          const scope = anyScope(world, dimension)
          const { figures, money, asOf } = await world.call(views[dimension], {
            params: { id },
            query: scope,
          })
          if (scope.asOf) expect(asOf).toBe(scope.asOf)
          const counts: Record<string, number> = {}
          for (const name of figureNames) {
            const { list, query } = figures[name]
            expect(query[dimension]).toBe(id)
            counts[name] = await totalOf(world.call, list, { ...query, asOf })
          }
          const told = Object.fromEntries(figureNames.map((name) => [name, figures[name].count]))
          expect({ world: world.name, dimension, scope, counts: told }).toEqual({
            world: world.name,
            dimension,
            scope,
            counts,
          })
          for (const name of ['planned', 'committed', 'paid'] as const) {
            const query = { ...figures[name].query, asOf }
            expect(money[name]).toEqual(await sumsOf(world.call, query))
            const { costs } = await world.call(listExpenses, { query: { ...query, limit: 1 } })
            expect(costs).toEqual(money[name])
          }
        }
    })

    it('in a breakdown, row by row and in all', async () => {
      for (const world of worlds)
        for (const by of ['cluster', 'market', 'alliance'] as const)
          for (let round = 0; round < Math.ceil(rounds / 4); round++) {
            const scope = anyScope(world, by)
            const year = world.luck.chance(0.4) ? 2006 + world.luck.below(6) : undefined
            const { rows, total } = await world.call(readBreakdown, { query: { ...scope, by, year } })
            const found = []
            for (const measure of measures) {
              found.push(...(await wrong(world.call, measure, year, scope, total[measure])))
              for (const id of world.ids[by]) {
                const row = rows.find(({ key }) => key.id === id)
                const tally = row ? row[measure] : { count: 0, sums: [] }
                found.push(...(await wrong(world.call, measure, year, { ...scope, [by]: id }, tally)))
              }
            }
            expect(found).toEqual([])
          }
    })

    it.each(measures)('in the matrix of %s: cells, rows, columns and all', async (measure) => {
      for (const world of worlds)
        for (let round = 0; round < Math.ceil(rounds / 4); round++) {
          const scope = anyScope(world)
          const year = world.luck.chance(0.5) ? 2006 + world.luck.below(6) : undefined
          const { clusters, markets, cells, total } = await world.call(readMatrix, {
            query: { ...scope, measure, year },
          })
          const found = await wrong(world.call, measure, year, scope, total)
          for (const cluster of clusters)
            found.push(
              ...(await wrong(world.call, measure, year, { ...scope, cluster: cluster.id }, cluster.total)),
            )
          for (const market of markets)
            found.push(
              ...(await wrong(world.call, measure, year, { ...scope, market: market.id }, market.total)),
            )
          const pairs = clusters.flatMap(({ id: cluster }) =>
            markets.map(({ id: market }) => ({ cluster, market })),
          )
          for (const pair of world.luck.some(pairs, 15)) {
            const cell = cells.find((one) => one.cluster === pair.cluster && one.market === pair.market)
            const tally = cell ? { count: cell.count, sums: cell.sums } : { count: 0, sums: [] }
            found.push(...(await wrong(world.call, measure, year, { ...scope, ...pair }, tally)))
          }
          expect(found).toEqual([])
        }
    })
  })

  describe('the budget of a page', () => {
    it('is what the position of each grant tells of the cluster', async () => {
      for (const { call, ids } of worlds) {
        const { items } = await call(grantRecords.list, { query: { limit: 200 } })
        for (const cluster of ids.cluster)
          for (const asOf of ['2008-09-15', '2010-03-01']) {
            const { budget } = await call(viewCluster, { params: { id: cluster }, query: { asOf } })
            for (const grant of items.filter((one) => one.cluster === null)) {
              const { rollUps } = await call(readPosition, { params: { id: grant.id }, query: { asOf } })
              const told = rollUps.find(({ by, key }) => by === 'cluster' && key === cluster)?.figures
              const held = budget.find((one) => one.grant.id === grant.id)
              const figures = (of: typeof told | typeof held) =>
                of && [of.budget, of.planned, of.committed, of.paid, of.available, of.spentBp]
              expect(figures(held)).toEqual(figures(told))
            }
          }
      }
    })

    it('is the whole grant for its alliance, and the share of it for others', async () => {
      const [{ call, ids }] = worlds as [World]
      for (const id of ids.alliance) {
        const { budget } = await call(viewAlliance, { params: { id } })
        for (const { grant, whole, budget: all, ofBudget, spentBp } of budget) {
          const { total } = await call(readPosition, { params: { id: grant.id } })
          expect({ whole, all, ofBudget, spentBp }).toEqual({
            whole: true,
            all: total.budget,
            ofBudget: total.budget,
            spentBp: total.spentBp,
          })
        }
      }
    })
  })
}
