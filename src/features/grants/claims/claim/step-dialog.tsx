import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DialogForm } from '../../../../components/dialog-form.tsx'
import { useProblem } from '../../../../components/problem-sentence.ts'
import { useScope } from '../../../../components/scope.ts'
import { useWrite } from '../../../../components/use-write.ts'
import type { Claim } from '../../../../contract/claims.ts'
import { claims } from '../../../../data/claims.ts'
import { claimCan } from '../../../../domain/claim.ts'
import { endsAfter } from '../../../../domain/claim-checks.ts'
import { readAmount, writeAmount } from '../../../../domain/money.ts'
import { isCivilDate } from '../../../../domain/partial-date.ts'
import { useFormat } from '../../../../i18n/format.ts'
import { DateInput } from '../../../../ui/date-input.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { useClaimName } from '../claim-name.ts'

interface Props {
  step: 'freeze' | 'submit' | 'pay'
  claim: Claim
  onClose: () => void
}

/** What the funders owe together, as far as it is known; else all that they accepted. */
function owedOf({ byFunder, accepted }: Claim): number {
  const known = byFunder.flatMap(({ due }) => due ?? [])
  return known.length > 0 ? known.reduce((sum, due) => sum + due, 0) : accepted.total
}

/** A step of a claim on a day: frozen, with the funder, or paid, then with the amount that came in. */
export function StepDialog({ step, claim, onClose }: Props) {
  const { t } = useTranslation('claims')
  const { day } = useScope()
  const nameOf = useClaimName()
  const { currency } = claim
  const [on, setOn] = useState<string | null>(day)
  const [amount, setAmount] = useState(() => writeAmount({ minor: Math.max(0, owedOf(claim)), currency }))
  const [reason, setReason] = useState('')
  const early = step === 'freeze' && on !== null && isCivilDate(on) && endsAfter(claim, on)
  const f = useFormat()
  const read = readAmount(amount, currency)
  const freeze = useWrite(claims.freeze, {
    message: (frozen) => t('done.frozen', { title: nameOf(frozen) }),
    onDone: onClose,
  })
  const submit = useWrite(claims.submit, {
    message: (sent) => t('done.submitted', { title: nameOf(sent) }),
    onDone: onClose,
  })
  const pay = useWrite(claims.pay, {
    message: (paid) => t('done.paid', { title: nameOf(paid) }),
    onDone: onClose,
  })
  const write = { freeze, submit, pay }[step]
  const problem = useProblem(write.error)
  const over = { params: { id: claim.id }, version: claim.version }
  const send = () => {
    const body = { on: on ?? '' }
    if (step === 'freeze') freeze.mutate({ ...over, body: { ...body, ...(early && { reason }) } })
    else if (step === 'submit') submit.mutate({ ...over, body })
    else if ('minor' in read) pay.mutate({ ...over, body: { ...body, minor: read.minor } })
  }
  return (
    <Dialog title={t(`step.${step}Title`)} size="sm" onClose={onClose}>
      <DialogForm
        right="claims.write"
        about={nameOf(claim)}
        refusal={claimCan[step](claim)}
        error={write.error}
        fields={['on', 'minor', 'reason']}
        busy={write.isPending}
        submit={t(`step.${step}Now`)}
        onSubmit={send}
        onClose={onClose}
      >
        <DateInput
          label={t('step.on')}
          description={step === 'freeze' ? t('step.freezeHint') : undefined}
          required
          data-autofocus
          value={on}
          error={problem.field('on')}
          onChange={setOn}
        />
        {early && (
          <Textarea
            label={t('step.reason')}
            description={t('step.early', { date: f.date(claim.to) })}
            required
            autosize
            minRows={2}
            maxLength={2000}
            value={reason}
            error={problem.field('reason')}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        {step === 'pay' && (
          <TextInput
            label={t('step.amount', { currency })}
            required
            inputMode="decimal"
            maxLength={30}
            value={amount}
            error={problem.field('minor') ?? ('refusal' in read && t('step.unread'))}
            onChange={(event) => setAmount(event.currentTarget.value)}
          />
        )}
      </DialogForm>
    </Dialog>
  )
}
