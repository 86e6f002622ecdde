import { useTranslation } from 'react-i18next'
import { ActionButton } from '../ui/action-button.tsx'
import { useDialogAddress } from '../ui/dialog-address.ts'
import { useNoWriting } from './may-write.ts'

/** Begins to merge another record into this one. */
export function MergeButton({ noun, id }: { noun: 'organisations' | 'people'; id: string }) {
  const { t } = useTranslation('common')
  const noWriting = useNoWriting('directory.merge')
  const { open } = useDialogAddress('merge')
  return (
    <ActionButton variant="default" reason={noWriting} onClick={() => open({ noun, kept: id })}>
      {t('merge')}
    </ActionButton>
  )
}
