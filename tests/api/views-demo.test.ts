import { afterAll, beforeAll } from 'vitest'
import { allianceRecords } from '../../src/contract/alliances.ts'
import { marketRecords } from '../../src/contract/markets.ts'
import { organisationRecords } from '../../src/contract/organisations.ts'
import { type Demo, startDemo } from '../support/demo.ts'
import type { Caller } from '../support/figures.ts'
import { dice } from '../support/random-workspace.ts'
import { describeFigures, type World } from '../support/views-suite.ts'

const worlds: World[] = []
let demo: Demo
beforeAll(async () => {
  demo = await startDemo({ sample: true })
  const call: Caller = (endpoint, input) => demo.call(endpoint, given(input) as typeof input)
  const all = { query: { limit: 200 } } as const
  const of = ({ items }: { items: readonly { id: string }[] }) => items.map(({ id }) => id)
  worlds.push({
    name: 'the demo',
    call,
    luck: dice(1),
    ids: {
      cluster: of(await call(organisationRecords.list, { query: { kind: 'cluster', limit: 200 } })),
      market: of(await call(marketRecords.list, all)),
      alliance: of(await call(allianceRecords.list, all)),
    },
  })
}, 600_000)
afterAll(() => demo.database.drop())

/** A seed's caller writes down what is undefined. */
const given = (input: object) =>
  Object.fromEntries(
    Object.entries(input).map(([group, values]) => [
      group,
      values && Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)),
    ]),
  )

describeFigures(worlds, 6)
