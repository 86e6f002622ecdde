import { sql } from 'kysely'
import { asked, type Counting, inPeriod, ofKind, ofMarket, type Source } from './rule.ts'

/** Agreements: signed by all in the period, or in force on the day. */
export function agreementsLookedAt({ rule, scope, day }: Counting): Source {
  const by = sql`${day}::date`
  const inScope = sql.join(
    [
      asked(scope.alliance, (id) => sql`a.alliance_id = ${id}`),
      asked(
        scope.cluster,
        (id) =>
          sql`(a.negotiator_id = ${id} or a.id in (select p.agreement_id from agreement_parties p where p.organisation_id = ${id}))`,
      ),
      asked(scope.market, (id) => sql`a.market_id = ${id}`),
      // A grant is held by an alliance or a cluster, and so are agreements.
      asked(
        scope.grant,
        (id) => sql`exists (select from grants g where g.id = ${id} and (g.alliance_id = a.alliance_id
          or g.cluster_id in (select p.organisation_id from agreement_parties p where p.agreement_id = a.id)))`,
      ),
      asked(
        scope.mission,
        (id) => sql`a.id in (select n.agreement_id from mission_agreements n where n.mission_id = ${id})`,
      ),
      asked(
        scope.company,
        (id) => sql`a.id in (select p.agreement_id from agreement_parties p where p.organisation_id = ${id})`,
      ),
    ],
    sql` and `,
  )
  const standing = rule.measure === 'agreements_in_force'
  const rows = sql`
    select a.id, 'agreements' as part, 'agreements' as noun, a.id as record_id, a.version, a.title, null::uuid as company_id,
      h.signed_on as on_day, a.market_id, null::bigint as minor, null::text as currency, a.sample, a.type as kind,
      a.deleted_at is not null as binned, coalesce(a.abandoned_on <= ${by}, false) as abandoned,
      coalesce(h.signed_on <= ${by}, false) as signed, ${standing ? sql`s.status` : sql`null::text`} as status
    from agreements a join agreement_standing h on h.agreement_id = a.id
    ${standing ? sql`join agreements_on(${by}) s on s.agreement_id = a.id` : sql``}
    where ${inScope}`
  const of = [
    ['in_bin', sql`not x.binned`],
    ['abandoned', sql`(x.signed or not x.abandoned)`],
    ['other_kind', ofKind(rule)],
    ['other_market', ofMarket(rule)],
    ['not_signed', sql`x.signed`],
  ] as const
  if (standing)
    return {
      rows,
      conditions: [
        ...of,
        ['terminated', sql`x.status <> 'terminated'`],
        ['not_begun', sql`x.status <> 'signed'`],
        ['ended', sql`x.status in ('active', 'expiring')`],
      ],
    }
  const covered = rule.measure === 'markets_covered'
  return {
    rows,
    conditions: [
      ...of,
      ['outside_period', inPeriod(rule)],
      ...(covered ? ([['no_market', sql`x.market_id is not null`]] as const) : []),
    ],
  }
}
