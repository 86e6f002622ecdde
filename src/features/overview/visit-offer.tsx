import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useVisit } from '../../components/visit-state.ts'
import classes from './overview.module.css'

/** Offers the guided visit, quietly and once. */
export function VisitOffer() {
  const { t } = useTranslation('help')
  const { start, decline } = useVisit()
  return (
    <aside className={classes.offer} aria-label={t('visit.title')}>
      <div>
        <strong>{t('visit.offer')}</strong>
        <span>{t('visit.offerText')}</span>
      </div>
      <div className={classes.offerButtons}>
        <Button size="compact-md" onClick={start}>
          {t('visit.begin')}
        </Button>
        <Button size="compact-md" variant="subtle" color="gray" onClick={decline}>
          {t('visit.decline')}
        </Button>
      </div>
    </aside>
  )
}
