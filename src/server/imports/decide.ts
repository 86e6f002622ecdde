import { sql } from 'kysely'
import type { decideImportRows as endpoint } from '../../contract/imports.ts'
import { invalidField } from '../failure.ts'
import { mustExist } from '../record.ts'
import type { Verb } from '../route.ts'
import { holdImport, moveOn } from './hold.ts'
import { readImport } from './queries.ts'

/** What becomes of rows that are not applied yet. An update without a target takes each row’s best match; rows without one stay as they are. */
export const decideRows: Verb<typeof endpoint> = async (ctx, { params: { id }, body, ifMatch }) => {
  const { state } = await holdImport(ctx, id, { seen: ifMatch, states: ['open', 'applied'] })
  const { decision, targetId, targetPosition } = body
  const hasTarget = targetId !== null || targetPosition !== null
  if (hasTarget && decision !== 'update')
    throw invalidField('targetId', 'target_without_update', 'Only an update has a target')
  if (targetId !== null && targetPosition !== null)
    throw invalidField('targetPosition', 'target_twice', 'A record or a row, not both')
  const which =
    'positions' in body.rows
      ? sql`r.position = any (${sql.val(body.rows.positions)}::int[])`
      : 'undecided' in body.rows
        ? sql`r.decision is null and r.outcome is null`
        : sql`r.verdict = ${body.rows.verdict} and ${body.rows.onlyUndecided ? sql`r.decision is null` : sql`true`}`
  if (targetId !== null) {
    const { rows } = await sql<{ people: boolean; organisations: boolean }>`
      select coalesce(bool_or(r.draft -> 'organisation' = 'null'), false) as people,
        coalesce(bool_or(r.draft -> 'organisation' <> 'null'), false) as organisations
      from import_rows r where r.import_id = ${id} and ${which}`.execute(ctx.db)
    if (rows[0]?.organisations) await mustExist(ctx, 'organisations', targetId, 'targetId')
    if (rows[0]?.people) await mustExist(ctx, 'people', targetId, 'targetId')
  }
  if (targetPosition !== null) {
    const { rows } = await sql`
      select from import_rows t where t.import_id = ${id} and t.position = ${targetPosition}
        and not exists (select from import_rows r where r.import_id = ${id} and ${which} and r.position <= t.position)`.execute(
      ctx.db,
    )
    if (rows.length === 0)
      throw invalidField('targetPosition', 'unknown_reference', 'Not a row that stands before them')
  }
  const target =
    decision !== 'update'
      ? sql`target_id = null, target_position = null`
      : hasTarget
        ? sql`target_id = ${targetId}::uuid, target_position = ${targetPosition}::int`
        : sql`target_id = (r.matches -> 0 ->> 'id')::uuid,
            target_position = case when r.matches -> 0 ->> 'id' is null then (r.matches -> 0 ->> 'position')::int end`
  await sql`
    update import_rows r set decision = ${decision}, ${target}
    where r.import_id = ${id} and r.outcome is null and ${which}
      and ${decision === 'update' && !hasTarget ? sql`jsonb_array_length(r.matches) > 0` : sql`true`}`.execute(
    ctx.db,
  )
  await moveOn(ctx, id, state)
  return readImport(ctx, id)
}
