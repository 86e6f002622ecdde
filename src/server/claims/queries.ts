import { sql } from 'kysely'
import type { Claim } from '../../contract/claims.ts'
import type { Named } from '../../contract/primitives.ts'
import { claimState } from '../../domain/claim.ts'
import { categoryLimit, claimChecks } from '../../domain/claim-checks.ts'
import { claimSums } from '../../domain/claim-sums.ts'
import { eligibleDays, type FunderKind, type FunderShare, type GrantRules } from '../../domain/grant.ts'
import { asOfDay, type Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { countLeftOut } from './fill.ts'
import { type CountedRow, countedRows } from './rows.ts'
import { claimTitle } from './title.ts'

/** What a claim stands on: live while it is a draft, and kept with it from the day it is frozen. */
export interface Terms {
  rules: GrantRules
  total: number | null
  funders: { funder: Named; kind: FunderKind; share: FunderShare }[]
}

type Found = Pick<
  Claim,
  | 'id'
  | 'version'
  | 'grant'
  | 'currency'
  | 'number'
  | 'title'
  | 'from'
  | 'to'
  | 'dueOn'
  | 'frozenOn'
  | 'submittedOn'
  | 'decidedOn'
  | 'paidOn'
  | 'paidMinor'
  | 'note'
  | 'sample'
  | 'createdAt'
  | 'updatedAt'
> & { frozen: Terms | null; starts: string | null; ends: string | null; overlapping: number }

/** One claim with its sums and checks; 404 where there is none. */
export async function readClaimWhole(ctx: Context, id: string): Promise<Claim> {
  const { rows: found } = await sql<Found>`
    select c.id, c.version, json_build_object('id', g.id, 'name', g.title) as grant, g.currency, c.number, ${claimTitle('c')} as title,
      c.from_date as from, c.to_date as to, c.due_on as "dueOn", c.frozen_on as "frozenOn", c.submitted_on as "submittedOn",
      c.decided_on as "decidedOn", c.paid_on as "paidOn", c.paid_minor as "paidMinor", c.note, c.sample, c.frozen, g.starts, g.ends,
      (select count(*)::int from claims o where o.grant_id = c.grant_id and o.id <> c.id
        and o.from_date <= c.to_date and o.to_date >= c.from_date) as overlapping,
      c.created_at as "createdAt", c.updated_at as "updatedAt"
    from claims c join grants g on g.id = c.grant_id where c.id = ${id}`.execute(ctx.db)
  const [claim] = found
  if (!claim) throw new Failure('not_found', 'There is no such claim')
  const { frozen, starts, ends, overlapping, ...head } = claim
  const terms = frozen ?? (await termsOf(ctx, claim.grant.id))
  const rows = await countedRows(ctx, id)
  const sums = claimSums(
    rows,
    terms.rules,
    terms.total,
    terms.funders.map(({ share }) => share),
  )
  const rules = { ...terms.rules, eligible: eligibleDays({ starts, ends }, terms.rules) }
  const open = claim.frozenOn
    ? {}
    : {
        leftOut: await countLeftOut(ctx, { ...head, grantId: head.grant.id }),
        day: await asOfDay(ctx, undefined),
      }
  const { byPayer, byFunder, byCategory, ...whole } = sums
  const names = await namesOf(
    ctx,
    byPayer.flatMap(({ payerId }) => payerId ?? []),
  )
  return {
    ...head,
    state: claimState(claim),
    rowCount: rows.length,
    ...whole,
    byCategory: byCategory.map((part) => ({
      ...part,
      limit: limitOf(terms.rules, part.category, sums.direct),
    })),
    byCluster: byPayer
      .map(({ payerId, ...part }) => ({
        ...part,
        cluster: payerId === null ? null : { id: payerId, name: names.get(payerId) ?? '' },
      }))
      // Rows without a payer come last.
      .sort((a, b) => (a.cluster?.name ?? '\uffff').localeCompare(b.cluster?.name ?? '\uffff')),
    byFunder: terms.funders.map(({ funder, kind }, n) => ({
      funder,
      kind,
      bp: byFunder[n]?.bp ?? null,
      due: byFunder[n]?.due ?? null,
    })),
    rates: ratesOf(rows, head.currency),
    checks: claimChecks({ from: head.from, to: head.to, rules, rows, overlapping, ...open }),
  }
}

function limitOf(rules: GrantRules, key: string | null, direct: number): number | null {
  const category = rules.categories.find((one) => one.key === key)
  return category ? categoryLimit(category, direct) : null
}

/** The rules, total and funders of a grant as they stand. */
export async function termsOf(ctx: Context, grantId: string): Promise<Terms> {
  const { rows } = await sql<Terms>`
    select g.rules, case when g.total_kind = 'exact' then g.total_minor end as total, coalesce((
      select json_agg(json_build_object('funder', json_build_object('id', o.id, 'name', o.name), 'kind', f.kind,
        'share', case when f.share_bp is not null then json_build_object('kind', 'share', 'bp', f.share_bp)
          when f.amount_minor is not null then json_build_object('kind', 'amount', 'minor', f.amount_minor)
          else json_build_object('kind', 'unknown') end) order by f.position)
      from grant_funders f join organisations o on o.id = f.organisation_id where f.grant_id = g.id), '[]') as funders
    from grants g where g.id = ${grantId}`.execute(ctx.db)
  const [terms] = rows
  if (!terms) throw new Failure('not_found', 'There is no such grant')
  return terms
}

async function namesOf(ctx: Context, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Named>`
    select id, name from organisations where id = any (${sql.val([...ids])}::uuid[])`.execute(ctx.db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Each rate that was used, once, with how many rows it was used for. */
function ratesOf(rows: readonly CountedRow[], own: string): Claim['rates'] {
  const rates = new Map<string, Claim['rates'][number]>()
  for (const { currency, rate, rateOn, rateSource } of rows) {
    if (currency === own) continue
    const key = `${currency} ${rate} ${rateOn} ${rateSource}`
    const held = rates.get(key) ?? { currency, rate, on: rateOn, source: rateSource, rows: 0 }
    held.rows++
    rates.set(key, held)
  }
  return [...rates.values()].sort((a, b) =>
    `${a.currency}${a.on ?? ''}` < `${b.currency}${b.on ?? ''}` ? -1 : 1,
  )
}
