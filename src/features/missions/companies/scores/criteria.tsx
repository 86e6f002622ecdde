import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { EditSection } from '../../../../components/edit-section.tsx'
import type { Mission } from '../../../../contract/missions.ts'
import { useFormat } from '../../../../i18n/format.ts'
import { Nothing } from '../../../../ui/lines.tsx'
import { NumberField } from '../../../../ui/number-field.tsx'
import { RowsEditor } from '../../../../ui/rows-editor.tsx'
import type { MissionEditing } from '../../plan/use-editing.ts'
import classes from './scores.module.css'

interface CriterionRow {
  id?: string
  name: string
  /** Null while the field is empty: the API asks for a number. */
  weight: number | null
}

const blank = (): CriterionRow => ({ name: '', weight: 1 })

/** What applications are scored by, and how much each counts. */
export function Criteria({ mission, editing }: { mission: Mission; editing: MissionEditing }) {
  const { t } = useTranslation('participations')
  const f = useFormat()
  const { criteria } = mission
  return (
    <EditSection<CriterionRow[]>
      label={t('criteria.title')}
      count={criteria.length || undefined}
      field="criteria"
      value={criteria}
      version={editing.version}
      reason={editing.reason}
      show={(value) => f.list(value.map(({ name, weight }) => `${name} × ${weight ?? ''}`))}
      save={(value, version) =>
        editing.save({ criteria: value.map((row) => ({ ...row, weight: row.weight ?? 0 })) }, version)
      }
      input={({ value, onChange, error }) => (
        <RowsEditor<CriterionRow>
          label={t('criteria.title')}
          rows={value}
          onChange={onChange}
          error={error}
          blank={blank}
          addLabel={t('criteria.add')}
          rowName={({ name }) => name}
        >
          {(row, patch) => (
            <>
              <TextInput
                label={t('criteria.name')}
                required
                maxLength={200}
                value={row.name}
                onChange={(event) => patch({ name: event.currentTarget.value })}
              />
              <NumberField
                label={t('criteria.weight')}
                required
                min={1}
                max={100}
                value={row.weight}
                onChange={(weight) => patch({ weight })}
              />
            </>
          )}
        </RowsEditor>
      )}
    >
      {criteria.length === 0 ? (
        <Nothing>{t('criteria.none')}</Nothing>
      ) : (
        <ul className={classes.criteria}>
          {criteria.map(({ id, name, weight }) => (
            <li key={id}>
              {name} <span>× {weight}</span>
            </li>
          ))}
        </ul>
      )}
    </EditSection>
  )
}
