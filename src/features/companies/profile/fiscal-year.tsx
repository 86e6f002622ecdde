import { NumberInput, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { EditableFact } from '../../../components/editable-fact.tsx'
import { useFormat } from '../../../i18n/format.ts'
import type { CompanyEditing } from '../page/use-company.ts'
import classes from './profile.module.css'

/** The last day of its fiscal year, "MM-DD": ceilings before 2024 count by it. */
export function FiscalYearFact({ value, editing }: { value: string; editing: CompanyEditing }) {
  const { t } = useTranslation('companies')
  const show = useMonthAndDay()
  return (
    <EditableFact
      label={t('profile.fiscalYearEnd')}
      field="fiscalYearEnd"
      value={value}
      version={editing.version}
      reason={editing.reason}
      show={show}
      save={(fiscalYearEnd, version) => editing.save({ fiscalYearEnd }, version)}
      input={({ value: held, onChange, error }) => (
        <MonthAndDay value={held} onChange={onChange} error={error} />
      )}
    >
      {show(value)}
    </EditableFact>
  )
}

const two = (n: number | string) => String(n).padStart(2, '0')

/** "31 December" of "12-31". */
function useMonthAndDay(): (value: string) => string {
  const { language } = useFormat()
  const style = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
  // Of a leap year, which has every day.
  return (value) => style.format(new Date(`2024-${value}T12:00:00Z`))
}

function MonthAndDay({
  value,
  onChange,
  error,
}: {
  value: string
  onChange: (value: string) => void
  error: string | undefined
}) {
  const { t } = useTranslation('companies')
  const { language } = useFormat()
  const [month = '12', day = '31'] = value.split('-')
  const name = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' })
  return (
    <div className={classes.date}>
      <NumberInput
        label={t('profile.day')}
        data-autofocus
        min={1}
        max={31}
        allowDecimal={false}
        value={Number(day)}
        error={error}
        onChange={(next) => onChange(`${month}-${two(next)}`)}
      />
      <Select
        label={t('profile.month')}
        allowDeselect={false}
        data={Array.from({ length: 12 }, (_, n) => ({
          value: two(n + 1),
          label: name.format(new Date(Date.UTC(2024, n, 15))),
        }))}
        value={month}
        onChange={(next) => next && onChange(`${next}-${day}`)}
      />
    </div>
  )
}
