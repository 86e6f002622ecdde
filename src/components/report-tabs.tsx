import { useTranslation } from 'react-i18next'
import { LinkTabs } from '../ui/link-tabs.tsx'
import { OpenLink } from './open-link.tsx'

/** Reports, and the indicators that they tell. */
export function ReportTabs({ current }: { current: 'reports' | 'indicators' }) {
  const { t } = useTranslation('indicators')
  return (
    <LinkTabs label={t('reports')}>
      <OpenLink to="/reports" aria-current={current === 'reports' ? 'page' : undefined}>
        {t('reports')}
      </OpenLink>
      <OpenLink to="/indicators" aria-current={current === 'indicators' ? 'page' : undefined}>
        {t('title')}
      </OpenLink>
    </LinkTabs>
  )
}
