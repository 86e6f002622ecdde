import { Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DialogForm } from '../../../components/dialog-form.tsx'
import { DraftNotice } from '../../../components/draft-notice.tsx'
import { useProblem } from '../../../components/problem-sentence.ts'
import { savedOver } from '../../../components/saved-over.ts'
import { useScope } from '../../../components/scope.ts'
import { useWrite } from '../../../components/use-write.ts'
import type { Company } from '../../../contract/companies.ts'
import { aid } from '../../../data/aid.ts'
import { organisations } from '../../../data/organisations.ts'
import { isCivilDate } from '../../../domain/partial-date.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { moneyText } from '../../../ui/money-input.tsx'
import { useDraft } from '../../../ui/use-draft.ts'
import { Arithmetic } from './arithmetic.tsx'
import { AidFields, aidFieldNames } from './fields.tsx'
import { Refused } from './refused.tsx'
import type { Editing } from './tab.tsx'
import { type RoomQuery, useRoom } from './use-room.ts'
import { type AidValues, aidBody, aidValues, centsOf, valuesByExpense } from './values.ts'

/** Awards aid with the arithmetic beside it, records what others gave, or corrects an entry. */
export function AidDialog({
  company,
  editing,
  day,
  onClose,
}: {
  company: Company
  editing: Editing
  day: string
  onClose: () => void
}) {
  const { t } = useTranslation(['aid', 'common'])
  const f = useFormat()
  const { kind } = editing
  const entry = editing.kind === 'edit' ? editing.entry : null
  const expense = editing.kind === 'award' ? editing.expense : undefined
  const scope = useScope()
  const granter = useQuery({
    ...organisations.read({ params: { id: scope.cluster ?? '' } }),
    enabled: kind === 'award' && scope.cluster !== undefined,
  }).data
  const initial = useMemo(() => {
    if (entry) return aidValues(entry, day)
    const blank = expense ? valuesByExpense(expense, day) : aidValues(null, day)
    // Most often the cluster in whose name one works; what was said is never overwritten.
    return granter ? { ...blank, granter: { id: granter.id, name: granter.name } } : blank
  }, [entry, expense, day, granter])
  const draft = useDraft(`aid:${kind}:${entry?.id ?? expense?.id ?? company.id}`, initial, entry?.version)
  const { values, set, clear } = draft
  const done = () => {
    clear()
    onClose()
  }
  const award = useWrite(aid.award, {
    message: ({ amount, organisation }) =>
      t('form.awarded', { amount: f.money(amount), name: organisation.name }),
    onDone: done,
  })
  const declare = useWrite(aid.declare, { message: () => t('form.declared'), onDone: done })
  const update = useWrite(aid.update, { message: () => t('form.changed'), onDone: done })
  const error = award.error ?? declare.error ?? update.error
  const problem = useProblem(error)
  const isAward = kind === 'award' || entry?.origin === 'awarded'
  const room = useAsked(company.id, values, { exclude: entry?.id, enabled: isAward })
  const forbidden = room.isPlaceholderData ? undefined : room.data?.findings.find(({ blocks }) => blocks)
  const warned = room.data?.findings.some(({ blocks }) => !blocks)
  const [unsaid, setUnsaid] = useState(false)
  const noGranter = isAward && !values.granter && !values.granterName.trim()
  const submit = () => {
    const body = aidBody(values)
    setUnsaid(noGranter)
    if (!body || noGranter) return
    if (entry) {
      const version = savedOver(draft.seen, entry.version, update.error)
      return update.mutate({ params: { id: entry.id }, version, body })
    }
    const params = { id: company.id }
    if (kind === 'award') return award.mutate({ params, body })
    const { reason: _, participationId: __, serviceId: ___, expenseId: ____, ...declared } = body
    declare.mutate({ params, body: declared })
  }
  return (
    <Dialog title={t(`form.${kind}`)} onClose={onClose}>
      <DialogForm
        right="aid.write"
        about={kind === 'declare' ? `${company.name}. ${t('form.declareHint')}` : company.name}
        refusal={
          forbidden ? { code: 'aid_forbidden', params: { article: forbidden.article ?? values.basis } } : null
        }
        error={error}
        fields={[...aidFieldNames, 'reason']}
        busy={award.isPending || declare.isPending || update.isPending}
        submit={kind === 'award' ? t('form.submit') : t('common:save')}
        onSubmit={submit}
        onClose={done}
      >
        {expense && <p style={{ margin: 0 }}>{t('form.byExpense', { title: expense.title })}</p>}
        <DraftNotice restored={draft.restored} onDiscard={clear} />
        <AidFields
          company={company}
          values={values}
          set={set}
          problem={problem}
          award={isAward}
          noGranter={unsaid && noGranter}
        />
        {isAward && room.data && (
          <Arithmetic
            position={room.data}
            basis={values.basis}
            onMost={(minor) => set({ amount: moneyText({ minor, currency: 'EUR' }, 'EUR') })}
          />
        )}
        {isAward && (
          <Textarea
            label={t('form.reason')}
            description={t('form.reasonHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            // What the law forbids no reason allows.
            required={warned && !forbidden}
            autosize
            minRows={1}
            maxLength={2000}
            value={values.reason}
            error={problem.field('reason')}
            onChange={(event) => set({ reason: event.currentTarget.value })}
          />
        )}
        <Refused error={error} />
      </DialogForm>
    </Dialog>
  )
}

/** The position with what is being typed, asked for once the typing rests; without the entry that is corrected. */
function useAsked(
  id: string,
  values: AidValues,
  { exclude, enabled }: { exclude: string | undefined; enabled: boolean },
) {
  const amount = centsOf(values, 'amount')
  const eligibleCosts = centsOf(values, 'eligibleCosts')
  const on = values.grantedOn && isCivilDate(values.grantedOn) ? values.grantedOn : null
  const query: RoomQuery = {
    ...(on ? { asOf: on } : {}),
    ...(values.memberState ? { memberState: values.memberState } : {}),
    basis: values.basis,
    purpose: values.purpose,
    ...(amount ? { amount } : {}),
    ...(eligibleCosts ? { eligibleCosts } : {}),
    ...(exclude ? { exclude } : {}),
  }
  const [asked] = useDebouncedValue(JSON.stringify(query), 150)
  const answer = useRoom(id, JSON.parse(asked) as RoomQuery, enabled)
  // What was answered is of before the last letters.
  return { ...answer, isPlaceholderData: answer.isPlaceholderData || asked !== JSON.stringify(query) }
}
