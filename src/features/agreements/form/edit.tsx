import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { type Choice, ConflictDialog } from '../../../components/conflict-dialog.tsx'
import { DraftNotice } from '../../../components/draft-notice.tsx'
import { staleRecord } from '../../../components/editable-fact.tsx'
import { useScopedNavigate } from '../../../components/scope.ts'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import { useWrite } from '../../../components/use-write.ts'
import { type Agreement, agreement as agreementSchema } from '../../../contract/agreements.ts'
import { agreements } from '../../../data/agreements.ts'
import { Page } from '../../../ui/page.tsx'
import { useDraft } from '../../../ui/use-draft.ts'
import { useAgreement } from '../use-agreement.ts'
import { AgreementForm } from './agreement-form.tsx'
import { useConflictFields } from './conflict-fields.tsx'
import { type AgreementValues, patchOf, valuesOf } from './values.ts'

/** Changes an agreement's facts and parties. */
export function Component() {
  const { t } = useTranslation('agreements')
  const agreement = useAgreement(useParams().id ?? '')
  return (
    <Page
      title={agreement && t('form.edit', { title: agreement.title })}
      eyebrow={agreement && <ScopedLink to={`/agreements/${agreement.id}`}>{agreement.title}</ScopedLink>}
    >
      {agreement && <EditForm agreement={agreement} />}
    </Page>
  )
}

function EditForm({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation(['agreements', 'common'])
  const navigate = useScopedNavigate()
  // With what was typed is kept what it was typed over: what others change meanwhile is compared with that.
  const initial = useMemo(() => {
    const values = valuesOf(agreement)
    return { values, base: values, version: agreement.version }
  }, [agreement])
  const draft = useDraft(`agreement:${agreement.id}`, initial)
  const { values, base, version } = draft.values
  const change = (patch: Partial<AgreementValues>) =>
    draft.set((current) => ({ values: { ...current.values, ...patch } }))
  const leave = () => {
    draft.clear()
    void navigate(`/agreements/${agreement.id}`)
  }
  const update = useWrite(agreements.update, { message: () => t('changed'), onDone: leave })
  const save = (mine: AgreementValues, over: AgreementValues, seen: number) =>
    update.mutate({ params: { id: agreement.id }, body: patchOf(mine, over), version: seen })
  const stale = agreementSchema.safeParse(staleRecord(update.error)).data
  const theirs = stale && valuesOf(stale)
  const fields = useConflictFields(base, theirs, values)
  const resolve = (choice: Choice) => {
    if (!stale || !theirs) return
    const kept = Object.entries(values).filter(([key]) => choice[key] !== 'theirs')
    const merged = { ...theirs, ...Object.fromEntries(kept) }
    draft.set({ values: merged, base: theirs, version: stale.version })
    save(merged, theirs, stale.version)
  }
  const fixed = new Set(agreement.signatures.map(({ partyId }) => partyId))
  return (
    <>
      <DraftNotice restored={draft.restored} onDiscard={draft.clear} />
      <AgreementForm
        values={values}
        onChange={change}
        error={stale ? null : update.error}
        busy={update.isPending}
        submit={t('common:save')}
        fixed={fixed}
        onSubmit={() => save(values, base, version)}
        onCancel={leave}
      />
      {theirs && (
        <ConflictDialog
          fields={fields}
          recordId={agreement.id}
          onResolve={resolve}
          onClose={() => update.reset()}
        />
      )}
    </>
  )
}
