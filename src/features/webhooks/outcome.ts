import { useTranslation } from 'react-i18next'
import type { WebhookAttempt } from '../../contract/webhooks.ts'
import { useFormat } from '../../i18n/format.ts'

/** What came of an attempt: "arrived (204, 120 ms)", "no answer in time (15,000 ms)". */
export function useOutcome(): (attempt: Pick<WebhookAttempt, 'status' | 'ms' | 'error'>) => string {
  const { t } = useTranslation('webhooks')
  const f = useFormat()
  return ({ status, ms, error }) => {
    const words = t(`outcome.${error ?? 'arrived'}`)
    const facts = [status, t('ms', { ms: f.number(ms) })].filter((fact) => fact !== null)
    return `${words} (${facts.join(', ')})`
  }
}
