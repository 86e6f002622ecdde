import { sql } from 'kysely'
import type { Scope } from '../../contract/primitives.ts'
import type { View } from '../../contract/views.ts'
import type { CivilDate } from '../../domain/partial-date.ts'
import type { Context } from '../context.ts'
import { inScope } from '../scope.ts'
import { smesReached } from '../served/smes-reached.ts'

type Target = View['targets'][number]

/** What the alliances in scope have set out to reach; what is reached is counted for each alliance as a whole. */
export async function targetsOf(ctx: Context, day: CivilDate, scope: Scope): Promise<Target[]> {
  const { rows } = await sql<Omit<Target, 'reached'>>`
    select json_build_object('id', l.id, 'name', l.name) as alliance, t.value, t.by_date as by, t.detail
    from alliance_targets t join alliances l on l.id = t.alliance_id and l.deleted_at is null
    where ${inScope('alliances', 'l.id', scope)}
    order by sorted_as(l.name), t.position`.execute(ctx.db)
  const reached = new Map<string, number>()
  for (const { alliance } of rows) {
    if (reached.has(alliance.id)) continue
    const input = {
      params: { id: alliance.id },
      query: { asOf: day },
      body: undefined,
      ifMatch: undefined,
      mediaType: undefined,
    }
    reached.set(alliance.id, (await smesReached(ctx, input)).counted.length)
  }
  return rows.map((target) => ({ ...target, reached: reached.get(target.alliance.id) ?? 0 }))
}
