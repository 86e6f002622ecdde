import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EditableFact } from '../../../components/editable-fact.tsx'
import type { Company } from '../../../contract/companies.ts'
import {
  bareNumber,
  frenchVatOf,
  type NumberScheme,
  numberFlaw,
  numberSchemes,
} from '../../../domain/registration-numbers.ts'
import { RowsEditor } from '../../../ui/rows-editor.tsx'
import type { CompanyEditing } from '../page/use-company.ts'
import { writtenNumber } from './number-text.ts'
import classes from './profile.module.css'

interface Row {
  id?: string
  scheme: NumberScheme
  value: string
  note: string | null
}

/** The numbers that registers know it by, each checked as it is typed. */
export function NumbersFact({ numbers, editing }: { numbers: Company['numbers']; editing: CompanyEditing }) {
  const { t } = useTranslation('companies')
  return (
    <EditableFact<Row[]>
      label={t('profile.numbers')}
      field="numbers"
      value={numbers}
      version={editing.version}
      reason={editing.reason}
      show={(rows) => <NumberList numbers={rows} />}
      save={(rows, version) => editing.save({ numbers: rows }, version)}
      input={({ value, onChange, error }) => (
        <RowsEditor<Row>
          label={t('profile.numbers')}
          rows={value}
          onChange={onChange}
          error={error}
          blank={() => ({ scheme: nextScheme(value), value: suggestion(value), note: null })}
          addLabel={t('number.add')}
          rowName={(row) => row.value}
        >
          {(row, patch) => (
            <>
              <Select
                label={t('number.scheme')}
                allowDeselect={false}
                data={numberSchemes.map((scheme) => ({
                  value: scheme,
                  label: t(`number.schemes.${scheme}`),
                }))}
                value={row.scheme}
                onChange={(scheme) => scheme && patch({ scheme: scheme as NumberScheme })}
              />
              <NumberField row={row} onChange={(text) => patch({ value: text })} />
              {row.scheme === 'other' && (
                <TextInput
                  label={t('number.note')}
                  maxLength={300}
                  value={row.note ?? ''}
                  onChange={(event) => patch({ note: event.currentTarget.value || null })}
                />
              )}
            </>
          )}
        </RowsEditor>
      )}
    >
      {numbers.length > 0 && <NumberList numbers={numbers} />}
    </EditableFact>
  )
}

function NumberField({ row, onChange }: { row: Row; onChange: (text: string) => void }) {
  const { t } = useTranslation('companies')
  const [left, setLeft] = useState(row.value !== '')
  const bare = bareNumber(row.value)
  const flaw = bare ? numberFlaw(row.scheme, bare) : null
  // Too short is no complaint while it is being typed.
  const shown = flaw && (left || flaw === 'number_check') ? t(`number.flaw.${flaw}`) : null
  return (
    <TextInput
      label={t('number.value')}
      required
      maxLength={60}
      autoComplete="off"
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      description={bare && !flaw && row.scheme !== 'other' ? t('number.valid') : undefined}
      value={row.value}
      error={shown}
      onFocus={() => setLeft(false)}
      onBlur={() => setLeft(true)}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

function NumberList({ numbers }: { numbers: readonly Row[] }) {
  const { t } = useTranslation('companies')
  return (
    <ul className={classes.list}>
      {numbers.map(({ id, scheme, value, note }, index) => (
        <li key={id ?? index}>
          <small>
            {scheme === 'other' ? note || t('number.schemes.other') : t(`number.schemes.${scheme}`)}
          </small>{' '}
          <span className={classes.number}>{writtenNumber(scheme, value)}</span>
        </li>
      ))}
    </ul>
  )
}

/** The first register that it has no number of yet. */
const nextScheme = (rows: readonly Row[]): NumberScheme =>
  numberSchemes.find((scheme) => !rows.some((row) => row.scheme === scheme)) ?? 'other'

/** The French VAT number follows from the SIREN; nothing else can be told. */
function suggestion(rows: readonly Row[]): string {
  if (nextScheme(rows) !== 'vat') return ''
  const siren = rows.find(({ scheme }) => scheme === 'siren')
  const bare = siren ? bareNumber(siren.value) : ''
  return bare && !numberFlaw('siren', bare) ? frenchVatOf(bare) : ''
}
