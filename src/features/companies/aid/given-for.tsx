import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { useProblem } from '../../../components/problem-sentence.ts'
import type { Company } from '../../../contract/companies.ts'
import { maxPage } from '../../../contract/primitives.ts'
import { participations } from '../../../data/participations.ts'
import { services } from '../../../data/services.ts'
import { FieldRow } from '../../../ui/field-row.tsx'
import type { AidValues } from './values.ts'

/** What an award was given for: a mission that the company took part in, a service that it got. */
export function GivenFor({
  company,
  values,
  set,
  problem,
}: {
  company: Company
  values: AidValues
  set: (patch: Partial<AidValues>) => void
  problem: ReturnType<typeof useProblem>
}) {
  const { t } = useTranslation('aid')
  const query = { organisation: company.id, limit: maxPage }
  const took = useQuery(participations.page({ query })).data?.items ?? []
  const got = useQuery(services.page({ query })).data?.items ?? []
  return (
    <FieldRow>
      {took.length > 0 && (
        <Select
          label={t('form.participation')}
          clearable
          data={took.map(({ id, mission }) => ({ value: id, label: mission.name }))}
          value={values.participationId}
          error={problem.field('participationId')}
          onChange={(participationId) => set({ participationId })}
        />
      )}
      {got.length > 0 && (
        <Select
          label={t('form.service')}
          clearable
          data={got.map(({ id, title }) => ({ value: id, label: title }))}
          value={values.serviceId}
          error={problem.field('serviceId')}
          onChange={(serviceId) => set({ serviceId })}
        />
      )}
    </FieldRow>
  )
}
