export { demoIds } from './ids.ts'

import { readWorkspace, updateWorkspace } from '../../src/contract/workspace.ts'
import { enterAgreements } from './agreements.ts'
import { enterAlliances } from './alliances.ts'
import { type Call, caller, type SeededApi } from './call.ts'
import { begin, type Entered } from './entry.ts'
import { enterGrants } from './grants.ts'
import { enterIndicators } from './indicators.ts'
import { enterMarkets } from './markets.ts'
import { enterMissions } from './missions.ts'
import { enterOrganisations } from './organisations.ts'
import { enterPeople } from './people.ts'
import { enterSample } from './sample/enter.ts'

/** The clock of an API that the demo is entered through: a morning of its as-of date. */
export const demoClock = (): Date => new Date('2008-09-15T07:00:00Z')

/**
 * Enters the demo workspace through the REST API into a migrated, empty database: the facts, and through `sampleApi`, which
 * is the same but marks what it adds, the sample activity. Give them `demoClock` and `demoIds()`: the same code then makes
 * the same workspace, to the byte. Throws at the first refusal.
 */
export async function seedDemo(api: SeededApi, sampleApi: SeededApi): Promise<void> {
  const entered = await enterFacts(caller(api))
  await enterSample(caller(sampleApi), entered)
  await settle(entered.call)
}

/** Enters the facts of the documents alone: the demo without anything invented. */
export async function seedFacts(api: SeededApi): Promise<void> {
  await settle((await enterFacts(caller(api))).call)
}

async function enterFacts(call: Call): Promise<Entered> {
  const entered = await begin(call)
  await enterOrganisations(entered)
  await enterPeople(entered)
  await enterAlliances(entered)
  const regions = await enterMarkets(entered)
  await enterAgreements(entered, regions)
  await enterMissions(entered, regions)
  await enterGrants(entered)
  await enterIndicators(entered)
  return entered
}

async function settle(call: Call): Promise<void> {
  const { version } = await call(readWorkspace, {})
  const settings = { name: 'Life sciences demo', asOf: '2008-09-15', homeCurrency: 'EUR' }
  await call(updateWorkspace, { body: settings }, version)
}
