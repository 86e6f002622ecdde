import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../i18n/format.ts'
import type { SetupComplaint } from './setup-checks.ts'

/** What is wrong with a slot, as the sentence beside its field. */
export function useComplaintSentence(): (complaint: SetupComplaint) => string {
  const { t } = useTranslation('meetings')
  const f = useFormat()
  return (complaint) => {
    switch (complaint.code) {
      case 'overlap':
        return t('setup.overlap', { starts: complaint.with.starts, ends: complaint.with.ends })
      case 'outside':
        return t('setup.outside', { period: f.period(complaint.from, complaint.to) })
      case 'clockChange':
        return t('setup.clockChange', { count: complaint.minutes })
      case 'empty':
        return t('setup.endsFirst')
      default:
        return t(`setup.${complaint.code}`)
    }
  }
}
