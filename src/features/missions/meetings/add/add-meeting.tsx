import Plus from 'lucide-react/icons/plus'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '../../../../ui/action-button.tsx'
import { useDialogAddress } from '../../../../ui/dialog-address.ts'
import type { Model } from '../model.ts'

const AddDialog = lazy(async () => ({ default: (await import('./add-dialog.tsx')).AddDialog }))

/** Opens the form for a meeting that the manager arranged, whoever asked for it. */
export function AddMeeting({ model, noWriting }: { model: Model; noWriting: string | null }) {
  const { t } = useTranslation('meetings')
  const dialog = useDialogAddress('add-meeting')
  return (
    <>
      <ActionButton
        size="xs"
        variant="default"
        reason={noWriting}
        leftSection={<Plus size={14} aria-hidden />}
        onClick={() => dialog.open()}
      >
        {t('add.open')}
      </ActionButton>
      {dialog.opened && !noWriting && (
        <Suspense>
          <AddDialog model={model} onClose={dialog.close} />
        </Suspense>
      )}
    </>
  )
}
