import type { Model } from '../model.ts'
import { useNames } from '../names.ts'
import { type Left, useKeptReasons } from './kept-reasons.ts'
import classes from './plan.module.css'

/** Meetings of a run that are not where they should be, each with the reasons. */
export function LeftList({ model, left }: { model: Model; left: readonly Left[] }) {
  const names = useNames(model)
  const say = useKeptReasons(model)
  // One that is in the bin isn't of the schedule: its two are told with the reason.
  const nameOf = ({ meetingId, reasons }: Left) => {
    const two = reasons[0]?.code === 'in_bin' ? reasons[0].participants : []
    return two.length > 0 ? two.map(names.who).join(' – ') : names.pair(meetingId)
  }
  return (
    <ul className={classes.unplaced}>
      {left.map((one) => (
        <li key={one.meetingId}>
          <strong>{nameOf(one)}</strong>
          <ul className={classes.reasons}>
            {[...new Set(one.reasons.map(say))].map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}
