import type { RecordNoun } from '../contract/primitives.ts'
import { agreements } from '../data/agreements.ts'
import { alliances } from '../data/alliances.ts'
import { markets } from '../data/markets.ts'
import { meetings } from '../data/meetings.ts'
import { missions } from '../data/missions.ts'
import { organisations } from '../data/organisations.ts'
import { participations } from '../data/participations.ts'
import { people } from '../data/people.ts'
import { restoreOf } from '../data/restore.ts'
import { useWrite } from './use-write.ts'

/** Takes a record of any noun out of the bin; `message` is what the toast says then. */
export function useRestore(noun: RecordNoun, message: () => string) {
  const options = { message, failure: 'toast' } as const
  const restores = {
    organisations: useWrite(organisations.restore, options),
    people: useWrite(people.restore, options),
    alliances: useWrite(alliances.restore, options),
    markets: useWrite(markets.restore, options),
    agreements: useWrite(agreements.restore, options),
    missions: useWrite(missions.restore, options),
    participations: useWrite(participations.restore, options),
    meetings: useWrite(meetings.restore, options),
    grants: useWrite(restoreOf('grants'), options),
    expenses: useWrite(restoreOf('expenses'), options),
    indicators: useWrite(restoreOf('indicators'), options),
    reports: useWrite(restoreOf('reports'), options),
  }
  const { mutate, isPending } = restores[noun]
  return { isPending, mutate: (input: { params: { id: string } }) => mutate(input) }
}
