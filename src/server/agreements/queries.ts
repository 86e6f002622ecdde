import { type RawBuilder, sql } from 'kysely'
import type * as z from 'zod'
import type { Agreement, Signature, signature } from '../../contract/agreements.ts'
import { instantOf } from '../../domain/time-zone.ts'
import { asOfDay, type Context } from '../context.ts'
import { Failure } from '../failure.ts'

type Row = Omit<Agreement, 'signatures'> & { signatures: Omit<z.output<typeof signature>, 'instant'>[] }

/** One agreement with everything its page shows, as of a day; 404 where there is none. One in the bin is given, marked. */
export async function readAgreement(ctx: Context, id: string, asOf?: string): Promise<Agreement> {
  const day = await asOfDay(ctx, asOf)
  const { rows } = await sql<Row>`
    select a.id, a.version, a.sample, a.title, a.type, a.summary, s.status, s.stage, s.overdue, ${day}::text as "asOf",
      ${named('alliances', 'a.alliance_id')} as alliance,
      ${named('markets', 'a.market_id')} as market,
      ${named('market_regions', 'a.region_id')} as region,
      ${named('organisations', 'a.negotiator_id')} as negotiator,
      a.starts, a.ends, a.notice_days as "noticeDays", a.target_signature as "targetSignature", a.language, a.reference,
      s.signed_on as "signedOn",
      a.abandoned_on as "abandonedOn", a.abandoned_reason as "abandonedReason",
      a.terminated_on as "terminatedOn", a.terminated_reason as "terminatedReason",
      coalesce((select json_agg(json_build_object('id', t.id, 'stage', t.stage, 'since', t.since) order by t.since)
        from agreement_stages t where t.agreement_id = a.id), '[]') as stages,
      ${parties} as parties,
      ${signatures} as signatures,
      ${attendees} as attendees,
      ${actions} as actions,
      (select json_build_object('id', o.id, 'title', o.title) from agreements o where o.id = a.renews_id) as renews,
      (select json_build_object('id', n.id, 'title', n.title, 'signedOn', ns.signed_on)
        from agreements n left join agreements_on(${day}, array(select x.id from agreements x where x.renews_id = ${id} and x.deleted_at is null)) ns
          on ns.agreement_id = n.id
        where n.renews_id = a.id and n.deleted_at is null) as "renewedBy",
      ${lastSignOfLife(day)} as "lastSignOfLife",
      a.deleted_at as "deletedAt", a.created_at as "createdAt", a.updated_at as "updatedAt"
    from agreements a join agreements_on(${day}, array[${id}::uuid]) s on s.agreement_id = a.id
    where a.id = ${id}`.execute(ctx.db)
  const found = rows[0]
  if (!found) throw new Failure('not_found', 'There is no such agreement')
  return { ...found, signatures: found.signatures.map(withInstant) }
}

/** The instant of a signature, which the database's own zone tables are not asked for: the domain has the rule. */
const withInstant = (row: Row['signatures'][number]): Signature => ({
  ...row,
  instant:
    row.localTime && row.timeZone
      ? new Date(instantOf(row.signedOn, row.localTime, row.timeZone)).toISOString()
      : null,
})

const named = (table: string, column: string): RawBuilder<unknown> =>
  sql`(select json_build_object('id', n.id, 'name', n.name) from ${sql.table(table)} n where n.id = ${sql.ref(column)})`

const namedPerson = (column: string): RawBuilder<unknown> =>
  sql`(select json_build_object('id', n.id, 'name', concat_ws(' ', n.given_name, n.family_name)) from people n where n.id = ${sql.ref(column)})`

// A refusal stands until the party signs.
const parties = sql`coalesce((
  select json_agg(json_build_object('id', p.id, 'organisation', json_build_object('id', o.id, 'name', o.name), 'colour', o.colour,
    'side', p.side, 'required', p.required, 'signedOn', g.signed_on,
    'refusedOn', case when g.signed_on is null then g.refused_on end) order by p.position)
  from agreement_parties p join organisations o on o.id = p.organisation_id
  left join lateral (
    select max(g.signed_on) filter (where g.decision = 'signed') as signed_on,
      max(g.signed_on) filter (where g.decision = 'refused') as refused_on
    from signatures g where g.party_id = p.id
  ) g on true
  where p.agreement_id = a.id), '[]')`

const signatures = sql`coalesce((
  select json_agg(json_build_object('id', g.id, 'partyId', g.party_id, 'decision', g.decision, 'person', ${namedPerson('g.person_id')},
    'capacity', g.capacity, 'belongsTo', ${named('organisations', 'g.belongs_to_id')}, 'signedOn', g.signed_on,
    'localTime', to_char(g.local_time, 'HH24:MI'), 'timeZone', g.time_zone, 'place', g.place, 'reason', g.reason, 'accepted', g.accepted)
    order by g.signed_on, g.local_time nulls last, p.position)
  from signatures g join agreement_parties p on p.id = g.party_id where g.agreement_id = a.id), '[]')`

const attendees = sql`coalesce((
  select json_agg(json_build_object('id', t.id, 'role', t.role, 'person', ${namedPerson('t.person_id')},
    'organisation', ${named('organisations', 't.organisation_id')}, 'capacity', t.capacity) order by t.position)
  from agreement_attendees t where t.agreement_id = a.id), '[]')`

const actions = sql`coalesce((
  select json_agg(json_build_object('id', c.id, 'title', c.title, 'state', c.state, 'due', c.due, 'obligations', coalesce((
    select json_agg(json_build_object('id', b.id, 'side', b.side, 'description', b.description,
      'ownerOrganisation', ${named('organisations', 'b.owner_organisation_id')}, 'ownerPerson', ${namedPerson('b.owner_person_id')},
      'due', b.due, 'progress', b.progress, 'evidence', b.evidence) order by b.position)
    from obligations b where b.action_id = c.id), '[]')) order by c.position)
  from cooperation_actions c where c.agreement_id = a.id), '[]')`

/**
 * The day when last something was heard of the agreement, up to the day: it was signed, came to another stage, or
 * somebody noted something. That a field was corrected here is no sign of life of it, nor that a signature was logged long
 * after its day.
 */
const lastSignOfLife = (day: string) => sql`(
  select max(entry.on_day) from (
    select g.signed_on from signatures g where g.agreement_id = a.id
    union all select t.since from agreement_stages t where t.agreement_id = a.id
      and not exists (select from signatures g where g.agreement_id = a.id and g.decision = 'signed' and g.signed_on < t.since)
    union all select (n.created_at at time zone 'UTC')::date from notes n where n.noun = 'agreements' and n.record_id = a.id
  ) entry (on_day) where entry.on_day <= ${day}::date)`
