import { Select, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { DialogForm } from '../../../components/dialog-form.tsx'
import { useProblem } from '../../../components/problem-sentence.ts'
import { useScope } from '../../../components/scope.ts'
import { useRecord } from '../../../components/use-record.ts'
import { useWrite } from '../../../components/use-write.ts'
import type { Budget } from '../../../contract/budget.ts'
import type { Grant } from '../../../contract/grants.ts'
import { budget as data } from '../../../data/grants.ts'
import { readAmount } from '../../../domain/money.ts'
import { isCivilDate } from '../../../domain/partial-date.ts'
import { useFormat } from '../../../i18n/format.ts'
import { DateInput } from '../../../ui/date-input.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useDialogAddress } from '../../../ui/dialog-address.ts'
import { FieldRow } from '../../../ui/field-row.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { useDraft } from '../../../ui/use-draft.ts'
import { WaitingLines } from '../../../ui/waiting-lines.tsx'
import { useLineName } from '../line-name.ts'
import { useDayQuery, useDialogGrantId, useGrant } from '../use-grant.ts'
import { transferRefusal } from './transfers.tsx'
import { useVerdictWords, verdictName, verdictTone } from './verdict-words.ts'

const own = ['grant']

/** `?dialog=new-transfer`: money from one line to another, with what the funder's rule says before it is made. */
export function Component() {
  const { t } = useTranslation('budget')
  const { close } = useDialogAddress('new-transfer', own)
  const id = useDialogGrantId() ?? undefined
  const grant = useGrant(id)
  const options = data.read({ params: { id: id ?? '' }, query: useDayQuery() })
  const budget = useRecord({ ...options, enabled: id !== undefined })
  return (
    <Dialog title={t('transfer.new')} onClose={close}>
      {grant && budget ? <Form grant={grant} budget={budget} onClose={close} /> : <WaitingLines />}
    </Dialog>
  )
}

interface Values {
  from: string | null
  to: string | null
  amount: string
  on: string | null
  reason: string
}

const paths = ['fromLineId', 'toLineId', 'minor', 'on', 'reason']

function Form({ grant, budget, onClose }: { grant: Grant; budget: Budget; onClose: () => void }) {
  const { t } = useTranslation('budget')
  const f = useFormat()
  const { day } = useScope()
  const initial = useMemo<Values>(() => ({ from: null, to: null, amount: '', on: day, reason: '' }), [day])
  const { values, set, clear } = useDraft(`transfer:${grant.id}`, initial)
  const { currency } = budget
  const read = readAmount(values.amount, currency)
  const minor = 'minor' in read && read.minor > 0 ? read.minor : null
  const verdict = useVerdict(grant.id, { ...values, minor })
  const make = useWrite(data.transfer, {
    message: () => t('transfer.made', { amount: f.money({ minor: minor ?? 0, currency }) }),
    onDone: () => {
      clear()
      onClose()
    },
  })
  const problem = useProblem(make.error)
  const lineName = useLineName(grant.rules)
  const words = useVerdictWords(grant, budget)
  const lines = budget.lines.map((line) => ({
    value: line.id,
    label: `${lineName(line)} (${f.money({ minor: line.budget, currency })})`,
  }))
  const same = values.from !== null && values.from === values.to
  const submit = () => {
    const { from, to, on, reason } = values
    if (from && to && minor !== null && !same)
      make.mutate({
        params: { id: grant.id },
        body: { fromLineId: from, toLineId: to, minor, on: on ?? '', reason: reason || null },
        version: budget.version,
      })
  }
  return (
    <DialogForm
      about={grant.title}
      refusal={transferRefusal(budget, grant.deletedAt)}
      error={make.error}
      fields={paths}
      busy={make.isPending}
      submit={t('transfer.make')}
      onSubmit={submit}
      onClose={() => {
        clear()
        onClose()
      }}
    >
      <FieldRow>
        <Select
          label={t('transfer.from')}
          required
          searchable
          data-autofocus
          data={lines}
          value={values.from}
          error={problem.field('fromLineId')}
          onChange={(from) => set({ from })}
        />
        <Select
          label={t('transfer.to')}
          required
          searchable
          data={lines}
          value={values.to}
          error={problem.field('toLineId') ?? (same && t('transfer.same'))}
          onChange={(to) => set({ to })}
        />
      </FieldRow>
      <FieldRow>
        <TextInput
          label={t('transfer.amount', { currency })}
          required
          inputMode="decimal"
          maxLength={30}
          value={values.amount}
          error={problem.field('minor') ?? (values.amount !== '' && minor === null && t('transfer.unread'))}
          onChange={(event) => set({ amount: event.currentTarget.value })}
        />
        <DateInput
          label={t('transfer.on')}
          required
          value={values.on}
          error={problem.field('on')}
          onChange={(on) => set({ on })}
        />
      </FieldRow>
      {verdict && (
        <div role="status">
          <Notice tone={verdictTone(verdict)} title={t(`transfer.verdict.${verdictName(verdict)}`)}>
            {words(verdict)}
          </Notice>
        </div>
      )}
      <Textarea
        label={t('transfer.reason')}
        description={verdict?.verdict === 'warn' ? t('transfer.reasonHint') : undefined}
        required={verdict?.verdict === 'warn'}
        autosize
        minRows={2}
        maxLength={2000}
        value={values.reason}
        error={problem.field('reason')}
        onChange={(event) => set({ reason: event.currentTarget.value })}
      />
    </DialogForm>
  )
}

/** What the rule says, as soon as enough is given to ask. */
function useVerdict(
  grantId: string,
  { from, to, minor, on }: Pick<Values, 'from' | 'to' | 'on'> & { minor: number | null },
) {
  const [asked] = useDebouncedValue(minor, 200)
  const ready =
    from !== null && to !== null && from !== to && asked !== null && on !== null && isCivilDate(on)
  const { data: verdict } = useQuery({
    ...data.check({
      params: { id: grantId },
      query: { fromLineId: from ?? '', toLineId: to ?? '', minor: asked ?? 0, on: on ?? '' },
    }),
    enabled: ready,
  })
  return ready ? verdict : undefined
}
