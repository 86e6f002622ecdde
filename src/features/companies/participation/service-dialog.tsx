import { Select, Textarea, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { DialogForm } from '../../../components/dialog-form.tsx'
import { DraftNotice } from '../../../components/draft-notice.tsx'
import { MarketPicker } from '../../../components/market-picker.tsx'
import { OrganisationPicker } from '../../../components/organisation-picker.tsx'
import { PeriodFields } from '../../../components/period-fields.tsx'
import { useProblem } from '../../../components/problem-sentence.ts'
import { savedOver } from '../../../components/saved-over.ts'
import { useWrite } from '../../../components/use-write.ts'
import type { Company } from '../../../contract/companies.ts'
import type { Named } from '../../../contract/primitives.ts'
import { type Service, serviceKinds } from '../../../contract/services.ts'
import { services } from '../../../data/services.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { FieldRow } from '../../../ui/field-row.tsx'
import { MoneyInput, type MoneyText, moneyOf, moneyText } from '../../../ui/money-input.tsx'
import { useDraft } from '../../../ui/use-draft.ts'

interface Values {
  kind: Service['kind']
  title: string
  provider: Named | null
  cluster: Named | null
  market: Named | null
  from: string | null
  to: string | null
  value: MoneyText
  note: string
}

const valuesOf = (service: Service | null): Values => ({
  kind: service?.kind ?? 'coaching',
  title: service?.title ?? '',
  provider: service?.provider ?? null,
  cluster: service?.cluster ?? null,
  market: service?.market ?? null,
  from: service?.starts ?? null,
  to: service?.ends ?? null,
  value: moneyText(service?.value ?? null, 'EUR'),
  note: service?.note ?? '',
})

const fields = ['kind', 'title', 'providerId', 'clusterId', 'marketId', 'starts', 'ends', 'value', 'note']

/** Records a service to a company, or changes one. */
export function ServiceDialog({
  company,
  service,
  onClose,
}: {
  company: Company
  service: Service | null
  onClose: () => void
}) {
  const { t } = useTranslation(['served', 'common'])
  const initial = useMemo(() => valuesOf(service), [service])
  const draft = useDraft(`service:${service?.id ?? company.id}`, initial, service?.version)
  const { values, set, clear, restored } = draft
  const done = () => {
    clear()
    onClose()
  }
  const create = useWrite(services.create, { message: () => t('services.added'), onDone: done })
  const update = useWrite(services.update, { message: () => t('services.changed'), onDone: done })
  const error = create.error ?? update.error
  const problem = useProblem(error)
  const submit = () => {
    const value = moneyOf(values.value)
    if (value === undefined) return
    const body = {
      kind: values.kind,
      title: values.title,
      providerId: values.provider?.id ?? null,
      clusterId: values.cluster?.id ?? null,
      marketId: values.market?.id ?? null,
      starts: values.from,
      ends: values.to,
      value,
      note: values.note || null,
    }
    const version = service && savedOver(draft.seen, service.version, update.error)
    if (version) update.mutate({ params: { id: service.id }, version, body })
    else create.mutate({ params: { id: company.id }, body })
  }
  return (
    <Dialog title={t(service ? 'services.edit' : 'services.add')} onClose={onClose}>
      <DialogForm
        right="activity.write"
        about={company.name}
        refusal={null}
        error={error}
        fields={fields}
        busy={create.isPending || update.isPending}
        submit={t('common:save')}
        onSubmit={submit}
        onClose={done}
      >
        <DraftNotice restored={restored} onDiscard={clear} />
        <FieldRow>
          <Select
            label={t('services.kind')}
            allowDeselect={false}
            data={serviceKinds.map((kind) => ({ value: kind, label: t(`services.kinds.${kind}`) }))}
            value={values.kind}
            onChange={(kind) => kind && set({ kind: kind as Values['kind'] })}
          />
          <TextInput
            label={t('services.name')}
            required
            data-autofocus
            maxLength={500}
            value={values.title}
            error={problem.field('title')}
            onChange={(event) => set({ title: event.currentTarget.value })}
          />
        </FieldRow>
        <FieldRow>
          <OrganisationPicker
            label={t('services.provider')}
            value={values.provider}
            error={problem.field('providerId')}
            onChange={(provider) => set({ provider })}
          />
          <OrganisationPicker
            clusters
            label={t('services.cluster')}
            value={values.cluster}
            error={problem.field('clusterId')}
            onChange={(cluster) => set({ cluster })}
          />
          <MarketPicker
            label={t('services.market')}
            value={values.market}
            error={problem.field('marketId')}
            onChange={(market) => set({ market })}
          />
        </FieldRow>
        <PeriodFields row={values} patch={set} />
        <MoneyInput
          label={t('services.value')}
          value={values.value}
          error={problem.field('value', true)}
          onChange={(value) => set({ value })}
        />
        <Textarea
          label={t('services.note')}
          autosize
          minRows={1}
          maxLength={4000}
          value={values.note}
          onChange={(event) => set({ note: event.currentTarget.value })}
        />
      </DialogForm>
    </Dialog>
  )
}
