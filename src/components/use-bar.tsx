import type { GrantUse } from '../contract/grants.ts'
import { underspendPoints } from '../domain/budget-alerts.ts'
import { wholeShare } from '../domain/grant.ts'
import classes from './use-bar.module.css'

type Use = Pick<GrantUse, 'spentBp' | 'elapsedBp'>

/** What is spent as a quiet bar, with a mark where time stands, and both in words. */
export function UseBar({ use, words }: { use: Use; words: string }) {
  const { spentBp, elapsedBp } = use
  return (
    <span className={classes.use}>
      {(spentBp !== null || elapsedBp !== null) && (
        <span className={classes.track} aria-hidden>
          <span className={classes.spent} data-pace={paceOf(use)} style={{ width: share(spentBp ?? 0) }} />
          {elapsedBp !== null && (
            <span className={classes.elapsed} style={{ insetInlineStart: share(elapsedBp) }} />
          )}
        </span>
      )}
      <span className={classes.words}>{words}</span>
    </span>
  )
}

const share = (bp: number) => `${Math.min(bp, wholeShare) / 100}%`

/** Whether spending keeps pace with time; over the whole it has left it behind for good. */
export function paceOf({ spentBp, elapsedBp }: Use): 'over' | 'behind' | 'even' {
  if (spentBp !== null && spentBp > wholeShare) return 'over'
  if (spentBp === null || elapsedBp === null) return 'even'
  return elapsedBp - spentBp > underspendPoints * 100 ? 'behind' : 'even'
}
