import Shuffle from 'lucide-react/icons/shuffle'
import Wand from 'lucide-react/icons/wand-sparkles'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '../../../../ui/action-button.tsx'
import { useDialogAddress } from '../../../../ui/dialog-address.ts'
import type { Model } from '../model.ts'

const PlanDialog = lazy(async () => ({ default: (await import('./plan-dialog.tsx')).PlanDialog }))
const own = ['how'] as const

/** The two ways to fill the grid by machine: all anew, or with as few changes as will do. */
export function PlanBar({ model, noWriting }: { model: Model; noWriting: string | null }) {
  const { t } = useTranslation('meetings')
  const dialog = useDialogAddress('plan', own)
  const nothing = model.problem.meetings.length === 0 ? t('plan.nothing') : null
  const how = dialog.param('how') === 'replan' ? 'replan' : 'automatic'
  return (
    <>
      {model.timetable.length > 0 && (
        <ActionButton
          size="xs"
          variant="default"
          reason={noWriting ?? nothing}
          leftSection={<Shuffle size={14} aria-hidden />}
          onClick={() => dialog.open({ how: 'replan' })}
        >
          {t('plan.replan')}
        </ActionButton>
      )}
      <ActionButton
        size="xs"
        reason={noWriting ?? nothing}
        leftSection={<Wand size={14} aria-hidden />}
        onClick={() => dialog.open({ how: 'automatic' })}
      >
        {t('plan.automatic')}
      </ActionButton>
      {dialog.opened && !noWriting && !nothing && (
        <Suspense>
          <PlanDialog key={how} model={model} how={how} onClose={dialog.close} />
        </Suspense>
      )}
    </>
  )
}
