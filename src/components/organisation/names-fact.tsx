import { Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Organisation } from '../../contract/organisations.ts'
import { useFormat } from '../../i18n/format.ts'
import { RowsEditor } from '../../ui/rows-editor.tsx'
import { EditableFact } from '../editable-fact.tsx'
import { PeriodFields } from '../period-fields.tsx'
import type { OrganisationEditing } from './editing.ts'
import classes from './facts.module.css'

const nameKinds = ['alias', 'acronym', 'former', 'translation'] as const
type Kind = (typeof nameKinds)[number]

export interface NameRow {
  id?: string
  name: string
  kind: Kind
  from: string | null
  to: string | null
}

/** The other names a body goes or went by, with kind and period. */
export function NamesFact({
  names,
  editing,
}: {
  names: Organisation['names']
  editing: OrganisationEditing
}) {
  const { t } = useTranslation('organisations')
  return (
    <EditableFact<NameRow[]>
      label={t('section.names')}
      field="names"
      value={names}
      version={editing.version}
      reason={editing.reason}
      show={(rows) => <NameList names={rows} />}
      save={(rows, version) => editing.save({ names: rows }, version)}
      input={({ value, onChange, error }) => <NamesEditor rows={value} onChange={onChange} error={error} />}
    >
      {names.length > 0 && <NameList names={names} />}
    </EditableFact>
  )
}

function NameList({ names }: { names: readonly NameRow[] }) {
  const { t } = useTranslation('organisations')
  const f = useFormat()
  return (
    <ul className={classes.list}>
      {names.map(({ id, name, kind, from, to }, index) => (
        <li key={id ?? index}>
          {name}{' '}
          <small>
            {[kind === 'alias' ? '' : t(`name.kinds.${kind}`), f.period(from, to)].filter(Boolean).join(', ')}
          </small>
        </li>
      ))}
    </ul>
  )
}

/** Edits other names, in a fact or in the form for a new organisation. */
export function NamesEditor({
  rows,
  onChange,
  error,
}: {
  rows: readonly NameRow[]
  onChange: (rows: NameRow[]) => void
  error?: string
}) {
  const { t } = useTranslation('organisations')
  return (
    <RowsEditor<NameRow>
      label={t('section.names')}
      rows={rows}
      onChange={onChange}
      error={error}
      blank={() => ({ name: '', kind: 'alias', from: null, to: null })}
      addLabel={t('name.add')}
      rowName={(row) => row.name}
    >
      {(row, patch) => (
        <>
          <TextInput
            label={t('name.name')}
            required
            maxLength={300}
            value={row.name}
            onChange={(event) => patch({ name: event.currentTarget.value })}
          />
          <Select
            label={t('name.kind')}
            allowDeselect={false}
            data={nameKinds.map((value) => ({ value, label: t(`name.kinds.${value}`) }))}
            value={row.kind}
            onChange={(kind) => patch({ kind: (kind ?? 'alias') as Kind })}
          />
          <PeriodFields row={row} patch={patch} />
        </>
      )}
    </RowsEditor>
  )
}
