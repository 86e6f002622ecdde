import { Tooltip } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { StatusBadge } from '../ui/status-badge.tsx'

/** Marks what was invented to make the demo usable. */
export function SampleMark() {
  const { t } = useTranslation('common')
  return (
    <Tooltip label={t('sampleHint')}>
      <span>
        <StatusBadge tone="planned">{t('sample')}</StatusBadge>
      </span>
    </Tooltip>
  )
}
