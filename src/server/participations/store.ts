import { sql } from 'kysely'
import type * as z from 'zod'
import type { participationPatch } from '../../contract/participations.ts'
import type { Context } from '../context.ts'
import { invalidField } from '../failure.ts'
import { feeColumns } from '../money.ts'

type Patch = z.output<typeof participationPatch>

/** The row's own columns, of those that were given. */
export function rowOf({ fee, ...patch }: Patch) {
  return {
    cluster_id: patch.clusterId,
    themes: patch.themes,
    offers: patch.offers,
    seeks: patch.seeks,
    languages: patch.languages,
    note: patch.note,
    ...feeColumns(fee),
    fee_paid_on: patch.feePaidOn,
  }
}

type Part = 'participation_people' | 'participation_scores' | 'unavailabilities'
type Columns = Record<string, string | number | null>

/**
 * Makes the parts of a participation what was given. They have no ids in the contract: `key` is the column that tells one
 * from the other, so that what stays keeps its row.
 */
async function replaceParts(
  ctx: Context,
  id: string,
  table: Part,
  key: string,
  given: readonly Columns[],
): Promise<void> {
  const keys = given.map((columns) => columns[key])
  await sql`delete from ${sql.table(table)}
    where participation_id = ${id} and not ${sql.ref(key)} = any (${sql.val(keys)}::uuid[])`.execute(ctx.db)
  const { rows } = await sql<{ key: string }>`
    select ${sql.ref(key)} as key from ${sql.table(table)} where participation_id = ${id}`.execute(ctx.db)
  const held = new Set(rows.map((row) => row.key))
  for (const columns of given) {
    const names = Object.keys(columns)
    if (held.has(columns[key] as string)) {
      const rest = names
        .filter((name) => name !== key)
        .map((name) => sql`${sql.ref(name)} = ${columns[name]}`)
      if (rest.length > 0)
        await sql`update ${sql.table(table)} set ${sql.join(rest)}
          where participation_id = ${id} and ${sql.ref(key)} = ${columns[key]}`.execute(ctx.db)
    } else
      await sql`insert into ${sql.table(table)} (id, participation_id, ${sql.join(names.map((name) => sql.ref(name)))})
        values (${ctx.newId()}, ${id}, ${sql.join(names.map((name) => columns[name]))})`.execute(ctx.db)
  }
}

/** Writes the lists that were given: who comes, slots it can't use, scores. */
export async function storeLists(
  ctx: Context,
  { id, missionId }: { id: string; missionId: string },
  { people, unavailable, scores }: Patch,
): Promise<void> {
  if (people) {
    const rows = [...new Set(people)].map((person_id, position) => ({ person_id, position }))
    await replaceParts(ctx, id, 'participation_people', 'person_id', rows)
  }
  if (unavailable) {
    const slots = [...new Set(unavailable)]
    await mustBeOfMission(ctx, 'slots', missionId, slots, (n) => `unavailable.${n}`)
    await replaceParts(
      ctx,
      id,
      'unavailabilities',
      'slot_id',
      slots.map((slot_id) => ({ slot_id })),
    )
  }
  if (scores) {
    const criteria = scores.map(({ criterionId }) => criterionId)
    const twice = criteria.findIndex((criterion, n) => criteria.indexOf(criterion) < n)
    if (twice >= 0) throw invalidField(`scores.${twice}.criterionId`, 'duplicate', 'Given twice')
    await mustBeOfMission(ctx, 'mission_criteria', missionId, criteria, (n) => `scores.${n}.criterionId`)
    await replaceParts(
      ctx,
      id,
      'participation_scores',
      'criterion_id',
      scores.map(({ criterionId, score, note }) => ({ criterion_id: criterionId, score, note })),
    )
  }
}

/** A slot or criterion is one of the mission's own; 422 for the first that is not. */
async function mustBeOfMission(
  ctx: Context,
  table: 'slots' | 'mission_criteria',
  missionId: string,
  ids: readonly string[],
  path: (index: number) => string,
): Promise<void> {
  if (ids.length === 0) return
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(table)} where mission_id = ${missionId} and id = any (${sql.val([...ids])}::uuid[])
    for key share`.execute(ctx.db)
  const known = new Set(rows.map((row) => row.id))
  const unknown = ids.findIndex((id) => !known.has(id))
  if (unknown >= 0) throw invalidField(path(unknown), 'unknown_reference', 'Not of this mission')
}
