import { Select, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { EditableFact } from '../../../components/editable-fact.tsx'
import { PeriodFields } from '../../../components/period-fields.tsx'
import { addressKinds, type Company } from '../../../contract/companies.ts'
import { useFormat } from '../../../i18n/format.ts'
import { CountrySelect } from '../../../ui/country-select.tsx'
import { RowsEditor } from '../../../ui/rows-editor.tsx'
import type { CompanyEditing } from '../page/use-company.ts'
import classes from './profile.module.css'

type Kind = (typeof addressKinds)[number]
type Row = Omit<Company['addresses'][number], 'id'> & { id?: string }

/** Where it is registered, gets its post, and works. */
export function AddressesFact({
  addresses,
  editing,
}: {
  addresses: Company['addresses']
  editing: CompanyEditing
}) {
  const { t } = useTranslation('companies')
  return (
    <EditableFact<Row[]>
      label={t('profile.addresses')}
      field="addresses"
      value={addresses}
      version={editing.version}
      reason={editing.reason}
      show={(rows) => <AddressList addresses={rows} />}
      save={(rows, version) => editing.save({ addresses: rows }, version)}
      input={({ value, onChange, error }) => (
        <RowsEditor<Row>
          label={t('profile.addresses')}
          rows={value}
          onChange={onChange}
          error={error}
          blank={blank}
          addLabel={t('address.add')}
          rowName={(row) => row.town ?? ''}
        >
          {(row, patch) => <AddressFields row={row} patch={patch} />}
        </RowsEditor>
      )}
    >
      {addresses.length > 0 && <AddressList addresses={addresses} />}
    </EditableFact>
  )
}

const blank = (): Row => ({
  kind: 'registered',
  lines: null,
  postcode: null,
  town: null,
  region: null,
  country: null,
  from: null,
  to: null,
})

function AddressFields({ row, patch }: { row: Row; patch: (change: Partial<Row>) => void }) {
  const { t } = useTranslation('companies')
  const text = (field: 'postcode' | 'town' | 'region', maxLength: number) => (
    <TextInput
      label={t(`address.${field}`)}
      maxLength={maxLength}
      value={row[field] ?? ''}
      onChange={(event) => patch({ [field]: event.currentTarget.value || null })}
    />
  )
  return (
    <>
      <Select
        label={t('address.kind')}
        allowDeselect={false}
        data={addressKinds.map((kind) => ({ value: kind, label: t(`address.kinds.${kind}`) }))}
        value={row.kind}
        onChange={(kind) => kind && patch({ kind: kind as Kind })}
      />
      <Textarea
        label={t('address.lines')}
        autosize
        minRows={1}
        maxLength={500}
        value={row.lines ?? ''}
        onChange={(event) => patch({ lines: event.currentTarget.value || null })}
      />
      {text('postcode', 20)}
      {text('town', 300)}
      {text('region', 300)}
      <CountrySelect
        label={t('address.country')}
        value={row.country}
        onChange={(country) => patch({ country })}
      />
      <PeriodFields row={row} patch={patch} />
    </>
  )
}

function AddressList({ addresses }: { addresses: readonly Row[] }) {
  const { t } = useTranslation('companies')
  const f = useFormat()
  return (
    <ul className={classes.list}>
      {addresses.map(({ id, kind, lines, postcode, town, region, country, from, to }, index) => (
        <li key={id ?? index}>
          <span className={classes.lines}>
            {[
              lines?.replaceAll('\n', ', '),
              [postcode, town].filter(Boolean).join(' '),
              region,
              country && f.country(country),
            ]
              .filter(Boolean)
              .join(', ')}
          </span>{' '}
          <small>{[t(`address.kinds.${kind}`), f.period(from, to)].filter(Boolean).join(', ')}</small>
        </li>
      ))}
    </ul>
  )
}
