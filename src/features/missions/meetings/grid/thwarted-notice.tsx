import { useTranslation } from 'react-i18next'
import { toast } from '../../../../ui/toast.ts'
import type { Model } from '../model.ts'
import { useNames } from '../names.ts'
import { StaleNotice } from '../stale-notice.tsx'
import { indexOf } from './targets.ts'
import type { Moves, Thwarted } from './use-moves.ts'

/** Two people moved the same meeting: where it is now, by whom, and one's own move still to be made. */
export function ThwartedNotice({
  model,
  moves,
  thwarted,
}: {
  model: Model
  moves: Moves
  thwarted: Thwarted
}) {
  const { t } = useTranslation('meetings')
  const names = useNames(model)
  const [wanted] = thwarted.moves
  const now = indexOf(model).placed.get(thwarted.meeting)
  const pair = names.pair(thwarted.meeting)
  const place = (at: { slot: number; table: string }) => `${names.slot(at.slot)}, ${names.table(at.table)}`
  const what = now ? t('stale.nowAt', { pair, place: place(now) }) : t('stale.nowOff', { pair })
  return (
    <StaleNotice
      noun="meetings"
      recordId={thwarted.meeting}
      what={what}
      keep={wanted?.to ? t('stale.moveTo', { place: place(wanted.to) }) : t('stale.takeOff')}
      busy={moves.busy}
      onKeep={() => {
        if (moves.stillFits(thwarted)) void moves.move(thwarted.moves)
        else void toast({ tone: 'failed', message: t('stale.noLonger') })
      }}
      onGiveUp={moves.forget}
    />
  )
}
