import Check from 'lucide-react/icons/check'
import X from 'lucide-react/icons/x'
import { useTranslation } from 'react-i18next'
import { useWrite } from '../../../../components/use-write.ts'
import type { MeetingRequest } from '../../../../contract/requests.ts'
import { requests } from '../../../../data/meetings.ts'
import type { Answer } from '../../../../domain/matching.ts'
import { useFormat } from '../../../../i18n/format.ts'
import classes from './requests.module.css'
import { useEnteredWords } from './use-entered-words.ts'

/**
 * What the other side answered; while it hasn't, the two answers to choose from. Where it asked for the same meeting itself,
 * or the meeting was ruled out, there is nothing left to answer.
 */
export function AnswerCell({ request, noWriting }: { request: MeetingRequest; noWriting: string | null }) {
  const { t } = useTranslation('meetings')
  const f = useFormat()
  const words = useEnteredWords()
  const update = useWrite(requests.update, {
    message: (reply) => words(t(`requests.said.${reply.answer}`, { who: reply.to.name }), reply),
    failure: 'toast',
  })
  const { answer, answeredOn, wish, pair } = request
  const name = `${request.from.name} → ${request.to.name}`
  const say = (next: Answer) =>
    update.mutate({ params: { id: request.id }, body: { answer: next }, version: request.version })
  const settled = answer === 'pending' && pair !== 'pending' && pair !== 'expired'
  if (settled && pair === 'agreed') return <span className={classes.answered}>{t('answer.mutual')}</span>
  if (wish === 'never' || settled) return <span className={classes.soft}>{t('requests.noAnswer')}</span>
  if (answer !== 'pending' || noWriting)
    return (
      <span className={classes.answered}>
        {t(`answer.${answer}`)}
        {answeredOn && <time dateTime={answeredOn}>{f.date(answeredOn)}</time>}
      </span>
    )
  return (
    <span className={classes.answers}>
      <button
        type="button"
        disabled={update.isPending}
        aria-label={t('requests.acceptNamed', { name })}
        onClick={() => say('accepted')}
      >
        <Check size={13} aria-hidden /> {t('requests.accept')}
      </button>
      <button
        type="button"
        disabled={update.isPending}
        aria-label={t('requests.declineNamed', { name })}
        onClick={() => say('declined')}
      >
        <X size={13} aria-hidden /> {t('requests.decline')}
      </button>
    </span>
  )
}
