import { type RawBuilder, sql } from 'kysely'
import type { RecordNoun } from '../contract/primitives.ts'
import type { Context } from './context.ts'
import { Failure } from './failure.ts'

/** As many as a refusal lists; `params.count` says how many there are. */
const mostListed = 10

/** The living records that depend on a record, per noun: rows of noun, id and title, repeated where they do so twice. */
const dependants: Record<RecordNoun, (id: string) => RawBuilder<unknown>> = {
  organisations: (id) => sql`
    ${agreementsWith(sql`
      select p.agreement_id from agreement_parties p where p.organisation_id = ${id}
      union select n.id from agreements n where n.negotiator_id = ${id}
      union select t.agreement_id from agreement_attendees t where t.organisation_id = ${id}
      union select s.agreement_id from signatures s where s.belongs_to_id = ${id}
      union select b.agreement_id from obligations b where b.owner_organisation_id = ${id}`)}
    union select 'alliances', a.id, a.name from alliance_members m join alliances a on a.id = m.alliance_id
      where m.organisation_id = ${id} and a.deleted_at is null
    union ${marketsWith(sql`l.organisation_id = ${id}`)}
    union select 'organisations', o.id, o.name from affiliations f join organisations o on o.id = f.organisation_id
      where f.to_id = ${id} and o.deleted_at is null
    union select 'people', p.id, concat_ws(' ', p.given_name, p.family_name) from posts t join people p on p.id = t.person_id
      where t.organisation_id = ${id} and p.deleted_at is null
    union ${missionsWith(sql`
      select b.mission_id from mission_bodies b where b.organisation_id = ${id}
      union select o.mission_id from outcomes o where o.counterpart_id = ${id}
      union select c.mission_id from outcome_companies c where c.organisation_id = ${id}`)}
    union ${participationsWith(sql`p.organisation_id = ${id} or p.cluster_id = ${id}`)}
    union ${grantsWith(sql`
      select g.id from grants g where g.cluster_id = ${id}
      union select f.grant_id from grant_funders f where f.organisation_id = ${id}
      union select l.grant_id from budget_lines l where l.cluster_id = ${id}`)}
    union ${expensesWith(sql`(e.supplier_id = ${id} or e.payer_id = ${id} or e.beneficiary_id = ${id} or e.company_id = ${id})`)}
    union ${companiesWith(sql`
      select w.held_id from ownership w where w.holder_id = ${id}
      union select a.organisation_id from aid a where a.granter_id = ${id}
      union select s.organisation_id from services s where s.provider_id = ${id} or s.cluster_id = ${id}`)}
    union select 'tasks', t.id, t.title from tasks t where t.cluster_id = ${id} and t.done_on is null
    union ${indicatorsWith(sql`i.cluster_id = ${id} or i.funder_id = ${id}`)}
    union ${reportsWith(sql`r.organisation_id = ${id}`)}`,
  people: (id) => sql`
    ${agreementsWith(sql`
      select s.agreement_id from signatures s where s.person_id = ${id}
      union select t.agreement_id from agreement_attendees t where t.person_id = ${id}
      union select b.agreement_id from obligations b where b.owner_person_id = ${id}`)}
    union ${missionsWith(sql`select s.mission_id from mission_steps s where s.owner_id = ${id}`)}
    union ${participationsWith(sql`p.id in (select h.participation_id from participation_people h where h.person_id = ${id})`)}
    union ${companiesWith(sql`select w.held_id from ownership w where w.holder_person_id = ${id}`)}
    union select 'tasks', t.id, t.title from tasks t where t.assignee_id = ${id} and t.done_on is null`,
  alliances: (id) => sql`
    ${agreementsWith(sql`select n.id from agreements n where n.alliance_id = ${id}`)}
    union ${marketsWith(sql`l.alliance_id = ${id}`)}
    union ${missionsWith(sql`select m.id from missions m where m.alliance_id = ${id}`)}
    union ${grantsWith(sql`select g.id from grants g where g.alliance_id = ${id}`)}
    union ${indicatorsWith(sql`i.alliance_id = ${id}`)}
    union ${reportsWith(sql`r.alliance_id = ${id}`)}`,
  markets: (id) => sql`
    ${agreementsWith(sql`select n.id from agreements n where n.market_id = ${id}`)}
    union ${missionsWith(sql`select m.id from missions m where m.market_id = ${id}`)}
    union ${grantsWith(sql`select l.grant_id from budget_lines l where l.market_id = ${id}`)}
    union ${companiesWith(sql`
      select c.organisation_id from company_markets c where c.market_id = ${id}
      union select s.organisation_id from services s where s.market_id = ${id}`)}
    union ${indicatorsWith(sql`i.market_id = ${id}`)}
    union ${reportsWith(sql`r.market_id = ${id}`)}`,
  // A successor tells of its predecessor, a mission of what it serves.
  agreements: (id) => sql`
    ${agreementsWith(sql`select n.id from agreements n where n.renews_id = ${id}`)}
    union ${missionsWith(sql`select l.mission_id from mission_agreements l where l.agreement_id = ${id}`)}`,
  missions: (id) => sql`
    select 'participations' as noun, p.id, record_title('participations', p.id) as title from participations p
      where p.mission_id = ${id} and p.deleted_at is null
    union ${grantsWith(sql`select l.grant_id from budget_lines l where l.mission_id = ${id}`)}
    union ${expensesWith(sql`e.mission_id = ${id}`)}
    union ${reportsWith(sql`r.mission_id = ${id}`)}`,
  participations: (id) => sql`
    select 'meetings' as noun, t.id, record_title('meetings', t.id) as title from meetings t
      where t.deleted_at is null and (t.a_id = ${id} or t.b_id = ${id})
    union ${companiesWith(sql`select a.organisation_id from aid a where a.participation_id = ${id}`)}`,
  meetings: (id) => sql`
    ${missionsWith(sql`select o.mission_id from outcomes o where o.meeting_id = ${id}`)}`,
  grants: (id) => sql`
    ${expensesWith(sql`e.id in (select s.expense_id from expense_shares s where s.grant_id = ${id})`)}
    union ${indicatorsWith(sql`i.grant_id = ${id}`)}
    union ${reportsWith(sql`r.grant_id = ${id}`)}`,
  // The invoices of an order.
  expenses: (id) => sql`
    ${expensesWith(sql`e.part_of_id = ${id}`)}
    union ${companiesWith(sql`select a.organisation_id from aid a where a.expense_id = ${id}`)}`,
  indicators: () => nothing,
  // Its runs are part of it.
  reports: () => nothing,
}

const nothing = sql`select null::text as noun, null::uuid as id, null::text as title where false`

const indicatorsWith = (condition: RawBuilder<unknown>) => sql`
  select 'indicators' as noun, i.id, i.title from indicators i where i.deleted_at is null and (${condition})`

const reportsWith = (condition: RawBuilder<unknown>) => sql`
  select 'reports' as noun, r.id, r.title from reports r where r.deleted_at is null and ${condition}`

const grantsWith = (ids: RawBuilder<unknown>) => sql`
  select 'grants' as noun, g.id, g.title from grants g where g.deleted_at is null and g.id in (${ids})`

const expensesWith = (condition: RawBuilder<unknown>) => sql`
  select 'expenses' as noun, e.id, e.title from expenses e where e.deleted_at is null and ${condition}`

const missionsWith = (ids: RawBuilder<unknown>) => sql`
  select 'missions' as noun, s.id, s.title from missions s where s.deleted_at is null and s.id in (${ids})`

const companiesWith = (ids: RawBuilder<unknown>) => sql`
  select 'organisations' as noun, o.id, o.name as title from organisations o where o.deleted_at is null and o.id in (${ids})`

const agreementsWith = (ids: RawBuilder<unknown>) => sql`
  select 'agreements' as noun, a.id, a.title from agreements a where a.deleted_at is null and a.id in (${ids})`

const participationsWith = (condition: RawBuilder<unknown>) => sql`
  select 'participations', p.id, record_title('participations', p.id) from participations p
  where p.deleted_at is null and (${condition})`

const marketsWith = (condition: RawBuilder<unknown>) => sql`
  select 'markets', k.id, k.name from market_leads l join markets k on k.id = l.market_id
  where k.deleted_at is null and ${condition}`

/** Throws 409 `in_use` with the first blockers where living records depend on this one. Lock the record before. */
export async function refuseInUse(ctx: Context, noun: RecordNoun, id: string): Promise<void> {
  await refuseWhileUsedBy(ctx, dependants[noun](id))
}

export interface Users {
  count: number
  first: { noun: string; recordId: string; title: string }[]
}

/** What depends on something, as a query of noun, id and title says: the first of it, and how much that is. */
export async function usersAmong(ctx: Pick<Context, 'db'>, users: RawBuilder<unknown>): Promise<Users> {
  const { rows } = await sql<{ noun: string; recordId: string; title: string; count: number }>`
    select d.noun, d.id as "recordId", d.title, count(*) over () as count from (${users}) d
    order by d.noun, folded(d.title), d.id limit ${sql.lit(mostListed)}`.execute(ctx.db)
  return { count: rows[0]?.count ?? 0, first: rows.map(({ count: _, ...user }) => user) }
}

/** The same refusal for whatever a query of noun, id and title says depends on something. */
export async function refuseWhileUsedBy(ctx: Context, users: RawBuilder<unknown>): Promise<void> {
  const { count, first } = await usersAmong(ctx, users)
  if (count > 0)
    throw new Failure('in_use', `${count} living records depend on it`, {
      params: { count },
      blockers: first,
    })
}
