import { useTranslation } from 'react-i18next'
import { MissionPicker } from '../../../../components/mission-picker.tsx'
import { OrganisationPicker } from '../../../../components/organisation-picker.tsx'
import { useProblem } from '../../../../components/problem-sentence.ts'
import { FieldRow } from '../../../../ui/field-row.tsx'
import { OrderPicker } from '../order-picker.tsx'
import type { FieldsProps } from './fields.tsx'

/** What a new expense is for and belongs to. */
export function LinkFields({ values, set, error }: FieldsProps) {
  const { t } = useTranslation('expenses')
  const problem = useProblem(error)
  return (
    <>
      <FieldRow>
        <MissionPicker
          label={t('new.mission')}
          value={values.mission}
          error={problem.field('missionId')}
          onChange={(mission) => set({ mission })}
        />
        <OrganisationPicker
          companies
          label={t('new.company')}
          value={values.company}
          error={problem.field('companyId')}
          onChange={(company) => set({ company })}
        />
      </FieldRow>
      <OrderPicker
        label={t('new.order')}
        value={values.order}
        error={problem.field('partOfId')}
        onChange={(order) => set({ order })}
      />
    </>
  )
}
