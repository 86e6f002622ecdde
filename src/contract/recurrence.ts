import * as z from 'zod'
import { ordinals, weekdays } from '../domain/recurrence.ts'
import * as p from './primitives.ts'

const weekday = z.literal(weekdays).meta({ description: '1 is Monday, 7 Sunday' })
const ordinal = z.literal(ordinals).meta({ description: '-1 is the last' })

/** A day of the month, its last one where it is shorter; or one of its weekdays. */
const monthPlace = z.union([z.object({ day: z.int().min(1).max(31) }), z.object({ nth: ordinal, weekday })])

const common = {
  interval: z
    .int()
    .min(1)
    .max(99)
    .default(1)
    .meta({ description: 'Every so many days, weeks, months, years' }),
  until: p.civilDate.nullable().default(null),
}

/** How a task comes again. */
export const recurrence = z
  .discriminatedUnion('every', [
    z.object({ every: z.literal('day'), ...common }),
    z.object({ every: z.literal('week'), ...common, weekdays: z.array(weekday).min(1).max(7) }),
    z.object({ every: z.literal('month'), ...common, on: monthPlace }),
    z.object({ every: z.literal('year'), ...common, month: z.int().min(1).max(12), on: monthPlace }),
  ])
  .meta({ id: 'Recurrence' })
