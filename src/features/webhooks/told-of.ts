import { useTranslation } from 'react-i18next'
import { type WebhookNoun, webhookNouns } from '../../contract/webhooks.ts'
import { useFormat } from '../../i18n/format.ts'

/** What a program is told of, in words: all where nothing is named. */
export function useToldOf(): (nouns: readonly WebhookNoun[]) => string {
  const { t } = useTranslation('webhooks')
  const f = useFormat()
  return (nouns) =>
    nouns.length === 0
      ? t('all')
      : f.list(webhookNouns.filter((noun) => nouns.includes(noun)).map((noun) => t(`noun.${noun}`)))
}
