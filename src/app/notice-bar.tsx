import X from 'lucide-react/icons/x'
import { useTranslation } from 'react-i18next'
import classes from './notice-bar.module.css'
import { type NoticeCode, useNotices } from './notices.ts'

const grave: readonly NoticeCode[] = ['storage_full', 'storage_evicted', 'database_failed']

/** What the reader must know about connection and storage, across the top. */
export function NoticeBar() {
  const { t } = useTranslation('app')
  const { shown, dismiss } = useNotices()
  return (
    <div aria-live="polite">
      {shown.map((code) => (
        <div key={code} className={classes.notice} data-grave={grave.includes(code) || undefined}>
          <p>{t(`notice.${code}`)}</p>
          <button type="button" onClick={() => dismiss(code)} aria-label={t('notice.dismiss')}>
            <X size={16} aria-hidden />
          </button>
        </div>
      ))}
    </div>
  )
}
