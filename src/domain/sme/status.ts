import { linksOn, type OwnershipLink } from '../ownership.ts'
import { addDays, addMonths, type CivilDate, firstDay, lastDay } from '../partial-date.ts'
import { type Accounts, type Enterprise, isFirstPeriod, type Periods, periodsOf } from './accounts.ts'
import { anySize, ceilings, type SizeRange, sizeAfter, sizeAt } from './ceilings.ts'
import { consolidate, isUsable, type PeriodSum } from './consolidate.ts'
import { type Relations, relationsOf } from './relations.ts'
import type { SmeMissing, SmeResult, SmeStep } from './steps.ts'

/** All that the status of one enterprise may depend on: what it and those around it are, earn and hold. */
export interface SmeFacts {
  enterprises: readonly Enterprise[]
  accounts: readonly Accounts[]
  links: readonly OwnershipLink[]
}

/**
 * The SME status of an enterprise as of a day by the annex to Recommendation 2003/361/EC, with the reasoning. Holdings are those
 * in force that day, for all periods: a change of owners counts at once, as the Commission's user guide reads Article 4(2).
 * What is unknown gives "unknown" unless it makes no difference.
 */
export function smeStatus(id: string, facts: SmeFacts, asOf: CivilDate): SmeResult {
  const links = linksOn(facts.links, asOf)
  const relations = relationsOf(id, links)
  const enterpriseOf = (of: string): Enterprise =>
    facts.enterprises.find((one) => one.id === of) ?? { id: of, founded: null }
  const periods = new Map<string, Periods>()
  const persons = new Set(links.filter(({ byPerson }) => byPerson).map(({ holderId }) => holderId))
  for (const of of [...relations.linked, ...relations.partners.flatMap(({ members }) => members)])
    if (!persons.has(of)) periods.set(of, periodsOf(enterpriseOf(of), facts.accounts, asOf))

  const own = periods.get(id) as Periods
  const steps = [...relations.steps]
  const alone = relations.linked.every((of) => of === id || persons.has(of))
  if (alone && relations.partners.length === 0)
    steps.push({ code: 'autonomous', article: '3(1)', enterpriseId: id })
  const missing = [...relations.missing]
  const usable = own.accounts.findIndex((accounts) => !isUsable(accounts))
  const count = Math.max(1, usable < 0 ? own.accounts.length : usable)
  /** By period, none of the last. */
  const earlier = Array.from({ length: count }, (): SmeMissing[] => [])
  const sums = Array.from({ length: count }, (_, nth) =>
    consolidate(
      { id, nth, relations, periods, links, enterpriseOf },
      nth === 0 ? steps : [],
      nth === 0 ? missing : (earlier[nth] as SmeMissing[]),
    ),
  )
  const closings = sums.map((_, nth) => own.accounts[nth]?.closedOn)
  const verdict = verdictOf(sums, relations, own, enterpriseOf(id))
  for (const [nth, { range, total }] of sums.entries()) {
    const closedOn = closings[nth]
    const about = { enterpriseId: id, ...(closedOn ? { closedOn } : {}) }
    // The size of an earlier year is told as far as it is known; that is not all of it.
    const lacking = (earlier[nth] ?? []).filter(({ code }) => code !== 'founded')
    for (const enterpriseId of new Set(lacking.map((one) => one.enterpriseId)))
      steps.push({ code: 'figures_missing', article: '6(2)', ...about, enterpriseId })
    if (own.estimated) steps.push({ code: 'estimate', article: '4(3)', ...about })
    steps.push({ code: 'total', article: '6', ...about, figures: total })
    steps.push(sizeStep(range, about))
  }
  steps.push(...historyOf(sums, closings, id))
  const { status, confirmed } = verdict
  steps.push({ code: 'verdict', article: status === 'not_sme' ? '3(4)' : '2', enterpriseId: id, status })
  return {
    asOf,
    status,
    confirmed,
    type: !alone ? 'linked' : relations.partners.length > 0 ? 'partner' : 'autonomous',
    total: sums[0]?.total ?? null,
    closedOn: closings[0] ?? null,
    missing: confirmed
      ? []
      : status === 'unknown'
        ? eachOnce(missing)
        : earlierMissing(id, missing, earlier.flat()),
    steps,
  }
}

const eachOnce = (missing: readonly SmeMissing[]): SmeMissing[] => [
  ...new Map(missing.map((one) => [JSON.stringify(one), one])).values(),
]

/** What would confirm a status that the last period alone gives. */
function earlierMissing(
  id: string,
  missing: readonly SmeMissing[],
  earlier: readonly SmeMissing[],
): SmeMissing[] {
  const unknown = missing.filter(({ code }) => code === 'founded')
  const of = new Set(earlier.map(({ enterpriseId }) => enterpriseId))
  if (of.size === 0 && unknown.length === 0) of.add(id)
  return [...unknown, ...[...of].map((enterpriseId) => ({ code: 'earlier_accounts' as const, enterpriseId }))]
}

function verdictOf(sums: readonly PeriodSum[], relations: Relations, own: Periods, enterprise: Enterprise) {
  const sizes = (kind: 'range' | 'strictly', end: 'best' | 'worst') =>
    sums.map((sum) => sum[kind][end]).reverse()
  const after = (end: 'best' | 'worst') => {
    const known = sizes('range', end)
    return sizeAfter(known[0] ?? anySize[end], known)
  }
  const oldest = own.accounts[sums.length - 1]
  const isFirst = own.estimated || (oldest !== undefined && isFirstPeriod(enterprise, oldest))
  const strictlyAfter = (end: 'best' | 'worst') => {
    const possible = sizes('strictly', end)
    return sizeAfter(isFirst ? (possible[0] ?? anySize[end]) : anySize[end], possible)
  }
  const sure = strictlyAfter('best') === strictlyAfter('worst') && !own.foundedUnknown
  if (relations.publicBodies === 'yes') return { status: 'not_sme', confirmed: true } as const
  const best = after('best')
  if (best !== after('worst') || (relations.publicBodies === 'perhaps' && best < 3))
    return { status: 'unknown', confirmed: false } as const
  return { status: sizeAt(best), confirmed: sure } as const
}

const sizeStep = ({ best, worst }: SizeRange, about: Partial<SmeStep>): SmeStep => {
  const ceiling = ceilings[best]
  return {
    code: 'size',
    article: ceiling?.article ?? '2(1)',
    ...about,
    ...(ceiling ? { ceiling } : {}),
    status: best === worst ? sizeAt(best) : 'unknown',
  }
}

/** How the size went from period to period, the oldest first. */
function historyOf(
  sums: readonly PeriodSum[],
  closings: readonly (string | undefined)[],
  id: string,
): SmeStep[] {
  if (sums.length < 2) return [{ code: 'single_period', article: '4(2)', enterpriseId: id }]
  const sizes = sums.map(({ range }) => range.best).reverse()
  return sizes.slice(1).map((_, n) => {
    const before = sizeAfter(sizes[0] ?? 0, sizes.slice(0, n + 1))
    const after = sizeAfter(sizes[0] ?? 0, sizes.slice(0, n + 2))
    const closedOn = [...closings].reverse()[n + 1]
    return {
      code: before === after ? 'size_kept' : 'size_changed',
      article: '4(2)',
      enterpriseId: id,
      ...(closedOn ? { closedOn } : {}),
      before: sizeAt(before),
      status: sizeAt(after),
    } as const
  })
}

/**
 * The days on which the status of an enterprise may become another one: accounts close or grow too old, holdings begin or
 * end, a new enterprise is new no more. Between two of them it stays what it is.
 */
export function smeTurningPoints({ enterprises, accounts, links }: SmeFacts): CivilDate[] {
  const days = [
    ...accounts.flatMap(({ closedOn, basis }) => [
      closedOn,
      basis === 'estimated' ? dayAfter(closedOn) : dayAfter(addMonths(closedOn, 24)),
    ]),
    ...enterprises.flatMap(({ founded }) => (founded ? [dayAfter(addMonths(firstDay(founded), 24))] : [])),
    ...links.flatMap(({ from, to }) => [
      ...(from ? [firstDay(from)] : []),
      ...(to ? [dayAfter(lastDay(to))] : []),
    ]),
  ]
  return [...new Set(days)].sort()
}

const dayAfter = (day: CivilDate) => addDays(day, 1)
