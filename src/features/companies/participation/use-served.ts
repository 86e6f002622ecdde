import { useQueries } from '@tanstack/react-query'
import { useRecord } from '../../../components/use-record.ts'
import { maxPage } from '../../../contract/primitives.ts'
import { meetings } from '../../../data/meetings.ts'
import { missions } from '../../../data/missions.ts'
import { participations } from '../../../data/participations.ts'
import { services } from '../../../data/services.ts'
import { useDayQuery } from '../page/use-company.ts'

/**
 * What a company took part in and got: its participations, the latest first, each with its mission, what came of that
 * mission and how its meetings went; and services. Undefined while the first of it is being loaded.
 */
export function useServed(companyId: string) {
  const query = useDayQuery()
  const of = { ...query, organisation: companyId, limit: maxPage }
  const took = useRecord(participations.page({ query: of }))
  const got = useRecord(services.page({ query: { ...of, sort: '-starts' } }))
  const ids = took?.items.map(({ mission }) => mission.id) ?? []
  const about = useQueries({ queries: ids.map((id) => missions.read({ params: { id }, query })) })
  const came = useQueries({ queries: ids.map((id) => missions.results({ params: { id }, query })) })
  const met = useQueries({ queries: ids.map((id) => meetings.schedule({ params: { id } })) })
  if (!took || !got) return undefined
  const parts = took.items
    .map((row, n) => ({
      row,
      mission: about[n]?.data,
      outcomes: (came[n]?.data?.outcomes ?? []).filter(({ companies }) =>
        companies.some(({ id }) => id === companyId),
      ),
      meetings: (met[n]?.data?.meetings ?? []).filter(({ aId, bId }) => aId === row.id || bId === row.id),
    }))
    .sort((a, b) => ((a.mission?.starts ?? '') < (b.mission?.starts ?? '') ? 1 : -1))
  return { parts, services: got.items }
}

export type Served = NonNullable<ReturnType<typeof useServed>>
export type Part = Served['parts'][number]
