import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useMatch, useSearchParams } from 'react-router'
import { useScopedNavigate } from '../../../components/scope.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { useDialogAgreementId } from '../use-agreement.ts'
import { ChooseAgreement } from './choose-agreement.tsx'
import { SignForm } from './sign-form.tsx'
import { type SignStep, SignSteps } from './sign-steps.tsx'

const own = ['dialog', 'agreement', 'step', 'party']

/**
 * Log a signature, over any screen: `?dialog=sign`. Over an agreement's page, or with `&agreement=…`, it begins at the
 * second step; `&step=3` is the third, `&party=…` has that party ticked.
 */
export function Component() {
  const { t } = useTranslation('signing')
  const [params, setParams] = useSearchParams()
  const id = useDialogAgreementId()
  const navigate = useScopedNavigate()
  const overPage = useMatch('/agreements/:id')?.params.id === id
  const overBoard = useMatch('/agreements') !== null && params.get('view') === 'board'
  const asked = params.get('step')
  const step: SignStep = !id || asked === '1' ? 1 : asked === '3' ? 3 : 2
  const change = (patch: Record<string, string | null>) =>
    setParams(
      (current) => {
        const next = new URLSearchParams(current)
        for (const [key, value] of Object.entries(patch)) {
          if (value === null) next.delete(key)
          else next.set(key, value)
        }
        return next
      },
      { replace: true, preventScrollReset: true },
    )
  const close = () => change(Object.fromEntries(own.map((key) => [key, null])))
  // What was signed is looked at next, unless the page below is its own, or the board it was dragged on.
  const done = () => {
    if (id && !overPage && !overBoard) void navigate(`/agreements/${id}`, { replace: true })
    else close()
  }
  return (
    <Dialog title={t('title')} size="xl" onClose={close}>
      <SignSteps at={step} />
      <Suspense>
        {id && step !== 1 ? (
          <SignForm
            key={id}
            id={id}
            step={step}
            party={params.get('party')}
            onStep={(next) => change({ step: String(next) })}
            onClose={close}
            onDone={done}
          />
        ) : (
          <ChooseAgreement onChoose={(chosen) => change({ agreement: chosen, step: '2' })} />
        )}
      </Suspense>
    </Dialog>
  )
}
