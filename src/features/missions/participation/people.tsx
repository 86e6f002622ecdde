import { useTranslation } from 'react-i18next'
import { DialogLink } from '../../../components/dialog-link.tsx'
import { EditSection } from '../../../components/edit-section.tsx'
import { PersonPicker } from '../../../components/person-picker.tsx'
import { RecordLink } from '../../../components/record-link.tsx'
import type { Participation } from '../../../contract/participations.ts'
import type { Named } from '../../../contract/primitives.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Line, Lines, Nothing } from '../../../ui/lines.tsx'
import { RowsEditor } from '../../../ui/rows-editor.tsx'
import type { ParticipationEditing } from './use-editing.ts'

interface Comer {
  person: Named | null
}

/** Who comes. */
export function ParticipationPeople({ row, editing }: { row: Participation; editing: ParticipationEditing }) {
  const { t } = useTranslation('participations')
  const f = useFormat()
  const { people } = row
  return (
    <EditSection<Comer[]>
      label={t('people.title')}
      count={people.length || undefined}
      action={<DialogLink dialog="new-person">{t('people.new')}</DialogLink>}
      field="people"
      value={people.map(({ id, name }) => ({ person: { id, name } }))}
      version={editing.version}
      reason={editing.reason}
      show={(value) => f.list(value.map(({ person }) => person?.name ?? ''))}
      save={(value, version) =>
        editing.save({ people: value.flatMap(({ person }) => person?.id ?? []) }, version)
      }
      input={({ value, onChange, error }) => (
        <RowsEditor<Comer>
          label={t('people.title')}
          rows={value}
          onChange={onChange}
          error={error}
          blank={() => ({ person: null })}
          addLabel={t('people.add')}
          rowName={({ person }) => person?.name ?? ''}
        >
          {(comer, patch) => (
            <PersonPicker
              label={t('people.person')}
              value={comer.person}
              exclude={value.flatMap(({ person }) => person?.id ?? [])}
              onChange={(person) => patch({ person })}
            />
          )}
        </RowsEditor>
      )}
    >
      {people.length === 0 && <Nothing>{t('people.none')}</Nothing>}
      <Lines>
        {people.map(({ id, name, nativeName }) => (
          <Line key={id} title={<RecordLink noun="people" id={id} name={name} />}>
            {nativeName}
          </Line>
        ))}
      </Lines>
    </EditSection>
  )
}
