import { sql } from 'kysely'
import { type RecordNoun, recordNouns } from '../contract/primitives.ts'
import type { FieldError } from '../contract/problems.ts'
import { firstDay, lastDay, type PartialDate } from '../domain/partial-date.ts'
import type { Context } from './context.ts'
import { Failure, invalidField } from './failure.ts'

/** A field that refers to a record; `path` is dotted ("parties.0.organisationId"). */
export interface Reference {
  noun: RecordNoun
  id: string | null | undefined
  path: string
}

/**
 * Makes sure that what is referred to exists and lives, and stays so until this transaction ends; one 422 names every
 * field that refers to nothing. What is `held` already passes: a record back from the bin may refer to what is
 * still there, and the rest of it is to be changed all the same.
 */
export async function mustReferToLiving(
  ctx: Context,
  references: readonly Reference[],
  held: ReadonlySet<string> = new Set(),
): Promise<void> {
  const errors: FieldError[] = []
  // Locked in one order, whoever asks.
  for (const noun of recordNouns) {
    const asked = references.filter(
      (reference) => reference.noun === noun && reference.id && !held.has(reference.id),
    )
    if (asked.length === 0) continue
    const ids = [...new Set(asked.map((reference) => reference.id))]
    const { rows } = await sql<{ id: string }>`
      select id from ${sql.table(noun)} where id in (${sql.join(ids)}) and deleted_at is null for key share`.execute(
      ctx.db,
    )
    const living = new Set(rows.map((row) => row.id))
    for (const { id, path } of asked) {
      if (!living.has((id as string).toLowerCase()))
        errors.push({ path, code: 'unknown_reference', message: 'No such record' })
    }
  }
  if (errors.length > 0)
    throw new Failure('invalid', errors.map((error) => `${error.path}: no such record`).join('; '), {
      errors,
    })
}

/** A region is one of the record's market. */
export async function mustBeRegionOf(
  ctx: Context,
  regionId: string,
  marketId: string | null | undefined,
): Promise<void> {
  const region = await ctx.db
    .selectFrom('market_regions')
    .select('market_id')
    .where('id', '=', regionId)
    .forKeyShare()
    .executeTakeFirst()
  if (!region) throw invalidField('regionId', 'unknown_reference', 'No such region')
  if (region.market_id !== marketId)
    throw invalidField('regionId', 'other_market', 'The region is not one of this market')
}

/** A record's period doesn't end before it starts; dates that are not known exactly are read generously. */
export function mustNotEndBeforeStart(starts: PartialDate | null, ends: PartialDate | null): void {
  if (starts && ends && lastDay(ends) < firstDay(starts))
    throw invalidField('ends', 'period', 'Ends before it starts', { starts })
}
