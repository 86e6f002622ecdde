import {
  type AidRegime,
  type AidSector,
  aidRegimes,
  type LegalBasis,
  regimeOn,
} from './de-minimis-regimes.ts'
import { addDays, addMonths, type CivilDate } from './partial-date.ts'

/** One entry of the ledger: aid to a company. */
export interface AidEntry {
  id: string
  organisationId: string
  /** The day on which the legal right to it was conferred, not that of payment. */
  grantedOn: CivilDate
  /** The Member State that grants it, ISO 3166-1. */
  memberState: string
  basis: LegalBasis
  /** Gross grant equivalent in euro cents. */
  amount: number
}

/** Who gets the aid: all that is one undertaking with the company, and what its ceiling depends on. */
export interface Undertaking {
  /** The companies of the single undertaking. */
  members: readonly string[]
  sector: AidSector
  /** The last day of its fiscal year, "MM-DD". */
  fiscalYearEnd: string
}

export const calendarYear = '12-31'

export interface AidLine {
  entryId: string
  organisationId: string
  grantedOn: CivilDate
  amount: number
  /** Counted into the sum, and why not otherwise. */
  counted: boolean
  reason: 'in_window' | 'before_window' | 'after_day' | 'other_basis' | 'other_member_state'
}

/** What an undertaking has had as of a day in one Member State, and may still get. Euro cents. */
export interface AidPosition {
  day: CivilDate
  memberState: string
  regulation: string | null
  /** The first day that counts. */
  from: CivilDate
  window: AidRegime['window'] | null
  /** Null where no regulation allows any: before the first, or for an excluded sector. */
  ceiling: number | null
  sum: number
  /** Never below zero. */
  room: number
  /** What passes the ceiling already. */
  over: number
  articles: AidRegime['articles'] | null
  lines: AidLine[]
}

/** The first day of the window that ends on a day. */
export function windowStart(window: AidRegime['window'], day: CivilDate, fiscalYearEnd: string): CivilDate {
  // The day three years before still counts: three years end with the day before it comes round.
  if (window === 'rolling') return addMonths(day, -36)
  const year = Number(day.slice(0, 4))
  // 29 February ends on the 28th where there is none.
  const endIn = (of: number) => lastDayOf(of, fiscalYearEnd)
  const current = day <= endIn(year) ? year : year + 1
  return addDays(endIn(current - 3), 1)
}

const lastDayOf = (year: number, monthAndDay: string): CivilDate => {
  const padded = String(Math.max(1, year)).padStart(4, '0')
  const first = `${padded}-${monthAndDay.slice(0, 2)}-01`
  const last = addDays(addMonths(first, 1), -1)
  const wanted = `${padded}-${monthAndDay}`
  return wanted < last ? wanted : last
}

/** The position of an undertaking as of a day: the sum of what counts, the ceiling, the room left, with every line. */
export function aidPosition(
  undertaking: Undertaking,
  entries: readonly AidEntry[],
  asked: { day: CivilDate; memberState: string },
  regimes: readonly AidRegime[] = aidRegimes,
): AidPosition {
  const { day, memberState } = asked
  const regime = regimeOn(day, regimes)
  const from = regime ? windowStart(regime.window, day, undertaking.fiscalYearEnd) : day
  const members = new Set(undertaking.members)
  const lines = entries
    .filter(({ organisationId }) => members.has(organisationId))
    .map(({ id, organisationId, grantedOn, amount, basis, memberState: state }): AidLine => {
      const reason =
        basis !== 'de_minimis'
          ? 'other_basis'
          : state !== memberState
            ? 'other_member_state'
            : grantedOn > day
              ? 'after_day'
              : grantedOn < from
                ? 'before_window'
                : 'in_window'
      return { entryId: id, organisationId, grantedOn, amount, counted: reason === 'in_window', reason }
    })
    .sort((a, b) =>
      a.grantedOn === b.grantedOn ? order(a.entryId, b.entryId) : order(a.grantedOn, b.grantedOn),
    )
  const sum = lines.reduce((total, line) => total + (line.counted ? line.amount : 0), 0)
  const ceiling = regime?.ceilings[undertaking.sector] ?? null
  return {
    day,
    memberState,
    regulation: regime?.regulation ?? null,
    from,
    window: regime?.window ?? null,
    ceiling,
    sum,
    room: Math.max(0, (ceiling ?? 0) - sum),
    over: Math.max(0, sum - (ceiling ?? 0)),
    articles: regime?.articles ?? null,
    lines,
  }
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** What is asked for, and whether it may be given. */
export interface AidVerdict {
  allowed: boolean
  asked: number
  /** The day's own position; where a later one is broken by it, that. Without what is asked for. */
  position: AidPosition
  /** The sum with what is asked for. */
  after: number
  /** The most that may be offered that day. */
  most: number
}

/**
 * Whether aid may be granted: not where it would pass the ceiling, which refuses it as a whole, on its day or, entered late, on
 * the day of an award that follows and has it in its window.
 */
export function aidVerdict(
  undertaking: Undertaking,
  entries: readonly AidEntry[],
  asked: { day: CivilDate; memberState: string; amount: number },
  regimes: readonly AidRegime[] = aidRegimes,
): AidVerdict {
  const positions = positionsTouched(undertaking, entries, asked, regimes)
  const tightest = positions.reduce((least, one) => (one.room < least.room ? one : least))
  return {
    allowed: asked.amount <= tightest.room && tightest.over === 0 && tightest.ceiling !== null,
    asked: asked.amount,
    position: tightest,
    after: tightest.sum + asked.amount,
    most: tightest.room,
  }
}

/** The positions that aid of a day is part of: its own, and those of later awards whose window reaches back to it. */
function positionsTouched(
  undertaking: Undertaking,
  entries: readonly AidEntry[],
  { day, memberState }: { day: CivilDate; memberState: string },
  regimes: readonly AidRegime[],
): [AidPosition, ...AidPosition[]] {
  const own = aidPosition(undertaking, entries, { day, memberState }, regimes)
  const later = own.lines.filter(({ reason }) => reason === 'after_day').map(({ grantedOn }) => grantedOn)
  const touched = [...new Set(later)]
    .map((on) => aidPosition(undertaking, entries, { day: on, memberState }, regimes))
    .filter(({ from }) => from <= day)
  return [own, ...touched]
}

/** The days on which an undertaking has had more than its ceiling allows, as its entries stand. */
export function daysOverCeiling(
  undertaking: Undertaking,
  entries: readonly AidEntry[],
  regimes: readonly AidRegime[] = aidRegimes,
): AidPosition[] {
  const members = new Set(undertaking.members)
  const granted = entries.filter((entry) => entry.basis === 'de_minimis' && members.has(entry.organisationId))
  const asked = new Map(
    granted.map(({ grantedOn, memberState }) => [
      `${grantedOn} ${memberState}`,
      { day: grantedOn, memberState },
    ]),
  )
  return [...asked.values()]
    .map((one) => aidPosition(undertaking, entries, one, regimes))
    .filter(({ over }) => over > 0)
    .sort((a, b) => order(a.day, b.day))
}
