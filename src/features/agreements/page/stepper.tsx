import Check from 'lucide-react/icons/check'
import { useTranslation } from 'react-i18next'
import type { Agreement } from '../../../contract/agreements.ts'
import { useFormat } from '../../../i18n/format.ts'
import classes from './stepper.module.css'
import { type Step, stepsOf } from './steps.ts'

/** The agreement's way from prospect to its end, and where it stands on it. */
export function Stepper({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation('agreements')
  return (
    <ol className={classes.stepper} aria-label={t('step.label')} data-status={agreement.status}>
      {stepsOf(agreement).map((step) => (
        <StepItem key={step.name} step={step} agreement={agreement} />
      ))}
    </ol>
  )
}

function StepItem({ step, agreement }: { step: Step; agreement: Agreement }) {
  const { t } = useTranslation(['agreements', 'common'])
  const f = useFormat()
  const { name, state, since } = step
  const { status } = agreement
  const named =
    name === 'ended'
      ? state === 'current'
        ? t(`common:status.${status}`)
        : t('step.ended')
      : name === 'signed' || name === 'inForce'
        ? name === 'inForce' && status === 'expiring'
          ? t('common:status.expiring')
          : t(`step.${name}`)
        : t(`common:status.${name}`)
  const when = since ? f.date(since) : plannedDate(step, agreement, f.date, t('step.target'))
  return (
    <li className={classes.step} data-state={state} aria-current={state === 'current' ? 'step' : undefined}>
      <span className={classes.mark} aria-hidden>
        {state === 'done' && <Check size={13} strokeWidth={3} />}
      </span>
      <span className={classes.name}>
        {named}
        <span className="visually-hidden"> ({t(`step.state.${state}`)})</span>
      </span>
      <span className={classes.when}>{when}</span>
    </li>
  )
}

/** What is still to come shows when it is meant to. */
function plannedDate(
  { name, state }: Step,
  { targetSignature, starts, ends }: Agreement,
  write: (date: string) => string,
  target: string,
): string | null {
  if (state !== 'todo') return null
  if (name === 'signed' && targetSignature) return `${target} ${write(targetSignature)}`
  if (name === 'inForce' && starts) return write(starts)
  return name === 'ended' && ends ? write(ends) : null
}
