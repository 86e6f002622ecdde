import type { readSample as endpoint } from '../../../contract/workspace.ts'
import { usersAmong } from '../../blockers.ts'
import type { Verb } from '../../route.ts'
import { goingOf } from './going.ts'
import { shapesOf } from './shape.ts'
import { usersOf } from './users.ts'

/** What sample data there is: what `removeSample` would take away, and what would refuse it. */
export const readSample: Verb<typeof endpoint> = async (ctx) => {
  const shapes = await shapesOf(ctx)
  const going = await goingOf(ctx, shapes)
  const { marked, added } = going
  const { count, first } =
    going.ids.size > 0 ? await usersAmong(ctx, usersOf(shapes, going)) : { count: 0, first: [] }
  return { marked, added, blocking: count, blockers: first }
}
