import { useTranslation } from 'react-i18next'
import { LinkTabs } from '../ui/link-tabs.tsx'
import { useMay } from './may-write.ts'
import { ScopedLink } from './scoped-link.tsx'

/** Reports, and the indicators that they tell. */
export function ReportTabs({ current }: { current: 'reports' | 'indicators' }) {
  const { t } = useTranslation('indicators')
  const may = useMay()
  return (
    <LinkTabs label={t('reports')}>
      {may('budgets.read') && (
        <ScopedLink to="/reports" aria-current={current === 'reports' ? 'page' : undefined}>
          {t('reports')}
        </ScopedLink>
      )}
      <ScopedLink to="/indicators" aria-current={current === 'indicators' ? 'page' : undefined}>
        {t('title')}
      </ScopedLink>
    </LinkTabs>
  )
}
