import type { Context } from '../context.ts'
import type { HeldImport } from './hold.ts'
import { personTraits } from './match.ts'
import { type DecidedRow, type Done, done as doneAs, refused } from './outcome.ts'
import { writeWave } from './write-wave.ts'

/** A row whose target is known. */
export interface ReadyRow extends DecidedRow {
  /** The record that an update changes. */
  recordId: string | null
}

/**
 * Writes rows some at a time: what depends on what another one writes (the same record twice, the same person twice) comes in a
 * later wave, when that is there to be found.
 */
export async function writeInWaves(
  ctx: Context,
  held: HeldImport,
  rows: readonly DecidedRow[],
  done: Done,
): Promise<void> {
  let left = rows
  while (left.length > 0) {
    const { now, later } = wave(left, done)
    await writeWave(ctx, held, now, done)
    left = later
  }
}

function wave(rows: readonly DecidedRow[], done: Done): { now: ReadyRow[]; later: DecidedRow[] } {
  const now: ReadyRow[] = []
  const later: DecidedRow[] = []
  const pending = new Set<number>()
  const taken = new Set<string>()
  const written = new Set([...done.values()].map(({ recordId }) => recordId))
  for (const row of rows) {
    if (row.decision === 'skip') {
      done.set(row.position, doneAs('skipped', null))
      continue
    }
    const recordId = row.targetId ?? targetOf(row, done)
    const waits = row.targetPosition !== null && pending.has(row.targetPosition)
    if (!waits && row.decision === 'update' && recordId === null) {
      done.set(row.position, refused('target_missing', 'The row that it is the same as has come to nothing'))
      continue
    }
    const keys = keysOf(row, recordId)
    if (waits || keys.some((key) => taken.has(key))) later.push(row)
    else now.push({ ...row, recordId, follows: row.follows || (recordId !== null && written.has(recordId)) })
    pending.add(row.position)
    for (const key of keys) taken.add(key)
  }
  return { now, later }
}

const targetOf = (row: DecidedRow, done: Done): string | null =>
  row.targetPosition === null ? null : (done.get(row.targetPosition)?.recordId ?? row.targetRecord)

/** What no two rows of a wave share: a record, a body of one name and place, a person. */
function keysOf({ draft, decision }: DecidedRow, recordId: string | null): string[] {
  const { organisation, person } = draft
  const keys = recordId ? [recordId] : []
  if (organisation && decision === 'create')
    keys.push(
      `body ${organisation.name.toLowerCase()}|${organisation.country}|${organisation.town?.toLowerCase()}`,
    )
  if (person)
    keys.push(
      `person ${personTraits(draft).name.toLowerCase()}`,
      ...(person.email ? [person.email.toLowerCase()] : []),
    )
  return keys
}
