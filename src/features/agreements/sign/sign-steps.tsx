import { useTranslation } from 'react-i18next'
import classes from './sign.module.css'

export type SignStep = 1 | 2 | 3
const names = ['agreement', 'signatures', 'follows'] as const

/** Where one is in the three steps. */
export function SignSteps({ at }: { at: SignStep }) {
  const { t } = useTranslation('signing')
  return (
    <ol className={classes.steps} aria-label={t('steps.label')}>
      {names.map((name, index) => (
        <li
          key={name}
          aria-current={index + 1 === at ? 'step' : undefined}
          data-done={index + 1 < at || undefined}
        >
          <span className={classes.number} aria-hidden>
            {index + 1}
          </span>
          {t(`steps.${name}`)}
        </li>
      ))}
    </ol>
  )
}
