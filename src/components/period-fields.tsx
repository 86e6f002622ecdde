import { useTranslation } from 'react-i18next'
import { PartialDateInput } from '../ui/date-input.tsx'
import classes from './period-fields.module.css'

interface Period {
  from: string | null
  to: string | null
}

/** The two ends of a period in a row of a form; either may be unknown. */
export function PeriodFields<Row extends Period>({
  row,
  patch,
}: {
  row: Row
  patch: (change: Partial<Row>) => void
}) {
  const { t } = useTranslation('common')
  return (
    <div className={classes.period} data-wide>
      <PartialDateInput
        label={t('period.from')}
        value={row.from}
        onChange={(from) => patch({ from } as Partial<Row>)}
      />
      <PartialDateInput
        label={t('period.to')}
        value={row.to}
        onChange={(to) => patch({ to } as Partial<Row>)}
      />
    </div>
  )
}
