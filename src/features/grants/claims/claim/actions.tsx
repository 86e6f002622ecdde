import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNoWriting } from '../../../../components/may-write.ts'
import { useReason } from '../../../../components/problem-sentence.ts'
import { useScopedNavigate } from '../../../../components/scope.ts'
import { useWrite } from '../../../../components/use-write.ts'
import type { Claim } from '../../../../contract/claims.ts'
import type { Grant } from '../../../../contract/grants.ts'
import { claims } from '../../../../data/claims.ts'
import { claimCan } from '../../../../domain/claim.ts'
import { useFormat } from '../../../../i18n/format.ts'
import { ActionButton } from '../../../../ui/action-button.tsx'
import { useClaimName } from '../claim-name.ts'
import { useCheckSentence } from './checks.tsx'
import { DecideDialog } from './decide-dialog.tsx'
import { StepDialog } from './step-dialog.tsx'
import type { Decision } from './use-decision.ts'

interface Props {
  claim: Claim
  grant: Grant
  decision: Decision
}

type Step = 'freeze' | 'submit' | 'decide' | 'pay'

/** What can be done with the claim in its state; the next step stands out. */
export function ClaimActions({ claim, grant, decision }: Props) {
  const { t } = useTranslation('claims')
  const [step, setStep] = useState<Step | null>(null)
  const why = useWhyNot(claim, grant)
  const next: Step = { draft: 'freeze', frozen: 'submit', submitted: 'decide', decided: 'pay', paid: 'pay' }[
    claim.state
  ] as Step
  const shown: Step[] = claim.state === 'decided' ? ['decide', 'pay'] : claim.state === 'paid' ? [] : [next]
  const close = () => setStep(null)
  return (
    <>
      {shown.map((one) => (
        <ActionButton
          key={one}
          variant={one === next ? 'filled' : 'default'}
          reason={why(one)}
          onClick={() => setStep(one)}
        >
          {t(`action.${one}`)}
        </ActionButton>
      ))}
      {claim.state === 'frozen' && <Thaw claim={claim} why={why('submit')} />}
      {claim.state === 'draft' && <DraftActions claim={claim} grant={grant} />}
      {step === 'decide' && <DecideDialog claim={claim} decision={decision} onClose={close} />}
      {step !== null && step !== 'decide' && <StepDialog step={step} claim={claim} onClose={close} />}
    </>
  )
}

/** The sentence for why a step is not possible now: its state, or for freezing the checks that block it. */
function useWhyNot(claim: Claim, grant: Grant): (step: Step) => string | null {
  const { t } = useTranslation('claims')
  const f = useFormat()
  const noWriting = useNoWriting('claims.write')
  const reason = useReason()
  const sentence = useCheckSentence({ claim, grant })
  return (step) => {
    const refusal = noWriting ?? reason(claimCan[step](claim))
    if (refusal || step !== 'freeze') return refusal
    const blocking = claim.checks.filter(({ severity }) => severity === 'block').map(sentence)
    return blocking.length > 0 ? t('step.blocked', { list: f.list(blocking) }) : null
  }
}

function Thaw({ claim, why }: { claim: Claim; why: string | null }) {
  const { t } = useTranslation('claims')
  const nameOf = useClaimName()
  const thaw = useWrite(claims.thaw, {
    message: (thawed) => t('done.thawed', { title: nameOf(thawed) }),
    failure: 'toast',
  })
  return (
    <ActionButton
      variant="default"
      reason={why}
      loading={thaw.isPending}
      onClick={() => thaw.mutate({ params: { id: claim.id }, version: claim.version })}
    >
      {t('action.thaw')}
    </ActionButton>
  )
}

/** Fills a draft anew, or throws it away. */
function DraftActions({ claim, grant }: { claim: Claim; grant: Grant }) {
  const { t } = useTranslation('claims')
  const navigate = useScopedNavigate()
  const noWriting = useNoWriting('claims.write')
  const nameOf = useClaimName()
  const over = { params: { id: claim.id }, version: claim.version }
  const refill = useWrite(claims.update, {
    message: (filled) => t('done.refilled', { title: nameOf(filled) }),
    failure: 'toast',
  })
  const remove = useWrite(claims.remove, {
    message: () => t('done.removed'),
    failure: 'toast',
  })
  return (
    <>
      <ActionButton
        variant="default"
        reason={noWriting}
        loading={refill.isPending}
        onClick={() => refill.mutate({ ...over, body: { refill: true } })}
      >
        {t('action.refill')}
      </ActionButton>
      <ActionButton
        variant="subtle"
        color="gray"
        reason={noWriting}
        loading={remove.isPending}
        // The page goes before its claim does.
        onClick={() => {
          void navigate(`/grants/${grant.id}/claims`)
          remove.mutate(over)
        }}
      >
        {t('action.remove')}
      </ActionButton>
    </>
  )
}
