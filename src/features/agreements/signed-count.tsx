import { useTranslation } from 'react-i18next'
import classes from './signed-count.module.css'

/** "2 of 4", with a meter for the eye. */
export function SignedCount({ signed, required }: { signed: number; required: number }) {
  const { t } = useTranslation('agreements')
  if (required === 0) return null
  return (
    <span className={classes.count}>
      <span className={classes.track} aria-hidden>
        <span style={{ width: `${(100 * signed) / required}%` }} />
      </span>
      <span className="figures">{t('signedOf', { signed, required })}</span>
    </span>
  )
}
