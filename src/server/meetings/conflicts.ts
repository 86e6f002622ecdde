import type { Schedule } from '../../contract/meetings.ts'
import type { FieldError } from '../../contract/problems.ts'
import type { Conflict } from '../../domain/schedule/check.ts'
import { Failure } from '../failure.ts'

/** As many as a refusal lists. */
const mostListed = 20

/** A rule that a placement breaks: the domain's, or that the two don't agree or can't be met. */
export type Clash =
  | Conflict
  | { code: 'not-agreed'; meeting: string }
  | { code: 'not-taking-part'; meeting: string; participant: string }

/**
 * 409 `meeting_conflict`: `errors` has one entry per rule broken, with a code ("double_booking", "table_taken", …) and, in its
 * `params`, who or which table, the slot, and the meeting in the way, by name and id. `pathOf` gives the input's field.
 */
export function conflictFailure(
  schedule: Schedule,
  clashes: readonly Clash[],
  moved: ReadonlySet<string>,
  pathOf: (meeting: string, field: 'slotId' | 'tableId') => string,
): Failure {
  const say = teller(schedule)
  const told = clashes.slice(0, mostListed).map((clash) => say(clash, moved, pathOf))
  const [first] = told
  return new Failure('meeting_conflict', told.map(({ error }) => error.message).join('; '), {
    params: { ...first?.error.params, reason: first?.error.code ?? 'conflict', count: clashes.length },
    errors: told.map(({ error }) => error),
    blockers: [...new Set(told.flatMap(({ inTheWay }) => inTheWay))].map((recordId) => ({
      noun: 'meetings',
      recordId,
      title: nameOf(schedule, recordId),
    })),
  })
}

/** "Nicolas Labs – Kyoto Bio" */
export function nameOf({ meetings, participants }: Schedule, meetingId: string): string {
  const meeting = meetings.find(({ id }) => id === meetingId)
  const name = (wanted: string | undefined) => participants.find(({ id }) => id === wanted)?.name ?? '?'
  return `${name(meeting?.aId)} – ${name(meeting?.bId)}`
}

interface Told {
  error: FieldError
  inTheWay: string[]
}

type Params = Record<string, string | number>

function teller(schedule: Schedule) {
  const { slots, tables, participants } = schedule
  const who = (id: string): Params => ({
    participantId: id,
    participant: participants.find((one) => one.id === id)?.name ?? '?',
  })
  const when = (position: number): Params => {
    const slot = slots[position]
    return slot ? { slotId: slot.id, day: slot.day, starts: slot.starts } : {}
  }
  const where = (id: string): Params => ({
    tableId: id,
    table: tables.find((one) => one.id === id)?.name ?? '?',
  })
  const which = (id: string): Params => ({ meetingId: id, meeting: nameOf(schedule, id) })

  return (
    clash: Clash,
    moved: ReadonlySet<string>,
    pathOf: (meeting: string, field: 'slotId' | 'tableId') => string,
  ): Told => {
    const mine =
      'meetings' in clash
        ? (clash.meetings.find((id) => moved.has(id)) ?? clash.meetings[0] ?? '')
        : clash.meeting
    const others = 'meetings' in clash ? clash.meetings.filter((id) => id !== mine) : []
    const atTable = ['table-taken', 'table-closed', 'unknown-table'].includes(clash.code)
    const inTheWay = clash.code === 'order' && clash.earlier !== mine ? [clash.earlier] : others
    const params: Params = {
      ...('slot' in clash && clash.slot !== null ? when(clash.slot) : {}),
      ...('participant' in clash ? who(clash.participant) : {}),
      ...('table' in clash ? where(clash.table) : {}),
      ...(clash.code === 'order' ? which(clash.earlier) : others[0] ? which(others[0]) : {}),
      ...('session' in clash ? { session: clash.session } : {}),
    }
    const code = clash.code.replaceAll('-', '_')
    const message = [code.replaceAll('_', ' '), ...Object.values(params)].join(', ')
    return {
      inTheWay,
      error: { path: pathOf(mine, atTable ? 'tableId' : 'slotId'), code, message, params },
    }
  }
}
