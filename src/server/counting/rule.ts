import { type RawBuilder, sql } from 'kysely'
import type { CountingMeasure, Days, LeftOutReason } from '../../domain/indicators.ts'
import type { CivilDate } from '../../domain/partial-date.ts'
import type { ServedKind } from '../../domain/served.ts'

export type Fragment = RawBuilder<unknown>

/** Whose records are looked at; each that is given narrows them. */
export interface CountingScope {
  alliance?: string | null
  cluster?: string | null
  market?: string | null
  grant?: string | null
  mission?: string | null
  company?: string | null
}

/** What of them counts. */
export interface CountingRule {
  measure: CountingMeasure
  /** None given: all of them. */
  kinds: readonly string[]
  through: readonly ServedKind[]
  market: string | null
  days: Days
}

export interface Counting {
  rule: CountingRule
  scope: CountingScope
  /** All is counted as of this day. */
  day: CivilDate
}

/**
 * What a measure looks at: `rows` with the columns of `lookedAt` and what the conditions ask for, as `x`; a row counts where
 * all conditions hold, and else is left out for the first that does not.
 */
export interface Source {
  rows: Fragment
  conditions: readonly (readonly [LeftOutReason, Fragment])[]
}

/** The columns that every source has: a row, the record it is part of, and what counting needs. */
export const lookedAt = [
  'id',
  'part',
  'noun',
  'record_id',
  'version',
  'title',
  'company_id',
  'on_day',
  'market_id',
  'minor',
  'currency',
  'sample',
] as const

/** Narrows where something is asked for. */
export const asked = (id: string | null | undefined, condition: (id: string) => Fragment): Fragment =>
  id ? condition(id) : sql`true`

/** The conditions that any rule may add. */
export const ofKind = ({ kinds }: CountingRule): Fragment =>
  kinds.length > 0 ? sql`x.kind = any (${sql.val([...kinds])}::text[])` : sql`true`
export const ofMarket = ({ market }: CountingRule): Fragment =>
  asked(market, (id) => sql`coalesce(x.market_id = ${id}, false)`)
export const inPeriod = ({ days: { from, to } }: CountingRule): Fragment =>
  sql`(${asked(from, (day) => sql`coalesce(x.on_day >= ${day}::date, false)`)} and ${asked(to, (day) => sql`coalesce(x.on_day <= ${day}::date, false)`)})`

/** Missions that a grant pays for: those that its budget or its expenses name. */
export const missionsOfGrant = (grant: string): Fragment => sql`
  select l.mission_id from budget_lines l where l.grant_id = ${grant} and l.mission_id is not null
  union select e.mission_id from expenses e join expense_shares s on s.expense_id = e.id
    where s.grant_id = ${grant} and e.deleted_at is null and e.mission_id is not null`
