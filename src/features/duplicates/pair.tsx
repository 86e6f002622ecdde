import { useTranslation } from 'react-i18next'
import { useNoWriting } from '../../components/may-write.ts'
import { RecordLink } from '../../components/record-link.tsx'
import { SampleTag } from '../../components/sample-tag.tsx'
import { useWrite } from '../../components/use-write.ts'
import type { DuplicatePair } from '../../contract/duplicates.ts'
import { duplicates } from '../../data/merge.ts'
import { useFormat } from '../../i18n/format.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { useDialogAddress } from '../../ui/dialog-address.ts'
import { StatusBadge } from '../../ui/status-badge.tsx'
import classes from './duplicates.module.css'
import { useReasonWords } from './reasons.ts'

/** Two records that may be one, why, and what can be done about it. */
export function Pair({ noun, pair }: { noun: 'organisations' | 'people'; pair: DuplicatePair }) {
  const { t } = useTranslation('merge')
  const f = useFormat()
  const noWriting = useNoWriting('directory.merge')
  const words = useReasonWords()
  const { open } = useDialogAddress('merge')
  const { a, b, score, verdict, reasons } = pair
  const names = { a: a.name, b: b.name }
  const dismiss = useWrite(duplicates.dismiss, { message: () => t('dismissed', names), failure: 'toast' })
  return (
    <li className={classes.pair}>
      <div className={classes.sides}>
        {[a, b].map(({ id, name, detail, sample }) => (
          <div key={id} className={classes.side}>
            <strong>
              <RecordLink noun={noun} id={id} name={name} /> {sample && <SampleTag />}
            </strong>
            <span>{detail && noun === 'organisations' ? f.place(detail) : detail}</span>
          </div>
        ))}
      </div>
      <div className={classes.why}>
        <StatusBadge tone={verdict === 'same' ? 'expiring' : 'planned'}>
          {t(`verdict.${verdict}`)}
        </StatusBadge>{' '}
        <span>{t('score', { score })}</span>
        <ul>
          {reasons.map((reason) => (
            <li key={reason.key} data-against={reason.weight < 0 || undefined}>
              {reason.weight < 0 ? '−' : '+'} {words(reason)}
            </li>
          ))}
        </ul>
      </div>
      <div className={classes.actions}>
        <ActionButton
          size="xs"
          reason={noWriting}
          aria-label={t('compareNamed', names)}
          onClick={() => open({ noun, kept: a.id, other: b.id })}
        >
          {t('compare')}
        </ActionButton>
        <ActionButton
          size="xs"
          variant="default"
          reason={noWriting}
          loading={dismiss.isPending}
          aria-label={t('dismissNamed', names)}
          onClick={() => dismiss.mutate({ body: { noun, aId: a.id, bId: b.id } })}
        >
          {t('dismiss')}
        </ActionButton>
      </div>
    </li>
  )
}
