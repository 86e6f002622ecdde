import { Alert, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { SignatureWarning } from '../../../domain/agreement.ts'
import { isCivilDate } from '../../../domain/partial-date.ts'
import { useFormat } from '../../../i18n/format.ts'
import type { PartySigning } from './draft.ts'

interface Props {
  party: string
  /** The day of its signature. */
  day: string | null
  warnings: SignatureWarning[]
  accepted: PartySigning['accepted']
  onChange: (accepted: PartySigning['accepted']) => void
}

/** What is unusual about a signature: it passes with a reason, which is kept with it. */
export function WarningFields({ party, day, warnings, accepted, onChange }: Props) {
  const { t } = useTranslation('signing')
  const f = useFormat()
  const shown = new Set([...warnings, ...(Object.keys(accepted) as SignatureWarning[])])
  if (shown.size === 0) return null
  const on = day && isCivilDate(day) ? f.date(day) : ''
  return (
    <Alert
      color="yellow"
      role="group"
      aria-label={t('warning.title', { party })}
      title={t('warning.title', { party })}
    >
      {[...shown].map((warning) => (
        <TextInput
          key={warning}
          label={t(`warning.${warning}`, { party, on })}
          description={t('warning.hint')}
          required
          maxLength={1000}
          value={accepted[warning] ?? ''}
          error={warnings.includes(warning) && !accepted[warning]?.trim() && t('warning.needed')}
          onChange={(event) => onChange({ ...accepted, [warning]: event.currentTarget.value })}
        />
      ))}
    </Alert>
  )
}
