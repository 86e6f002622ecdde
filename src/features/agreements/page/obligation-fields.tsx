import { NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PersonPicker } from '../../../components/person-picker.tsx'
import type { Agreement } from '../../../contract/agreements.ts'
import { PartialDateInput } from '../../../ui/date-input.tsx'
import { OrganisationField } from '../organisation-field.tsx'
import classes from './dialog.module.css'

type Held = Agreement['actions'][number]['obligations'][number]
export type ObligationValue = Omit<Held, 'id'> & { id?: string }

export const blankObligation = (): ObligationValue => ({
  side: 'both',
  description: '',
  ownerOrganisation: null,
  ownerPerson: null,
  due: null,
  progress: 0,
  evidence: null,
})

const sides = ['home', 'partner', 'both'] as const

/** What one side owes: who sees to it, by when, how far it is, and what shows it. */
export function ObligationFields({
  value,
  onChange,
  error,
}: {
  value: ObligationValue
  onChange: (patch: Partial<ObligationValue>) => void
  error: (field: string) => string | undefined
}) {
  const { t } = useTranslation(['agreements', 'common'])
  return (
    <div className={classes.obligation}>
      <TextInput
        label={t('actions.obligation')}
        required
        maxLength={2000}
        value={value.description}
        error={error('description')}
        onChange={(event) => onChange({ description: event.currentTarget.value })}
      />
      <div className={classes.pair}>
        <Select
          label={t('actions.side')}
          allowDeselect={false}
          data={sides.map((side) => ({ value: side, label: t(`common:side.${side}`) }))}
          value={value.side}
          onChange={(side) => side && onChange({ side })}
        />
        <OrganisationField
          label={t('actions.ownerOrganisation')}
          kind="cluster"
          value={value.ownerOrganisation}
          error={error('ownerOrganisationId')}
          onChange={(ownerOrganisation) => onChange({ ownerOrganisation })}
        />
        <PersonPicker
          label={t('actions.ownerPerson')}
          value={value.ownerPerson}
          error={error('ownerPersonId')}
          onChange={(ownerPerson) => onChange({ ownerPerson })}
        />
      </div>
      <div className={classes.pair}>
        <PartialDateInput
          label={t('actions.due')}
          value={value.due}
          error={error('due')}
          onChange={(due) => onChange({ due })}
        />
        <NumberInput
          label={t('actions.progress')}
          min={0}
          max={100}
          step={10}
          suffix=" %"
          allowDecimal={false}
          value={value.progress}
          error={error('progress')}
          onChange={(progress) => onChange({ progress: Number(progress) || 0 })}
        />
      </div>
      <Textarea
        label={t('actions.evidence')}
        autosize
        minRows={1}
        maxLength={4000}
        value={value.evidence ?? ''}
        error={error('evidence')}
        onChange={(event) => onChange({ evidence: event.currentTarget.value || null })}
      />
    </div>
  )
}
