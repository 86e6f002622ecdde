export { demoIds } from './ids.ts'

import { readWorkspace, updateWorkspace } from '../../src/contract/workspace.ts'
import { enterAgreements } from './agreements.ts'
import { enterAlliances } from './alliances.ts'
import { caller, type SeededApi } from './call.ts'
import { begin } from './entry.ts'
import { enterMarkets } from './markets.ts'
import { enterMissions } from './missions.ts'
import { enterOrganisations } from './organisations.ts'
import { enterPeople } from './people.ts'

/** The clock of an API that the demo is entered through: a morning of its as-of date. */
export const demoClock = (): Date => new Date('2008-09-15T07:00:00Z')

/**
 * Enters the demo workspace through the REST API into a migrated, empty database. Give the API `demoClock` and
 * `demoIds()`: the same code then makes the same workspace, to the byte. Throws at the first refusal.
 */
export async function seedDemo(api: SeededApi): Promise<void> {
  const call = caller(api)
  const entered = await begin(call)
  await enterOrganisations(entered)
  await enterPeople(entered)
  await enterAlliances(entered)
  const regions = await enterMarkets(entered)
  await enterAgreements(entered, regions)
  await enterMissions(entered, regions)
  const { version } = await call(readWorkspace, {})
  const settings = { name: 'Life sciences demo', asOf: '2008-09-15', homeCurrency: 'EUR' }
  await call(updateWorkspace, { body: settings }, version)
}
