import { sql } from 'kysely'
import type { ParticipationState } from '../../domain/participation.ts'
import type { Context } from '../context.ts'

/** A participation as it stands last, whatever the day, and who stands so. */
export interface Standing {
  id: string
  missionId: string
  organisationId: string
  side: 'home' | 'partner'
  name: string
  isCompany: boolean
  clusterId: string | null
  scores: number
  fee: { minor: number } | null
  deletedAt: string | null
  states: {
    id: string
    state: ParticipationState
    since: string
    position: number
    reason: string | null
    /** Of who waits: the aid that waits with them, in euro cents. */
    aid: number | null
  }[]
}

export async function standingOf(ctx: Context, id: string): Promise<Standing> {
  const { rows } = await sql<Standing>`
    select p.id, p.mission_id as "missionId", p.organisation_id as "organisationId", p.side, o.name, 'company' = any (o.kinds) as "isCompany", p.cluster_id as "clusterId",
      (select count(*)::int from participation_scores g where g.participation_id = p.id) as scores,
      case when p.fee_minor is not null then json_build_object('minor', p.fee_minor) end as fee, p.deleted_at as "deletedAt",
      (select json_agg(json_build_object('id', t.id, 'state', t.state, 'since', t.since, 'position', t.position, 'reason', t.reason, 'aid', t.aid) order by t.position)
        from participation_states t where t.participation_id = p.id) as states
    from participations p join organisations o on o.id = p.organisation_id where p.id = ${id}`.execute(ctx.db)
  const [found] = rows
  if (!found) throw new Error('The participation has been locked before')
  return found
}

/** The state somebody stands in last. There is always one. */
export function lastState({ states }: Pick<Standing, 'states'>) {
  const last = states.at(-1)
  if (!last) throw new Error('A participation has always a state')
  return last
}

/** The number of who comes next on a mission's waiting list. The mission is locked. */
export async function nextTurn(ctx: Context, missionId: string): Promise<number> {
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(t.turn), 0) + 1 as next
    from participation_states t join participations p on p.id = t.participation_id where p.mission_id = ${missionId}`.execute(
    ctx.db,
  )
  return rows[0]?.next ?? 1
}

/** Adds a state after those there are. */
export async function addState(
  ctx: Context,
  { id, missionId, states }: Pick<Standing, 'id' | 'missionId' | 'states'>,
  entry: { state: ParticipationState; since: string; reason: string | null; aid?: number | null },
): Promise<void> {
  await ctx.db
    .insertInto('participation_states')
    .values({
      id: ctx.newId(),
      participation_id: id,
      position: (states.at(-1)?.position ?? -1) + 1,
      ...entry,
      turn: entry.state === 'waitlisted' ? await nextTurn(ctx, missionId) : null,
    })
    .execute()
}

/** Takes who can't be met any more off the grid; gives how many meetings lost their slot. */
export async function unschedule(ctx: Context, id: string): Promise<number> {
  const freed = await ctx.db
    .updateTable('meetings')
    .set({ slot_id: null, table_id: null, locked: false })
    .where((is) => is.or([is('a_id', '=', id), is('b_id', '=', id)]))
    .where('deleted_at', 'is', null)
    .where('state', '=', 'planned')
    .where('slot_id', 'is not', null)
    .returning('id')
    .execute()
  return freed.length
}
