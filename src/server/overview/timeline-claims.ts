import type { Overview } from '../../contract/overview.ts'
import { claimsDue } from '../../domain/claim.ts'
import type { CivilDate } from '../../domain/partial-date.ts'
import { timedClaims } from '../claims/periods.ts'
import type { Context } from '../context.ts'
import type { OpenGrant } from './needs-of-grants.ts'

type Entry = Extract<Overview['timeline'][number], { noun: 'claims' }>

/** The claims of grants around a day's year, by grant: those handed in by the day, and those that are due some day. */
export async function claimsOnTimeline(
  ctx: Context,
  day: CivilDate,
  grants: readonly OpenGrant[],
): Promise<Entry[]> {
  if (grants.length === 0) return []
  const made = await timedClaims(
    ctx,
    grants.map(({ id }) => id),
  )
  const year = Number(day.slice(0, 4))
  const from = `${String(Math.max(1, year - 1)).padStart(4, '0')}-01-01`
  const until = `${String(year + 2).padStart(4, '0')}-01-01`
  return grants.flatMap(({ id, title, rules }): Entry[] => {
    const sent = made
      .of(id)
      .filter(({ submittedOn }) => submittedOn !== null && submittedOn <= day)
      .map((claim) => ({ from: claim.from, to: claim.to, due: claim.dueOn, submittedOn: claim.submittedOn }))
    const open = claimsDue(rules.claimPeriods, made.of(id), day).map((claim) => ({
      ...claim,
      submittedOn: null,
    }))
    const claims = [...sent, ...open].filter(
      (claim) => claim.from < until && (claim.submittedOn ?? claim.due ?? claim.to) >= from,
    )
    if (claims.length === 0) return []
    const ends = claims.map((claim) => claim.submittedOn ?? claim.due ?? claim.to)
    return [
      {
        noun: 'claims',
        id,
        title,
        starts: claims.map((claim) => claim.from).reduce((a, b) => (a < b ? a : b)),
        ends: ends.reduce((a, b) => (a > b ? a : b)),
        claims,
      },
    ]
  })
}
