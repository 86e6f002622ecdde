import type { Call } from '../call.ts'
import type { Entered } from '../entry.ts'
import { enterSampleIndicators } from '../indicators.ts'
import { enterBodies } from './bodies.ts'
import { enterBioJapan } from './enter-bio-japan.ts'
import { enterEuroRegional } from './enter-euro-regional.ts'
import { enterFigures } from './enter-figures.ts'
import { enterFunding } from './enter-funding.ts'
import { enterSupport } from './enter-support.ts'

/**
 * Enters the invented activity that makes the demo usable. `call` must go to an API that marks all it adds as sample data;
 * the facts must have been entered.
 */
export async function enterSample(call: Call, entered: Entered): Promise<void> {
  const bodies = await enterBodies(call, entered)
  await enterEuroRegional(call, entered.id('missions', 'euroRegionalMeeting'), bodies)
  await enterBioJapan(call, entered.id('missions', 'bioJapan'), bodies)
  await enterFigures(call, entered, bodies)
  await enterSupport(call, entered, bodies)
  await enterFunding(call, entered, bodies)
  await enterSampleIndicators(call, entered)
}
