import { sql } from 'kysely'
import { laterStage, type StageEntry, stageReached } from '../domain/stages.ts'
import type { Context } from './context.ts'
import { invalidField } from './failure.ts'
import { touch } from './record.ts'

const tables = {
  agreements: { table: 'agreement_stages', owner: 'agreement_id' },
  missions: { table: 'mission_stages', owner: 'mission_id' },
} as const

interface Path<S extends string> {
  noun: keyof typeof tables
  id: string
  /** The noun's stages in their order, and those that the record has been through. */
  order: readonly S[]
  stages: readonly StageEntry<S>[]
}

/**
 * Moves a locked record to a stage from a day on. A day has one stage: moving on and back within it leaves the last, and
 * the stage it has that day already is no move. 422 where another stage begins later: the move would not show.
 */
export async function moveStage<S extends string>(
  ctx: Context,
  { noun, id, order, stages }: Path<S>,
  to: StageEntry<S>,
): Promise<void> {
  const later = laterStage(stages, to)
  if (later)
    throw invalidField('since', 'before_last', 'Begins before the stage it follows', { since: later })
  if (stageReached(order, stages, to.since) === to.stage) return
  const table = sql.table(tables[noun].table)
  const owner = sql.ref(tables[noun].owner)
  const others = stages.filter((entry) => entry.since !== to.since)
  await sql`delete from ${table} where ${owner} = ${id} and since = ${to.since}`.execute(ctx.db)
  if (stageReached(order, others, to.since) !== to.stage)
    await sql`insert into ${table} (id, ${owner}, stage, since) values (${ctx.newId()}, ${id}, ${to.stage}, ${to.since})`.execute(
      ctx.db,
    )
  await touch(ctx, noun, id)
}
