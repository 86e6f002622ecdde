import { Link } from 'react-router'
import type { Reason } from '../../../../domain/schedule/explain.ts'
import classes from './plan.module.css'
import type { ReasonWords } from './reasons.ts'

/** Why a meeting found no place: a sentence for each reason, and what would help. */
export function WhyNot({
  reasons,
  say,
}: {
  reasons: readonly Reason[]
  say: (reason: Reason) => ReasonWords
}) {
  return (
    <ul className={classes.reasons}>
      {reasons.map((reason) => {
        const { sentence, action } = say(reason)
        return (
          <li key={sentence}>
            {sentence} {action && <Link to={action.to}>{action.label}</Link>}
          </li>
        )
      })}
    </ul>
  )
}
