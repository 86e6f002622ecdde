import { useTranslation } from 'react-i18next'
import { History } from '../../components/history.tsx'
import { Page } from '../../ui/page.tsx'
import classes from './history.module.css'

/** Everything that happened in the workspace, newest first, with undo. */
export function Component() {
  const { t } = useTranslation('history')
  return (
    <Page title={t('title')} subtitle={t('all')}>
      <div className={classes.column}>
        <History />
      </div>
    </Page>
  )
}
