import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { GateItem } from '../../../../contract/gate.ts'
import { companies } from '../../../../data/companies.ts'
import type { Refusal } from '../../../../domain/agreement.ts'
import type { CivilDate } from '../../../../domain/partial-date.ts'

/** The refusal of the first of them that the law forbids to take in; null where it forbids none. */
export function blockedBy(items: readonly GateItem[]): Refusal | null {
  const blocked = items.find(({ findings }) => findings.some(({ blocks }) => blocks))
  return blocked ? { code: 'enrolment_blocked', params: { who: blocked.organisation.name } } : null
}

/** As many as one answer is about. */
export const gateLimit = 50

/** What the gate knows, on a day, of organisations from home who are about to take a place, by their ids; with the aid for each. */
export function useGate(
  missionId: string,
  organisationIds: readonly string[],
  { day, aid }: { day: CivilDate; aid: number | null },
): Map<string, GateItem> {
  const { data } = useQuery({
    ...companies.gate({
      params: { id: missionId },
      query: {
        organisations: organisationIds.slice(0, gateLimit).join(','),
        asOf: day,
        ...(aid ? { aid } : {}),
      },
    }),
    placeholderData: keepPreviousData,
    enabled: organisationIds.length > 0,
  })
  return new Map(
    data?.items
      .filter(({ organisation }) => organisationIds.includes(organisation.id))
      .map((item) => [item.organisation.id, item]),
  )
}
