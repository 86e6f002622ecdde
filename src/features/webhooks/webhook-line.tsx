import { useTranslation } from 'react-i18next'
import { ScopedLink } from '../../components/scoped-link.tsx'
import type { Webhook } from '../../contract/webhooks.ts'
import { useFormat } from '../../i18n/format.ts'
import { Line } from '../../ui/lines.tsx'
import { Health } from './health.tsx'
import { useOutcome } from './outcome.ts'
import { useToldOf } from './told-of.ts'
import classes from './webhooks.module.css'

/** One program: where it is, how it goes, what it is told of, what came of the last attempt. */
export function WebhookLine({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation('webhooks')
  const f = useFormat()
  const outcome = useOutcome()
  const toldOf = useToldOf()
  const { id, url, description, nouns, last, waiting } = webhook
  return (
    <Line
      title={
        <ScopedLink to={`/settings/webhooks/${id}`}>
          <span className={classes.url}>{url}</span>
        </ScopedLink>
      }
      end={<Health webhook={webhook} />}
    >
      {[
        description,
        toldOf(nouns),
        last ? `${f.instant(last.at)}${f.colon}${outcome(last)}` : t('never'),
        waiting > 0 && t('waiting', { count: waiting }),
      ]
        .filter(Boolean)
        .join(' · ')}
    </Line>
  )
}
