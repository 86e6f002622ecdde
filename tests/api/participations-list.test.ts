import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Participation, participationEndpoints } from '../../src/contract/participations.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { makers } from '../support/make.ts'
import { wholeMission } from '../support/mission-whole.ts'
import { participationVerbs } from '../support/participations.ts'

let api: TestApi
let make: ReturnType<typeof makers>
let verbs: ReturnType<typeof participationVerbs>
beforeAll(async () => {
  api = await startApi()
  make = makers(api)
  verbs = participationVerbs(api)
})
afterAll(() => api.stop())

describe('a list', () => {
  it('is filtered, sorted either way and paged, what is unknown last', async () => {
    const mission = await make.mission({ criteria: [{ name: 'Ready' }] })
    const [alpha, beta] = [
      await make.organisation({ name: 'Alpha Cluster' }),
      await make.organisation({ name: 'Beta' }),
    ]
    const company = async (name: string, clusterId: string | null, score: number | null) => {
      const { id } = await make.organisation({ name: `${name} ${mission.id}`, kinds: ['company'] })
      const { items } = await verbs.invite(mission.id, {
        side: 'home',
        state: score === null ? 'invited' : 'applied',
        invitees: [{ organisationId: id, clusterId }],
      })
      const [made] = items as [Participation]
      if (score === null) return made
      return verbs.update(made, { scores: [{ criterionId: mission.criteria[0]?.id ?? '', score }] })
    }
    await company('Émile', beta.id, 2)
    await company('adam', alpha.id, 5)
    await company('Zoé', null, null)
    const names = async (query: Parameters<typeof verbs.list>[0]) =>
      (await verbs.list({ mission: mission.id, ...query })).map(
        ({ organisation }) => organisation.name.split(' ')[0],
      )
    expect(await names({})).toEqual(['adam', 'Émile', 'Zoé'])
    expect(await names({ sort: '-organisation' })).toEqual(['Zoé', 'Émile', 'adam'])
    expect(await names({ sort: 'cluster' })).toEqual(['adam', 'Émile', 'Zoé'])
    expect(await names({ sort: '-cluster' })).toEqual(['Émile', 'adam', 'Zoé'])
    expect(await names({ sort: 'score' })).toEqual(['Émile', 'adam', 'Zoé'])
    expect(await names({ sort: '-score' })).toEqual(['adam', 'Émile', 'Zoé'])
    expect((await names({ sort: 'state' }))[0]).toBe('Zoé')
    expect((await names({ sort: '-updatedAt' })).sort()).toEqual(['Zoé', 'adam', 'Émile'])
    expect(await names({ from: alpha.id })).toEqual(['adam'])
    expect(await names({ state: 'applied,invited', side: 'home' })).toHaveLength(3)
    expect(await names({ side: 'partner' })).toEqual([])
    expect(await names({ q: 'emile' })).toEqual(['Émile'])
    for (const sort of ['organisation', '-score', 'cluster', 'state', '-updatedAt'] as const) {
      const whole = await names({ sort })
      const paged: string[] = []
      let cursor: string | undefined
      do {
        const query = { mission: mission.id, sort, limit: 1, ...(cursor ? { cursor } : {}) }
        const page = (await (await api.send(participationEndpoints[0], { query })).json()) as {
          items: Participation[]
          next: string | null
          total: number
        }
        expect(page.total).toBe(3)
        paged.push(...page.items.map(({ organisation }) => organisation.name.split(' ')[0] as string))
        cursor = page.next ?? undefined
      } while (cursor)
      expect(paged).toEqual(whole)
    }
  })

  it('is narrowed to the scope: a cluster’s own companies and whom they can meet', async () => {
    const { mission, cluster, market, companies, counterpart } = await wholeMission(api)
    const other = await make.participation({ missionId: mission.id, state: 'applied' })
    const ids = async (query: object) =>
      (await verbs.list({ limit: 200, ...query })).map(({ id }) => id).sort()
    const own = [...companies, counterpart].map(({ id }) => id)
    expect(await ids({ cluster: cluster.id })).toEqual(own.sort())
    expect(await ids({ market: market.id })).toEqual([...own, other.id].sort())
    expect(await ids({ market: randomUUID() })).toEqual([])
  })
})
