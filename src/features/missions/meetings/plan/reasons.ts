import { useTranslation } from 'react-i18next'
import type { Reason } from '../../../../domain/schedule/explain.ts'
import { useFormat } from '../../../../i18n/format.ts'
import type { Model } from '../model.ts'
import { useNames } from '../names.ts'
import { useViews, type View } from '../views.ts'

export interface ReasonWords {
  sentence: string
  /** What would help, as a link to where it is done. */
  action: { label: string; to: { search: string } } | null
}

/** The sentence for why a meeting has no place, with whom or what binds it, and what to do about it. */
export function useReasons(model: Model): (reason: Reason) => ReasonWords {
  const { t } = useTranslation('meetings')
  const f = useFormat()
  const names = useNames(model)
  const { to } = useViews()
  const action = (view: View, label: string) => ({ label, to: to(view) })
  return ({ code, participants, slots, meetings, count, of }) => {
    const [first = ''] = participants
    const who = names.who(first)
    switch (code) {
      case 'no-common-slot':
        return {
          sentence: t('why.noCommonSlot', { who: names.list(participants.map(names.who)) }),
          action: action('setup', t('why.changeAbsences')),
        }
      case 'participant-full':
        return {
          sentence: of
            ? t('why.participantFull', { who, meetings: f.number(count ?? 0), count: of })
            : t('why.participantNever', { who }),
          action: action('setup', t('why.freeSlotOf', { who })),
        }
      case 'participant-busy':
        return {
          sentence: t('why.participantBusy', {
            who,
            busy: f.number(count ?? 0),
            of: f.number(of ?? 0),
            pairs: names.list(meetings.map(names.pair), 2),
          }),
          action: null,
        }
      case 'tables-full':
        return {
          sentence: t('why.tablesFull', { slots: names.slots(slots) }),
          action: action('setup', t('why.addTable')),
        }
      case 'order':
        return { sentence: t('why.order', { pairs: names.list(meetings.map(names.pair), 2) }), action: null }
      case 'room':
        return { sentence: t('why.room', { slots: names.slots(slots.slice(0, 3)) }), action: null }
    }
  }
}
