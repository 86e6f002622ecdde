import { useTranslation } from 'react-i18next'
import type { ScheduleRun } from '../../../../contract/runs.ts'
import { type ReasonCode, reasonCodes } from '../../../../domain/schedule/explain.ts'
import type { Model } from '../model.ts'
import { useNames } from '../names.ts'
import { useReasons } from './reasons.ts'

/** A meeting that a run left without a place, or not where it was, and why. */
export type Left = ScheduleRun['unplaced'][number]
type KeptReason = Left['reasons'][number]

const isReasonCode = (code: string): code is ReasonCode => (reasonCodes as readonly string[]).includes(code)

/** The sentence for why, as a run keeps it: by ids, of which some may be gone by now. */
export function useKeptReasons(model: Model): (reason: KeptReason) => string {
  const { t } = useTranslation('meetings')
  const names = useNames(model)
  const say = useReasons(model)
  return (reason) => {
    const { code, participants, slots, tables, meetings } = reason
    if (isReasonCode(code)) {
      const positions = slots.flatMap((id) => model.slotIndex.get(id) ?? [])
      return say({ ...reason, code, slots: positions }).sentence
    }
    const who = names.list(participants.map(names.who))
    const slot = names.slotById(slots[0] ?? '')
    const table = names.table(tables[0] ?? '')
    const meeting = names.list(meetings.map(names.pair), 2)
    switch (code) {
      case 'double_booking':
        return t('refused.doubleBooking', { who, meeting, slot })
      case 'table_taken':
        return t('refused.tableTaken', { table, meeting, slot })
      case 'table_closed':
        return t('conflict.tableClosed', { table, slot })
      case 'unavailable':
        return t('conflict.unavailable', { who, slot })
      case 'session':
        return t('left.session')
      case 'order':
        return t('why.order', { pairs: meeting })
      case 'locked':
        return t('refused.locked')
      case 'not_agreed':
        return t('refused.notAgreed')
      case 'not_taking_part':
        return participants.length > 0 ? t('refused.notTakingPart', { who }) : t('left.oneGone')
      case 'place_gone':
        return t('left.placeGone')
      case 'recorded':
        return t('left.recorded')
      case 'cancelled':
        return t('left.cancelled')
      case 'in_bin':
        return t('left.inBin')
      default:
        return t('conflict.unknown')
    }
  }
}
