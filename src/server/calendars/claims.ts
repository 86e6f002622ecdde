import { sql } from 'kysely'
import type { Scope } from '../../contract/primitives.ts'
import { claimsDue } from '../../domain/claim.ts'
import type { GrantRules } from '../../domain/grant.ts'
import type { CivilDate } from '../../domain/partial-date.ts'
import { timedClaims } from '../claims/periods.ts'
import type { Context } from '../context.ts'
import { inScope } from '../scope.ts'
import type { Entry } from './entries.ts'

interface Found {
  id: string
  title: string
  rules: GrantRules
  version: number
  updatedAt: string
}

/** The days by which claims must be in and none is, as of a day; of grants whose books are open. */
export async function claimEntries(
  ctx: Context,
  day: CivilDate,
  scope: Omit<Scope, 'asOf'>,
): Promise<Entry[]> {
  const { rows } = await sql<Found>`
    select g.id, g.title, g.rules, g.version, g.updated_at as "updatedAt" from grants g
    where g.deleted_at is null and coalesce(g.closed_on > ${day}::date, true) and ${inScope('grants', 'g.id', scope)}
    order by g.id limit 500`.execute(ctx.db)
  const claims = await timedClaims(
    ctx,
    rows.map(({ id }) => id),
  )
  return rows.flatMap(({ id, title, rules, version, updatedAt }) =>
    claimsDue(rules.claimPeriods, claims.of(id), day).map(({ from, to, due }) => ({
      what: 'claim',
      uid: `claim-${id}-${from}-${to}`,
      noun: 'grants',
      id,
      title,
      market: null,
      place: null,
      about: `${from} – ${to}`,
      assignee: null,
      day: due,
      lastDay: due,
      known: null,
      time: null,
      zone: null,
      off: false,
      sequence: version - 1,
      changedAt: updatedAt,
    })),
  )
}
