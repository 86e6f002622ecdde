import { Alert, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { FormErrors } from '../../components/form-errors.tsx'
import { NewRecordForm } from '../../components/new-record-form.tsx'
import { useProblem } from '../../components/problem-sentence.ts'
import { useScopedNavigate } from '../../components/scope.ts'
import { ScopedLink } from '../../components/scoped-link.tsx'
import { useWrite } from '../../components/use-write.ts'
import { ApiProblem } from '../../data/failures.ts'
import { markets } from '../../data/markets.ts'
import { useFormat } from '../../i18n/format.ts'
import { CountrySelect } from '../../ui/country-select.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useDialogAddress } from '../../ui/dialog-address.ts'
import { FieldRow } from '../../ui/field-row.tsx'
import { TimeZoneSelect } from '../../ui/time-zone-select.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import { type LeadRow, LeadsEditor, leadInput } from './leads.tsx'

interface Values {
  country: string | null
  name: string
  timeZone: string | null
  leads: LeadRow[]
}

const initial: Values = { country: null, name: '', timeZone: null, leads: [] }

/** A new target market: a country, by the name one calls it, and who leads it. */
export function Component() {
  const { t } = useTranslation(['markets', 'common'])
  const f = useFormat()
  const { close } = useDialogAddress('new-market')
  const { values, set, clear, restored } = useDraft('new-market', initial)
  const navigate = useScopedNavigate()
  const create = useWrite(markets.create, {
    message: ({ name }) => t('created', { name }),
    onDone: ({ id }) => {
      clear()
      void navigate(`/markets/${id}`)
    },
  })
  const problem = useProblem(create.error)
  const isDuplicate = create.error instanceof ApiProblem && create.error.code === 'duplicate'
  return (
    <Dialog title={t('new')} onClose={close}>
      <NewRecordForm
        busy={create.isPending}
        restored={restored}
        onDiscard={clear}
        onSubmit={() =>
          create.mutate({
            body: { ...values, country: values.country ?? '', leads: values.leads.map(leadInput) },
          })
        }
        onCancel={() => {
          clear()
          close()
        }}
      >
        <FieldRow>
          <CountrySelect
            label={t('fields.country')}
            required
            data-autofocus
            value={values.country}
            error={problem.field('country')}
            onChange={(country) =>
              set((current) => {
                const own = current.country && f.country(current.country)
                const followed = current.name === '' || current.name === own
                return { country, ...(followed && { name: country ? f.country(country) : '' }) }
              })
            }
          />
          <TextInput
            label={t('fields.name')}
            required
            maxLength={300}
            value={values.name}
            error={problem.field('name')}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
        </FieldRow>
        <TimeZoneSelect
          label={t('fields.timeZone')}
          value={values.timeZone}
          error={problem.field('timeZone')}
          onChange={(timeZone) => set({ timeZone })}
        />
        <LeadsEditor
          rows={values.leads}
          onChange={(leads) => set({ leads })}
          error={problem.field('leads', true)}
        />
        {isDuplicate && values.country && <Duplicate country={values.country} />}
        <FormErrors error={create.error} fields={['country', 'name', 'timeZone', 'leads']} />
      </NewRecordForm>
    </Dialog>
  )
}

/** The market of this country that is there already. */
function Duplicate({ country }: { country: string }) {
  const { t } = useTranslation('markets')
  const { data } = useQuery(markets.page({ query: { limit: 200 } }))
  const found = data?.items.find((one) => one.country === country)
  if (!found) return null
  return (
    <Alert color="orange" title={t('duplicate')}>
      <ScopedLink to={`/markets/${found.id}`}>{t('openDuplicate', { name: found.name })}</ScopedLink>
    </Alert>
  )
}
