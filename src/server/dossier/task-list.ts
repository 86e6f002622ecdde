import { sql } from 'kysely'
import type { listTasks } from '../../contract/dossier.ts'
import { asOfDay } from '../context.ts'
import { countOf, foundBy, pageOf, type SortKey } from '../list.ts'
import type { Verb } from '../route.ts'
import { tasksAs } from './tasks.ts'

const sorts: Record<string, SortKey> = {
  due: { by: sql`coalesce(tasks.due, 'infinity')`, type: 'date' },
  updatedAt: { by: sql`tasks.updated_at`, type: 'timestamptz' },
}

/** One page of tasks: open or done as of the day, in the scope asked for. */
export const listAllTasks: Verb<typeof listTasks> = async (ctx, { query: asked }) => {
  let matching = ctx.db.selectFrom('tasks')
  if (asked.q) matching = matching.where(foundBy('tasks', 'tasks.id', asked.q))
  if (asked.assignee) matching = matching.where('tasks.assignee_id', '=', asked.assignee)
  if (asked.state !== 'all') {
    const done = sql`coalesce(tasks.done_on <= ${await asOfDay(ctx, asked.asOf)}::date, false)`
    matching = matching.where(sql<boolean>`${done} = ${asked.state === 'done'}`)
  }
  if (asked.alliance) matching = matching.where(ofAlliance(asked.alliance))
  if (asked.cluster) matching = matching.where(ofCluster(asked.cluster))
  if (asked.market) matching = matching.where(ofMarket(asked.market))
  const { rows, next } = await pageOf(tasksAs(matching), asked, {
    keys: sorts,
    id: 'tasks.id',
    first: 'due',
  })
  return { items: rows, next, total: await countOf(matching) }
}

const aboutAgreement = (condition: ReturnType<typeof sql>) =>
  sql`tasks.noun = 'agreements' and exists (select from agreements a where a.id = tasks.record_id and ${condition})`

/** About the alliance or one of its agreements, or for one of its members. */
const ofAlliance = (id: string) => sql<boolean>`(
  (tasks.noun = 'alliances' and tasks.record_id = ${id})
  or (${aboutAgreement(sql`a.alliance_id = ${id}`)})
  or exists (select from alliance_members m where m.alliance_id = ${id} and m.organisation_id = tasks.cluster_id))`

/** For the cluster, about it, or about an agreement that it negotiates or is a party to. */
const ofCluster = (id: string) => sql<boolean>`(
  tasks.cluster_id = ${id}
  or (tasks.noun = 'organisations' and tasks.record_id = ${id})
  or (${aboutAgreement(
    sql`(a.negotiator_id = ${id} or exists (select from agreement_parties p where p.agreement_id = a.id and p.organisation_id = ${id}))`,
  )}))`

/** About the market or an agreement in it. */
const ofMarket = (id: string) => sql<boolean>`(
  (tasks.noun = 'markets' and tasks.record_id = ${id}) or (${aboutAgreement(sql`a.market_id = ${id}`)}))`
