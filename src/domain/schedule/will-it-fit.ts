import { type Flaw, flawsOf } from './flaws.ts'
import { crowded } from './hall.ts'
import { type Model, model } from './model.ts'
import { cyclesOf, type OrderWindows, orderWindows } from './order.ts'
import { simultaneous } from './sides.ts'
import { alwaysFits } from './sure-fit.ts'
import type { HalfDay, ScheduleProblem } from './types.ts'

/** One reason why not every meeting can be placed. Each is a proof by itself; slots are positions, the rest ids. */
export type FitFinding =
  | { code: 'flaw'; flaw: Flaw }
  /** More meetings than open tables over all slots. */
  | { code: 'too-few-tables'; meetings: number; places: number }
  /** More meetings than the people there could hold at once, slot by slot. */
  | { code: 'too-few-people'; meetings: number; atMost: number }
  | { code: 'participant-over'; participant: string; meetings: number; freeSlots: number }
  /** Some meetings of one participant can be held in these slots only, which are fewer. */
  | {
      code: 'participant-crowded'
      participant: string
      meetings: readonly string[]
      slots: readonly number[]
      session: HalfDay | null
    }
  /** The two have no slot in common that the meeting's own terms allow. */
  | { code: 'no-common-slot'; meeting: string; a: string; b: string }
  /** Some meetings can be held in these slots only, which have fewer places. */
  | {
      code: 'slots-crowded'
      meetings: readonly string[]
      slots: readonly number[]
      places: number
      session: HalfDay | null
    }
  /** Meetings that must follow each other, but have no slots left to do so. */
  | { code: 'order-too-long'; meetings: readonly string[]; slots: readonly number[] }
  | { code: 'order-cycle'; meetings: readonly string[] }

export interface ParticipantLoad {
  participant: string
  meetings: number
  freeSlots: number
}

export interface Fit {
  /** `fits` and `cannot` are proven; `perhaps` means no obstacle was found. */
  verdict: 'fits' | 'perhaps' | 'cannot'
  findings: readonly FitFinding[]
  /** Meetings asked and places given: open tables over all slots. */
  meetings: number
  places: number
  /** The participants with least room to spare, the tightest first. */
  tightest: readonly ParticipantLoad[]
}

const sharedSession = ({ problem }: Model, slots: readonly number[]): HalfDay | null => {
  const sessions = new Set(slots.map((slot) => problem.slots[slot]!.session))
  return sessions.size === 1 ? [...sessions][0]! : null
}

function loads({ problem, slots, free, ofParticipant }: Model): ParticipantLoad[] {
  return problem.participants.map(({ id }, index) => {
    let freeSlots = 0
    for (let slot = 0; slot < slots; slot++) freeSlots += free[index * slots + slot]!
    return { participant: id, meetings: ofParticipant[index]!.length, freeSlots }
  })
}

/** The slots left to each meeting when all are placed and their order is kept. */
function optionsOf(of: Model, { first, last }: OrderWindows): number[][] {
  return Array.from({ length: of.meetings }, (_, meeting) => {
    const list: number[] = []
    for (let slot = first[meeting]!; slot <= last[meeting]!; slot++) {
      if (of.allowed[meeting * of.slots + slot]) list.push(slot)
    }
    return list
  })
}

function crowdedParticipants(
  of: Model,
  options: readonly (readonly number[])[],
  load: readonly ParticipantLoad[],
): FitFinding[] {
  const findings: FitFinding[] = []
  load.forEach(({ participant, meetings, freeSlots }, index) => {
    if (meetings > freeSlots) {
      findings.push({ code: 'participant-over', participant, meetings, freeSlots })
      return
    }
    const list = of.ofParticipant[index]!
    // Whoever has at least as many options as there are meetings can always be served last.
    if (list.every((meeting) => options[meeting]!.length >= list.length)) return
    const crowd = crowded(list, options, () => 1, of.slots)
    if (!crowd || crowd.slots.length === 0) return
    findings.push({
      code: 'participant-crowded',
      participant,
      meetings: crowd.things.map((meeting) => of.problem.meetings[meeting]!.id),
      slots: crowd.slots,
      session: sharedSession(of, crowd.slots),
    })
  })
  return findings
}

function crowdedSlots(of: Model, options: readonly (readonly number[])[]): FitFinding[] {
  const { meetings, capacity } = of
  const places = capacity.reduce((sum, open) => sum + open, 0)
  if (meetings > places) return [{ code: 'too-few-tables', meetings, places }]
  const atOnce = simultaneous(of)
  const atMost = atOnce.reduce((sum, number) => sum + number, 0)
  if (meetings > atMost) return [{ code: 'too-few-people', meetings, atMost }]
  const all = Array.from({ length: meetings }, (_, meeting) => meeting)
  const crowd = crowded(all, options, (slot) => atOnce[slot]!, of.slots)
  if (!crowd || crowd.slots.length === 0) return []
  return [
    {
      code: 'slots-crowded',
      meetings: crowd.things.map((meeting) => of.problem.meetings[meeting]!.id),
      slots: crowd.slots,
      places: crowd.slots.reduce((sum, slot) => sum + atOnce[slot]!, 0),
      session: sharedSession(of, crowd.slots),
    },
  ]
}

/**
 * Whether all meetings of a problem can be placed, without placing them: fast enough to ask at every key press. Proven
 * where it can be (`alwaysFits`: theorems on edge colouring); otherwise the conditions that every schedule has to meet.
 */
export function willItFit(problem: ScheduleProblem): Fit {
  const of = model(problem)
  const load = loads(of)
  const findings: FitFinding[] = flawsOf(problem)
    .filter(({ code }) => code !== 'order-cycle')
    .map((flaw) => ({ code: 'flaw', flaw }))
  for (const meetings of cyclesOf(of)) findings.push({ code: 'order-cycle', meetings })
  problem.meetings.forEach(({ id, a, b }, index) => {
    const known = of.a[index]! >= 0 && of.b[index]! >= 0 && a !== b
    if (known && of.options[index] === 0) findings.push({ code: 'no-common-slot', meeting: id, a, b })
  })
  const windows = orderWindows(of)
  for (const { meetings, slots } of windows.tooLong) {
    findings.push({
      code: 'order-too-long',
      meetings: meetings.map((meeting) => problem.meetings[meeting]!.id),
      slots,
    })
  }
  const options = optionsOf(of, windows)
  findings.push(...crowdedParticipants(of, options, load), ...crowdedSlots(of, options))
  const spare = ({ freeSlots, meetings }: ParticipantLoad) => freeSlots - meetings
  return {
    verdict: findings.length > 0 ? 'cannot' : alwaysFits(of) ? 'fits' : 'perhaps',
    findings,
    meetings: problem.meetings.length,
    places: of.capacity.reduce((sum, open) => sum + open, 0),
    tightest: load
      .filter(({ meetings }) => meetings > 0)
      .sort((x, y) => spare(x) - spare(y))
      .slice(0, 5),
  }
}
