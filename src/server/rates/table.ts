import { sql } from 'kysely'
import type { RateDay } from '../../domain/rate-import.ts'
import { extended, unpackRates } from '../../domain/rate-table.ts'
import type { RateTable } from '../../domain/rates.ts'
import type { Context } from '../context.ts'

let shipped: Promise<RateTable> | undefined

/** The table that ships with the app: 260 kB that only who converts something has to load. */
export function shippedRates(): Promise<RateTable> {
  shipped ??= import('./ecb-rates.txt?raw').then(
    ({ default: text }) => unpackRates(text),
    (error: unknown) => {
      // A part of the app that could not be fetched is asked for again next time.
      shipped = undefined
      throw error
    },
  )
  return shipped
}

/** Days imported here, oldest first. */
export async function importedDays(ctx: Pick<Context, 'db'>): Promise<RateDay[]> {
  const { rows } = await sql<RateDay>`select on_day as on, quotes from rate_days order by on_day`.execute(
    ctx.db,
  )
  return rows
}

/** All that is known: what ships, and what was imported since. */
export const knownRates = async (ctx: Pick<Context, 'db'>): Promise<RateTable> =>
  extended(await shippedRates(), await importedDays(ctx))
