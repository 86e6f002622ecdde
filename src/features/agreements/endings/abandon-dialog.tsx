import { useTranslation } from 'react-i18next'
import { AgreementDialog } from './dialog-frame.tsx'
import { EndingForm } from './ending-form.tsx'

/** `?dialog=abandon` */
export function Component() {
  const { t } = useTranslation('agreements')
  return (
    <AgreementDialog name="abandon" title={t('abandon.title')}>
      {(agreement, close) => <EndingForm agreement={agreement} how="abandon" onClose={close} />}
    </AgreementDialog>
  )
}
