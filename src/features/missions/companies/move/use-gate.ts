import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { GateItem } from '../../../../contract/gate.ts'
import type { Participation } from '../../../../contract/participations.ts'
import { companies } from '../../../../data/companies.ts'
import type { CivilDate } from '../../../../domain/partial-date.ts'
import type { ParticipationState } from '../../../../domain/participation.ts'
import { takesPlace } from '../rules.ts'

/** What the gate knows, on a day, of those from the home side who are about to take a place, by their organisation. */
export function useGate(
  missionId: string,
  rows: readonly Participation[],
  to: ParticipationState,
  day: CivilDate,
): Map<string, GateItem> {
  const asked = rows.filter((row) => takesPlace(row, to)).map(({ organisation }) => organisation.id)
  const { data } = useQuery({
    ...companies.gate({ params: { id: missionId }, query: { organisations: asked.join(','), asOf: day } }),
    placeholderData: keepPreviousData,
    enabled: asked.length > 0,
  })
  return new Map(data?.items.map((item) => [item.organisation.id, item]))
}
