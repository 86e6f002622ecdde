import type { ScheduleMeeting, ScheduleProblem } from '../../src/domain/schedule/types.ts'
import facts from './data/b2b.json' with { type: 'json' }

/** An instance of the University of Girona's B2B benchmark: real brokerage events and harder variants. */
export interface B2bInstance {
  name: string
  problem: ScheduleProblem
  /** The least number of breaks, where it is proven. */
  fewestBreaks: number | null
}

const session = { m: 'morning', a: 'afternoon', '': 'any' } as const

function meetings(list: string): ScheduleMeeting[] {
  return list.split(' ').map((text, index) => {
    const [, a = '', b = '', bound = ''] = /^(\d+)-(\d+)([ma]?)$/.exec(text) ?? []
    return {
      id: String(index + 1),
      a,
      b,
      value: 1,
      required: true,
      session: session[bound as keyof typeof session],
    }
  })
}

const unavailable = (lists: Record<string, number[] | undefined>, participant: number) =>
  (lists[String(participant)] ?? []).map((slot) => slot - 1)

/** All sixty, every meeting required. */
export const b2bInstances: readonly B2bInstance[] = facts.instances.map((instance) => ({
  name: instance.name,
  fewestBreaks: 'fewestBreaks' in instance ? (instance.fewestBreaks ?? null) : null,
  problem: {
    slots: Array.from({ length: instance.slots }, (_, slot) => ({
      day: 0,
      session: slot < instance.morning ? 'morning' : 'afternoon',
    })),
    tables: Array.from({ length: instance.tables }, (_, table) => ({ id: String(table + 1) })),
    participants: Array.from({ length: instance.participants }, (_, index) => ({
      id: String(index + 1),
      unavailable: unavailable(instance.unavailable, index + 1),
    })),
    meetings: meetings(facts.meetings[instance.meetings]!),
  },
}))
