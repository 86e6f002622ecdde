import { sql } from 'kysely'
import type { ImportMatch, ImportRow } from '../../contract/import-row.ts'
import type { sendImportRows as endpoint } from '../../contract/imports.ts'
import { thresholds } from '../../domain/matching/organisations.ts'
import { Failure, invalidField } from '../failure.ts'
import type { Verb } from '../route.ts'
import { holdImport } from './hold.ts'
import { matchesOf } from './match.ts'

/** Keeps rows, new or sent again, with what they were matched with and what is proposed for them. */
export const sendRows: Verb<typeof endpoint> = async (ctx, { params: { id }, body: { rows } }) => {
  const held = await holdImport(ctx, id, { states: ['open', 'applied'] })
  const positions = rows.map(({ position }) => position)
  const twice = positions.findIndex((position, n) => positions.indexOf(position) < n)
  if (twice >= 0) throw invalidField(`rows.${twice}.position`, 'duplicate', 'Given twice')
  const { rows: applied } = await sql`
    select from import_rows where import_id = ${id} and position = any (${sql.val(positions)}::int[]) and outcome is not null
    limit 1`.execute(ctx.db)
  if (applied.length > 0)
    throw new Failure('import_state', 'One of the rows has been applied', { params: { state: held.state } })
  const matches = await matchesOf(ctx, held, rows)
  const kept = rows.map(({ position, line, draft }) => {
    const found = matches.get(position) ?? []
    return {
      id: ctx.newId(),
      import_id: id,
      position,
      line,
      draft,
      matches: found,
      verdict: found[0]?.verdict ?? ('new' as const),
      ...proposal(found),
    }
  })
  await sql`
    insert into import_rows (id, import_id, position, line, draft, verdict, matches, decision, target_id, target_position)
    select id, import_id, position, line, draft, verdict, matches, decision, target_id, target_position
    from jsonb_populate_recordset(null::import_rows, ${JSON.stringify(kept)}::jsonb)
    on conflict on constraint import_row_once do update
      set line = excluded.line, draft = excluded.draft, verdict = excluded.verdict, matches = excluded.matches,
        decision = excluded.decision, target_id = excluded.target_id, target_position = excluded.target_position`.execute(
    ctx.db,
  )
  const verdicts = { same: 0, perhaps: 0, new: 0 }
  for (const { verdict } of kept) verdicts[verdict]++
  return { verdicts }
}

/** Two that are both taken for the same, nearly alike, are for somebody to choose from. */
const clearLead = 5

/** New rows are created, sure matches updated; the rest waits. */
export function proposal(found: readonly ImportMatch[]): {
  decision: ImportRow['decision']
  target_id: string | null
  target_position: number | null
} {
  const [best, second] = found
  const none = { target_id: null, target_position: null }
  if (!best) return { decision: 'create', ...none }
  const rival = second && second.score >= thresholds.same && best.score - second.score < clearLead
  // A record and a row that will become it are no rivals.
  const ambiguous = rival && best.id !== null && second.id !== null
  if (best.score < thresholds.same || ambiguous) return { decision: null, ...none }
  return { decision: 'update', target_id: best.id, target_position: best.id ? null : best.position }
}
