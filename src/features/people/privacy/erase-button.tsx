import UserX from 'lucide-react/icons/user-x'
import { useTranslation } from 'react-i18next'
import { useNoWriting } from '../../../components/may-write.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import { useDialogAddress } from '../../../ui/dialog-address.ts'
import { EraseDialog } from './erase-dialog.tsx'

/** Begins to erase a person, which asks for their name. */
export function EraseButton() {
  const { t } = useTranslation('privacy')
  const noWriting = useNoWriting('privacy.write')
  const { opened, open } = useDialogAddress('erase-person')
  return (
    <>
      <ActionButton
        variant="default"
        reason={noWriting}
        leftSection={<UserX size={15} aria-hidden />}
        onClick={() => open()}
      >
        {t('erase.open')}
      </ActionButton>
      {opened && <EraseDialog />}
    </>
  )
}
