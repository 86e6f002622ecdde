import fc from 'fast-check'
import { type MissionFacts, missionStages } from '../../../src/domain/mission.ts'
import { firstDay, lastDay } from '../../../src/domain/partial-date.ts'
import { participationStates, type StateEntry } from '../../../src/domain/participation.ts'
import { civilDates, partialDates } from './dates.ts'

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })

/** Missions of any kind of dates, among them none; one never ends before it starts. */
export const missionFacts = (): fc.Arbitrary<MissionFacts> =>
  fc
    .record({
      stages: fc.array(
        fc.record({ stage: fc.constantFrom(...missionStages), since: civilDates(2007, 2009) }),
        {
          maxLength: 4,
        },
      ),
      starts: maybe(partialDates(2007, 2010)),
      ends: maybe(partialDates(2007, 2010)),
      closedOn: maybe(civilDates(2008, 2010)),
      cancelledOn: maybe(civilDates(2008, 2010)),
    })
    .map((facts) =>
      facts.starts && facts.ends && lastDay(facts.ends) < firstDay(facts.starts)
        ? { ...facts, ends: null }
        : facts,
    )

/** Paths through a mission, legal or not: states in order, each from the day of the last on. */
export const statePaths = (): fc.Arbitrary<StateEntry[]> =>
  fc
    .array(fc.record({ state: fc.constantFrom(...participationStates), since: civilDates(2008, 2008) }), {
      minLength: 1,
      maxLength: 5,
    })
    .map((entries) => {
      const days = entries.map(({ since }) => since).sort()
      return entries.map(({ state }, n) => ({ state, since: days[n] as string }))
    })
