import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Hint } from '../ui/hint.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'

/** Marks what was invented to make the demo usable. */
export function SampleMark() {
  const { t } = useTranslation('common')
  return (
    <Hint text={t('sampleHint')} id={useId()}>
      <StatusBadge tone="planned">{t('sample')}</StatusBadge>
    </Hint>
  )
}
