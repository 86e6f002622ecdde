import { useTranslation } from 'react-i18next'
import { AgreementDialog } from './dialog-frame.tsx'
import { EndingForm } from './ending-form.tsx'

/** `?dialog=terminate` */
export function Component() {
  const { t } = useTranslation('agreements')
  return (
    <AgreementDialog name="terminate" title={t('terminate.title')}>
      {(agreement, close) => <EndingForm agreement={agreement} how="terminate" onClose={close} />}
    </AgreementDialog>
  )
}
