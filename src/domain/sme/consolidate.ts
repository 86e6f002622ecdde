import type { OwnershipLink } from '../ownership.ts'
import { firstDay } from '../partial-date.ts'
import { type Accounts, type Enterprise, figuresOf, lacksRate, type Periods, partOf } from './accounts.ts'
import { anySize, type Figures, measures, type SizeRange, sizeRangeOf, type Total } from './ceilings.ts'
import { groupAccountsCover } from './group-accounts.ts'
import type { Relations } from './relations.ts'
import type { SmeMissing, SmeStep } from './steps.ts'

/** The figures of one period, consolidated, and the sizes that they allow. */
export interface PeriodSum {
  total: Total
  range: SizeRange
  /** The same, where what others' accounts of an earlier period, not known, may add is counted in. */
  strictly: SizeRange
}

/** Whose figures of which period are added. */
export interface Adding {
  id: string
  /** The period, 0 being the last. */
  nth: number
  relations: Relations
  periods: ReadonlyMap<string, Periods>
  links: readonly OwnershipLink[]
  enterpriseOf: (id: string) => Enterprise
}

/** Article 6: the enterprise's figures, all of linked ones, and their part of partners with all that is linked to these. */
export function consolidate(from: Adding, steps: SmeStep[], missing: SmeMissing[]): PeriodSum {
  const { id, relations, nth, periods } = from
  const total: Total = {
    headcount: { known: 0, complete: relations.complete },
    turnover: { known: 0, complete: relations.complete },
    balanceSheet: { known: 0, complete: relations.complete },
  }
  let allThere = true
  const closing = periods.get(id)?.accounts[nth]?.closedOn
  const one = (of: string, share: number, code: 'own_figures' | 'linked_figures' | 'partner_figures') => {
    const about = { article: code === 'own_figures' ? '6(1)' : '6(2)', enterpriseId: of, share }
    const held = periods.get(of)
    if (!held) return
    const accounts = held.accounts[nth]
    const { founded } = from.enterpriseOf(of)
    if (!accounts && nth > 0 && founded && closing && firstDay(founded) > closing) return
    // Who has no accounts at all is unknown in every period.
    if (!accounts && nth > 0 && held.accounts.length > 0) {
      allThere = false
      missing.push({ code: 'earlier_accounts', enterpriseId: of })
      return
    }
    const added = addFigures(total, accounts ? figuresOf(accounts) : noFigures, share)
    if (accounts) steps.push({ code, ...about, closedOn: accounts.closedOn, figures: added })
    else missing.push({ code: held.lacking ?? 'earlier_accounts', enterpriseId: of })
    if (accounts) missing.push(...lacksOf(accounts))
    if (held.foundedUnknown) missing.push({ code: 'founded', enterpriseId: of })
  }
  const covered = groupAccountsCover(
    from.links,
    [...periods].flatMap(([of, { accounts }]) => (accounts[nth]?.consolidated ? [of] : [])),
  )
  const each = (of: string, share: number, code: 'linked_figures' | 'partner_figures') => {
    if (covered.has(of)) steps.push({ code: 'in_group_accounts', article: '6(2)', enterpriseId: of })
    else one(of, share, code)
  }
  if (covered.has(id)) steps.push({ code: 'in_group_accounts', article: '6(2)', enterpriseId: id })
  else one(id, 10_000, 'own_figures')
  for (const of of relations.linked) if (of !== id) each(of, 10_000, 'linked_figures')
  for (const { members, share } of relations.partners)
    for (const of of members) each(of, share, 'partner_figures')
  const range = sizeRangeOf(total)
  return { total, range, strictly: allThere ? range : { ...range, worst: anySize.worst } }
}

const noFigures: Figures = { headcount: null, turnover: null, balanceSheet: null }

/** Adds a part of some figures, and gives that part. */
function addFigures(total: Total, figures: Figures, share: number): Total {
  const added = structuredClone(nothing)
  for (const measure of measures) {
    const figure = figures[measure]
    if (figure === null) {
      added[measure].complete = false
      total[measure].complete = false
    } else {
      added[measure].known = partOf(figure, share)
      total[measure].known += added[measure].known
    }
  }
  return added
}

const nothing: Total = {
  headcount: { known: 0, complete: true },
  turnover: { known: 0, complete: true },
  balanceSheet: { known: 0, complete: true },
}

function lacksOf(accounts: Accounts): SmeMissing[] {
  const about = { enterpriseId: accounts.enterpriseId, closedOn: accounts.closedOn }
  const lacks: SmeMissing[] = []
  if (accounts.headcount === null) lacks.push({ code: 'headcount', ...about })
  if (accounts.turnover === null || accounts.balanceSheet === null)
    lacks.push({ code: 'turnover_or_balance_sheet', ...about })
  if (lacksRate(accounts)) lacks.push({ code: 'rate', ...about })
  return lacks
}

/** Whether the enterprise's own figures of a period say enough for the period to count. */
export const isUsable = (accounts: Accounts): boolean => {
  const total = structuredClone(nothing)
  addFigures(total, figuresOf(accounts), 10_000)
  const { best, worst } = sizeRangeOf(total)
  return best === worst
}
