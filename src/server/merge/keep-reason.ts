import { writeAmount } from '../../domain/money.ts'
import type { Context } from '../context.ts'
import { addNote } from '../dossier/notes.ts'
import type { MergePlan, Pair } from './plan.ts'

/**
 * Keeps why two records were merged in spite of a warning, as a note of the kept one: it stands in the history as part of the
 * merge, and goes with it when that is undone.
 */
export async function keepReason(
  ctx: Context,
  { noun, kept }: Pair,
  was: { kept: string; other: string },
  { warnings }: MergePlan,
  reason: string,
): Promise<void> {
  const sums = warnings.map(
    ({ params: { day, kept: ours, other: theirs, sum, ceiling } }) =>
      `${day}: ${euros(ours)} + ${euros(theirs)} = ${euros(sum)} > ${euros(ceiling)} EUR`,
  )
  const body = [`${was.other} → ${was.kept}`, ...sums, reason].join('\n')
  await addNote(ctx, {
    params: undefined,
    query: undefined,
    body: { noun, recordId: kept, body },
    ifMatch: undefined,
    mediaType: undefined,
  })
}

/** Cents as euros that readers of any language read alike in a plain text: "220 000", "1 250.50". */
const euros = (cents: string | number | undefined): string =>
  writeAmount({ minor: Number(cents ?? 0), currency: 'EUR' })
    .replace(/\.00$/, '')
    .replace(/\B(?=(?:\d{3})+(?!\d))/g, ' ')
