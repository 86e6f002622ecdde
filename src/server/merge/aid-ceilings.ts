import { sql } from 'kysely'
import { aidPosition, daysOverCeiling } from '../../domain/de-minimis.ts'
import { beneficiaryOn } from '../aid/undertaking.ts'
import type { Context } from '../context.ts'
import { type Findings, nothing, type Pair } from './plan.ts'

/**
 * Whether one company with the aid of both has had more than a ceiling allows, and more than either had. A merge grants nothing,
 * so it is allowed; but an award of ours may have been unlawful, so somebody has to say that they have seen it. What others gave
 * is no reason to ask while we gave nothing.
 */
export async function aidOfBoth(ctx: Context, { kept, other }: Pair): Promise<Findings> {
  const { rows } = await sql<{ day: string; memberState: string; awarded: boolean; id: string }>`
    select distinct a.granted_on as day, a.organisation_id as id, a.origin = 'awarded' as awarded
    from aid a where a.organisation_id in (${kept}, ${other}) and a.basis = 'de_minimis' order by 1, 2`.execute(
    ctx.db,
  )
  const either = new Set(rows.map(({ id }) => id)).size < 2
  if (either || !rows.some(({ awarded }) => awarded)) return nothing
  for (const day of new Set(rows.map((row) => row.day))) {
    const [ours, theirs] = [await beneficiaryOn(ctx, kept, day), await beneficiaryOn(ctx, other, day)]
    const alone = [ours, theirs].flatMap(({ undertaking, entries }) => daysOverCeiling(undertaking, entries))
    const members = [...new Set([...ours.undertaking.members, ...theirs.undertaking.members])]
    const entries = new Map([...ours.entries, ...theirs.entries].map((entry) => [entry.id, entry]))
    const together = daysOverCeiling({ ...ours.undertaking, members }, [...entries.values()])
    const worse = together.find(
      (position) =>
        !alone.some(
          (one) =>
            one.day === position.day && one.memberState === position.memberState && one.over >= position.over,
        ),
    )
    if (!worse) continue
    const { sum, ceiling, over, memberState, regulation } = worse
    const sumOf = ({ undertaking, entries }: typeof ours) =>
      aidPosition(undertaking, entries, { day: worse.day, memberState }).sum
    return {
      ...nothing,
      warnings: [
        {
          code: 'aid_ceiling',
          params: {
            day: worse.day,
            memberState,
            kept: sumOf(ours),
            other: sumOf(theirs),
            sum,
            ceiling: ceiling ?? 0,
            over,
            regulation: regulation ?? '',
          },
        },
      ],
    }
  }
  return nothing
}
