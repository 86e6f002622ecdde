import type { readSample as endpoint } from '../../../contract/workspace.ts'
import type { Verb } from '../../route.ts'
import { goingOf } from './going.ts'
import { shapesOf } from './shape.ts'

/** What sample data there is: what `removeSample` would take away. */
export const readSample: Verb<typeof endpoint> = async (ctx) => {
  const { marked, added } = await goingOf(ctx, await shapesOf(ctx))
  return { marked, added }
}
