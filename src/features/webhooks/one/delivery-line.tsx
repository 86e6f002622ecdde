import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { useNoWriting } from '../../../components/may-write.ts'
import { RecordLink } from '../../../components/record-link.tsx'
import { useWrite } from '../../../components/use-write.ts'
import { verbWords } from '../../../components/verb-words.ts'
import type { Webhook, WebhookDelivery } from '../../../contract/webhooks.ts'
import { webhooks } from '../../../data/webhooks.ts'
import { useFormat } from '../../../i18n/format.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import { Line } from '../../../ui/lines.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import type { Tone } from '../../../ui/theme.ts'
import { useOutcome } from '../outcome.ts'
import classes from '../webhooks.module.css'

const tones: Record<WebhookDelivery['state'], Tone> = {
  waiting: 'planned',
  delivered: 'active',
  failed: 'overdue',
  stopped: 'closed',
}

/** One event on its way: what it tells, each attempt, what is next; and sending it again. */
export function DeliveryLine({ delivery, webhook }: { delivery: WebhookDelivery; webhook: Webhook }) {
  const { t } = useTranslation(['webhooks', 'history'])
  const f = useFormat()
  const outcome = useOutcome()
  const noWriting = useNoWriting('webhooks.manage')
  const resend = useWrite(webhooks.resend, { message: () => t('resent'), failure: 'toast' })
  const { id, at, type, noun, recordId, count, verb, state, nextAt, attempts } = delivery
  const [latest, ...earlier] = attempts
  const retrying = state === 'waiting' && latest !== undefined
  return (
    <Line
      title={
        <>
          <code>{type}</code>
          {recordId && (
            <>
              {' '}
              <span className={classes.record}>
                <RecordLink noun={noun} id={recordId} name={recordId.slice(0, 8)} />
              </span>
            </>
          )}
          {count !== null && ` ${t('many', { count })}`}
        </>
      }
      end={
        <>
          <StatusBadge tone={retrying ? 'expiring' : tones[state]}>
            {t(retrying ? 'state.retrying' : `state.${state}`)}
          </StatusBadge>
          <ActionButton
            size="compact-xs"
            variant="subtle"
            reason={noWriting ?? (webhook.enabled ? null : t('isOff'))}
            loading={resend.isPending}
            aria-label={t('resendNamed', { type, at: f.instant(at) })}
            onClick={() => resend.mutate({ params: { id: webhook.id, delivery: id } })}
          >
            {t(state === 'waiting' ? 'sendNow' : 'resend')}
          </ActionButton>
        </>
      }
    >
      <time dateTime={at}>{f.instant(at)}</time>
      {[
        verb && verbWords(verb, i18next.getFixedT(null, 'history')),
        latest && outcome(latest),
        nextAt && latest && t('next', { at: f.instant(nextAt) }),
      ]
        .filter(Boolean)
        .map((words) => ` · ${words}`)
        .join('')}
      {earlier.length > 0 && (
        <details className={classes.attempts}>
          <summary>{t('attempts', { count: attempts.length })}</summary>
          <ol reversed>
            {attempts.map((attempt) => (
              <li key={attempt.number}>
                {f.instant(attempt.at)}
                {f.colon}
                {outcome(attempt)}
              </li>
            ))}
          </ol>
        </details>
      )}
    </Line>
  )
}
