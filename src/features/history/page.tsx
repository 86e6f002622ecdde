import { useTranslation } from 'react-i18next'
import { History } from '../../components/history.tsx'
import { Page } from '../../ui/page.tsx'

/** Everything that happened in the workspace, with undo. */
export function Component() {
  const { t } = useTranslation('history')
  return (
    <Page title={t('title')}>
      <History />
    </Page>
  )
}
