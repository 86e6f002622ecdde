import { sql } from 'kysely'
import type { ClaimPeriod, GrantRules } from '../../domain/grant.ts'
import type { Context } from '../context.ts'

/** The periods of grants' calendars for which no claim had been submitted by a day, by grant, the first due first. */
export async function unclaimedPeriods(
  ctx: Context,
  grants: readonly { id: string; rules: Pick<GrantRules, 'claimPeriods'> }[],
  day: string,
): Promise<Map<string, ClaimPeriod[]>> {
  const ids = grants.flatMap(({ id, rules }) => (rules.claimPeriods.length > 0 ? [id] : []))
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ grantId: string; from: string; to: string }>`
    select c.grant_id as "grantId", c.from_date as from, c.to_date as to from claims c
    where c.grant_id = any (${sql.val(ids)}::uuid[]) and c.submitted_on <= ${day}::date`.execute(ctx.db)
  return new Map(
    grants.map(({ id, rules }) => {
      const claims = rows.filter(({ grantId }) => grantId === id)
      const open = rules.claimPeriods.filter(
        (period) => !claims.some(({ from, to }) => from <= period.from && to >= period.to),
      )
      return [id, open.sort((a, b) => (a.due < b.due ? -1 : 1))]
    }),
  )
}
