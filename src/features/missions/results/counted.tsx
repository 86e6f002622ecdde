import { useTranslation } from 'react-i18next'
import { RecordLink } from '../../../components/record-link.tsx'
import type { Schedule } from '../../../contract/meetings.ts'
import { useFormat } from '../../../i18n/format.ts'
import { type CountedPair, pairsIn } from './pairs.ts'
import classes from './results.module.css'

/** The meetings, or the pairs while there is none, that a figure counts: in the order of time, the company first. */
export function CountedMeetings({ ids, schedule }: { ids: readonly string[]; schedule: Schedule }) {
  const { t } = useTranslation('results')
  const f = useFormat()
  return (
    <ul className={classes.counted}>
      {pairsIn(schedule, ids, f.language).map((pair) => (
        <li key={pair.id}>
          <Pair pair={pair} /> {pair.when && <small>{pair.when}</small>}
          {pair.meeting?.state === 'cancelled' && <small> · {t('funnel.cancelled')}</small>}
        </li>
      ))}
    </ul>
  )
}

function Pair({ pair: { meeting, a, b } }: { pair: CountedPair }) {
  const { t } = useTranslation('results')
  const names = { a: a?.name ?? '?', b: b?.name ?? '?' }
  if (meeting) return <RecordLink noun="meetings" id={meeting.id} name={t('funnel.pair', names)} />
  return (
    <>
      <RecordLink noun="participations" id={a?.id} name={names.a} /> –{' '}
      <RecordLink noun="participations" id={b?.id} name={names.b} />
    </>
  )
}
