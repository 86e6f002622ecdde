import { Alert, TextInput } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../i18n/format.ts'
import type { Oddity } from './oddities.ts'
import classes from './sign.module.css'

interface Props {
  oddities: readonly Oddity[]
  reasons: Record<string, string>
  problem: (path: string) => string | undefined
  onChange: (key: string, reason: string) => void
}

/** What is unusual about the signatures: it passes with a reason, which is kept with them. */
export function WarningFields({ oddities, reasons, problem, onChange }: Props) {
  const { t } = useTranslation('signing')
  if (oddities.length === 0) return null
  return (
    <Alert color="yellow" title={t('warning.title')} mt="md">
      {oddities.map((oddity) => (
        <Reason
          key={oddity.key}
          oddity={oddity}
          value={reasons[oddity.key] ?? ''}
          error={problem(`reasons.${oddity.key}`)}
          onChange={(reason) => onChange(oddity.key, reason)}
        />
      ))}
    </Alert>
  )
}

function Reason({
  oddity,
  value,
  error,
  onChange,
}: {
  oddity: Oddity
  value: string
  error: string | undefined
  onChange: (reason: string) => void
}) {
  const { t } = useTranslation('signing')
  const said = useId()
  return (
    <div role="group" aria-labelledby={said} className={classes.oddity}>
      <p id={said}>
        <Sentences oddity={oddity} />
      </p>
      <TextInput
        label={t('warning.reason')}
        description={t('warning.hint', { count: oddity.parties.length })}
        required
        autoComplete="off"
        maxLength={1000}
        value={value}
        error={error}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  )
}

/** Of memberships one sentence for each party; the rest is of all alike. */
function Sentences({ oddity: { warning, on, parties } }: { oddity: Oddity }) {
  const { t } = useTranslation('signing')
  const f = useFormat()
  const day = f.date(on)
  if (warning === 'no_partner') return t('warning.no_partner')
  if (warning === 'signed_in_future' || warning === 'signed_after_end')
    return t(`warning.${warning}`, { on: day })
  return parties
    .map(({ name, joined }) =>
      joined
        ? t('warning.signed_before_joining', { party: name, on: day, joined: f.date(joined) })
        : t('warning.not_a_member', { party: name, on: day }),
    )
    .join(' ')
}
