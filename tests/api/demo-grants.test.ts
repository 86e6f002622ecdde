import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPosition } from '../../src/contract/budget.ts'
import { grantRecords } from '../../src/contract/grants.ts'
import { searchAll } from '../../src/contract/overview.ts'
import { type Demo, startDemo } from '../support/demo.ts'

let demo: Demo
beforeAll(async () => {
  demo = await startDemo({ sample: false })
}, 180_000)
afterAll(() => demo.database.drop())

const grant = async (title: string) =>
  demo.call(grantRecords.read, { params: { id: await demo.found('grants', title) } })

describe('the three grants, as the documents state them', () => {
  test('PPTI 2007 is known by its lower bound', async () => {
    expect(await grant('PPTI 2007')).toMatchObject({
      total: { kind: 'at_least', minor: 30_000_000 },
      alliance: { name: 'Life Science Corridor France' },
      funders: [
        { organisation: { name: 'Ministry for Industry' }, share: { kind: 'unknown' }, contribution: null },
        { organisation: { name: 'Direction Générale des Entreprises' }, share: { kind: 'unknown' } },
      ],
      uncovered: null,
      status: 'running',
    })
  })

  test('Alps Bio Cluster: 76% of €1,862,505 are €1,415,503.80, and €447,001.20 are left', async () => {
    const alps = await grant('Alps Bio Cluster')
    expect(alps).toMatchObject({ total: { kind: 'exact', minor: 186_250_500 }, uncovered: 44_700_120 })
    expect(alps.funders.map(({ organisation, contribution }) => [organisation.name, contribution])).toEqual([
      ['European Commission', 141_550_380],
      ['Région Rhône-Alpes', null],
      ['Département de l’Isère', null],
      ['La Métro', null],
    ])
    const position = await demo.call(readPosition, { params: { id: alps.id } })
    expect(position).toMatchObject({ lines: [], alerts: [], total: { budget: 0, paid: 0 } })
  })

  test('BioX4Clusters has no amount and no dates', async () => {
    expect(await grant('BioX4Clusters')).toMatchObject({
      total: { kind: 'unknown' },
      starts: null,
      ends: null,
      status: 'undated',
      use: { budget: null, elapsedBp: null, spentBp: null },
    })
  })

  test('each tells its sources, and what they say', async () => {
    expect(await demo.said('grants', 'Alps Bio Cluster', 'Grant')).toHaveLength(2)
    expect(await demo.said('grants', 'PPTI 2007', 'Grant')).toHaveLength(2)
    const { items } = await demo.call(searchAll, {
      query: { q: 'partenariat technologique', noun: 'grants' },
    })
    expect(items.map(({ title }) => title)).toEqual(['PPTI 2007'])
  })
})
