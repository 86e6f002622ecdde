import { type RawBuilder, sql } from 'kysely'
import * as contract from '../../contract/pins.ts'
import { rightToRead } from '../../contract/rights.ts'
import type { Context } from '../context.ts'
import { mustLive } from '../dossier/about.ts'
import { Failure } from '../failure.ts'
import { reachIn } from '../rights/authorise.ts'
import { type Route, route, type Verb } from '../route.ts'

/** Where a pinned record was merged into another, that one stands for it. */
const leadsTo = sql`coalesce(
  case p.noun when 'organisations' then (select m.into_id from merged_organisations m where m.id = p.record_id)
    when 'people' then (select m.into_id from merged_people m where m.id = p.record_id) end, p.record_id)`

/** Of pins `p`, those of who asks. */
const own = ({ actor }: Context) => sql<boolean>`p.owner_id is not distinct from ${actor.id}`

/** The living records that a person has pinned, each once, the newest first. What is in the bin comes back with the record. */
async function pinsWhere(ctx: Context, condition: RawBuilder<boolean>): Promise<contract.Pin[]> {
  const { rows } = await sql<contract.Pin>`
    select d.id, d.noun, d."recordId", d.title, d.subtitle, d."isCluster", d."pinnedAt"
    from (
      select distinct on (p.noun, e.record_id) p.id, p.noun, e.record_id as "recordId", e.title, e.subtitle,
        e.is_cluster as "isCluster", p.created_at as "pinnedAt"
      from pins p join search_entries e on e.noun = p.noun and e.record_id = ${leadsTo}
      where ${own(ctx)} and ${condition}
      order by p.noun, e.record_id, p.created_at, p.id
    ) d
    order by d."pinnedAt" desc, d.id limit ${sql.lit(contract.mostPins)}`.execute(ctx.db)
  return rows
}

const pinRecord: Verb<typeof contract.addPin> = async (ctx, { body: { noun, recordId } }) => {
  if (reachIn(ctx.actor, rightToRead(noun)) !== 'everywhere')
    throw new Failure('right_missing', 'None of your roles lets you read all of these')
  await mustLive(ctx, { noun, recordId })
  const pinned = () => pinsWhere(ctx, sql<boolean>`p.noun = ${noun} and ${leadsTo} = ${recordId}`)
  const [already] = await pinned()
  if (already) return already
  const { count } = await ctx.db
    .selectFrom('pins as p')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(own(ctx))
    .executeTakeFirstOrThrow()
  if (count >= contract.mostPins)
    throw new Failure('conflict', `At most ${contract.mostPins} records are pinned`)
  const row = { id: ctx.newId(), owner_id: ctx.actor.id, noun, record_id: recordId }
  await ctx.db
    .insertInto('pins')
    .values({ ...row, created_at: ctx.now.toISOString() })
    .execute()
  const [added] = await pinned()
  if (!added) throw new Failure('not_found', 'There is no such record')
  return added
}

const unpin: Verb<typeof contract.removePin> = async (ctx, { params: { id } }) => {
  const { rows } = await sql<{ noun: string; recordId: string }>`
    select p.noun, p.record_id as "recordId" from pins p where p.id = ${id} and ${own(ctx)} for update`.execute(
    ctx.db,
  )
  const [held] = rows
  if (!held) throw new Failure('not_found', 'There is no such pin')
  // Two of one record, by a merge or a double click, go together.
  await sql`delete from pins p where ${own(ctx)} and p.noun = ${held.noun} and (p.record_id = ${held.recordId} or ${leadsTo} = ${held.recordId})`.execute(
    ctx.db,
  )
  return undefined
}

export const pinRoutes: Route[] = [
  route(contract.listPins, async (ctx) => ({ items: await pinsWhere(ctx, sql<boolean>`true`) })),
  route(contract.addPin, pinRecord),
  route(contract.removePin, unpin),
]
