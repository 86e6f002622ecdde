import { sql } from 'kysely'
import type * as z from 'zod'
import type { AgreementRow, agreementList } from '../../contract/agreements.ts'
import { agreementStatuses } from '../../domain/agreement.ts'
import { asOfDay, type Context } from '../context.ts'
import { countOf, foundBy, pageOf, type SortKey } from '../list.ts'
import { inScope } from '../scope.ts'
import { placeIn, unknownLast } from '../sort-keys.ts'

type Asked = z.output<typeof agreementList>

/**
 * One page of agreements, in the scope and by the filters asked for, as of a day. The page is found first and its rows
 * are filled in after, so that only what is shown is put together.
 */
export async function listAgreements(
  ctx: Context,
  asked: Asked,
): Promise<{ items: AgreementRow[]; next: string | null; total: number }> {
  const day = await asOfDay(ctx, asked.asOf)
  const { ids, next, total } = await (isPlain(asked)
    ? walkedPage(ctx, asked, day)
    : sortedPage(ctx, asked, day))
  return { items: await rowsOf(ctx, ids, day), next, total }
}

interface FoundPage {
  ids: string[]
  next: string | null
  total: number
}

const firstSort = 'title'

/** Whether an index has the order asked for, and nothing but the scope narrows. */
const isPlain = ({ q, sort = firstSort, status, type, overdue, signable, party, negotiator, year }: Asked) =>
  [q, status, type, overdue, signable, party, negotiator, year].every((filter) => filter === undefined) &&
  /title|updatedAt/.test(sort)

/** Reads as far as the page goes. */
async function walkedPage(ctx: Context, asked: Asked, day: string): Promise<FoundPage> {
  const found = matching(ctx, asked, day)
  const { rows, next } = await pageOf(found.select('agreements.id'), asked, {
    keys: sortKeys(asked.sort),
    id: 'agreements.id',
    first: firstSort,
  })
  return { ids: rows.map((row) => row.id), next, total: await countOf(found) }
}

/** Finds all that match once, for the order and for the count. */
async function sortedPage(ctx: Context, asked: Asked, day: string): Promise<FoundPage> {
  const { sort = firstSort } = asked
  const keys = sortKeys(sort)
  const name = sort.replace('-', '')
  const key = keys[name] as SortKey
  const found = matching(ctx, asked, day)
  const matched = found
    .select(['agreements.id', sql`${key.by}`.as('key'), sql<number>`count(*) over ()`.as('total')])
    .as('matched')
  const { rows, next } = await pageOf(
    ctx.db.selectFrom(matched).select(['matched.id', 'matched.total']),
    asked,
    {
      keys: { [name]: { by: sql`matched.key`, type: key.type } },
      id: 'matched.id',
      first: firstSort,
    },
  )
  // Past the end there is no row to say how many there are.
  const total = rows[0]?.total ?? (asked.cursor ? await countOf(found) : 0)
  return { ids: rows.map((row) => row.id), next, total }
}

function matching(ctx: Context, asked: Asked, day: string) {
  const { status, overdue, signable, sort, year } = asked
  // What derives from signatures and dates is asked for only where a filter or the order needs it.
  const derived =
    status?.length || overdue !== undefined || year !== undefined || /status|signedOn/.test(sort ?? '')
  let query = ctx.db
    .selectFrom('agreements')
    .where('agreements.deleted_at', 'is', null)
    .where(inScope('agreements', 'agreements.id', asked))
    .$if(Boolean(derived), (some) =>
      some.innerJoin(sql<{ agreement_id: string }>`agreements_on(${day})`.as('derived'), (join) =>
        join.onRef('derived.agreement_id', '=', 'agreements.id'),
      ),
    )
    .$if(/market/.test(sort ?? ''), (some) => some.leftJoin('markets', 'markets.id', 'agreements.market_id'))
  if (asked.q) query = query.where(foundBy('agreements', 'agreements.id', asked.q))
  if (status?.length) query = query.where(sql<boolean>`derived.status = any (${sql.val(status)}::text[])`)
  if (asked.type?.length) query = query.where('agreements.type', 'in', asked.type)
  if (overdue !== undefined) query = query.where(sql<boolean>`derived.overdue = ${overdue}`)
  if (signable !== undefined) query = query.where(signable ? isSignable : sql<boolean>`not ${isSignable}`)
  if (year !== undefined) query = query.where(signedIn(year, day))
  if (asked.negotiator) query = query.where('agreements.negotiator_id', '=', asked.negotiator)
  if (asked.party)
    query = query.where(
      sql<boolean>`agreements.id in (select p.agreement_id from agreement_parties p where p.organisation_id = ${asked.party})`,
    )
  return query
}

/** Signed by all in a calendar year, as far as the day knows; over `derived`. */
export const signedIn = (year: number, day: string) =>
  sql<boolean>`(derived.signed_on <= ${day}::date and extract(year from derived.signed_on) = ${year})`

/** `agreementCan.sign` in SQL: neither abandoned nor terminated, and a party has yet to sign. */
const isSignable = sql<boolean>`(agreements.abandoned_on is null and agreements.terminated_on is null and agreements.id in (
  select p.agreement_id from agreement_parties p
  where not exists (select from signatures g where g.party_id = p.id and g.decision = 'signed')))`

function sortKeys(sort = firstSort): Record<string, SortKey> {
  const known = unknownLast(sort)
  return {
    title: { by: sql`sorted_as(agreements.title)`, type: 'text' },
    status: placeIn(agreementStatuses, sql`derived.status`),
    signedOn: known.date(sql`derived.signed_on`),
    targetSignature: known.date(sql`partial_last(agreements.target_signature)`),
    ends: known.date(sql`partial_last(agreements.ends)`),
    market: known.text(sql`sorted_as(markets.name)`),
    updatedAt: { by: sql`agreements.updated_at`, type: 'timestamptz' },
  }
}

/** The rows of these agreements, in this order. */
async function rowsOf(ctx: Context, ids: string[], day: string): Promise<AgreementRow[]> {
  if (ids.length === 0) return []
  const wanted = sql`${sql.val(ids)}::uuid[]`
  const { rows } = await sql<AgreementRow>`
    select a.id, a.version, a.title, a.type, s.status, s.overdue,
      case when l.id is not null then json_build_object('id', l.id, 'name', l.name) end as alliance,
      case when m.id is not null then json_build_object('id', m.id, 'name', m.name) end as market,
      case when o.id is not null then json_build_object('id', o.id, 'name', o.name) end as negotiator,
      coalesce((
        select json_agg(json_build_object('id', b.id, 'name', b.name, 'side', p.side) order by p.position)
        from agreement_parties p join organisations b on b.id = p.organisation_id where p.agreement_id = a.id), '[]') as parties,
      a.starts, a.ends, a.target_signature as "targetSignature", s.signed_on as "signedOn",
      s.signed_count as "signedCount", s.required_count as "requiredCount",
      a.abandoned_on as "abandonedOn", a.terminated_on as "terminatedOn", a.sample, a.updated_at as "updatedAt"
    from agreements a
    join agreements_on(${day}, ${wanted}) s on s.agreement_id = a.id
    left join alliances l on l.id = a.alliance_id
    left join markets m on m.id = a.market_id
    left join organisations o on o.id = a.negotiator_id
    where a.id = any (${wanted})
    order by array_position(${wanted}, a.id)`.execute(ctx.db)
  return rows
}
