import { Alert, MultiSelect, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormErrors } from '../../components/form-errors.tsx'
import { NewRecordForm } from '../../components/new-record-form.tsx'
import { useKindOptions } from '../../components/organisation/facts.tsx'
import { type NameRow, NamesEditor } from '../../components/organisation/names-fact.tsx'
import { withScheme } from '../../components/organisation/web-address.ts'
import { useProblem } from '../../components/problem-sentence.ts'
import { recordPath } from '../../components/record-path.ts'
import { useScopedNavigate } from '../../components/scope.ts'
import { ScopedLink } from '../../components/scoped-link.tsx'
import { useWrite } from '../../components/use-write.ts'
import { type OrganisationKind, organisationKind } from '../../contract/organisations.ts'
import { ApiProblem } from '../../data/failures.ts'
import { organisations } from '../../data/organisations.ts'
import { CountrySelect } from '../../ui/country-select.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useDialogAddress } from '../../ui/dialog-address.ts'
import { FieldRow } from '../../ui/field-row.tsx'
import { plain } from '../../ui/matches.ts'
import { useDraft } from '../../ui/use-draft.ts'

interface Values {
  name: string
  kinds: OrganisationKind[]
  country: string | null
  region: string
  town: string
  website: string
  focus: string
  names: NameRow[]
}

const paramNames = ['kind', 'name'] as const

/** A new organisation: its name and kind, and what else is known. The rest is added on its page. */
export function Component() {
  const { t } = useTranslation(['organisations', 'common'])
  const { close, param } = useDialogAddress('new-organisation', paramNames)
  const kind = organisationKind.safeParse(param('kind')).data
  const name = param('name') ?? ''
  const [initial] = useState<Values>({
    name,
    kinds: kind ? [kind] : [],
    country: null,
    region: '',
    town: '',
    website: '',
    focus: '',
    names: [],
  })
  const { values, set, clear, restored } = useDraft(`new-organisation:${kind ?? ''}:${name}`, initial)
  const navigate = useScopedNavigate()
  const create = useWrite(organisations.create, {
    message: (made) => t('created', { name: made.name }),
    onDone: (made) => {
      clear()
      // Who adds a company goes on with what companies have.
      void navigate(
        kind === 'company'
          ? `/companies/${made.id}`
          : recordPath('organisations', made.id, made.kinds.includes('cluster')),
      )
    },
  })
  const problem = useProblem(create.error)
  const kinds = useKindOptions()
  const submit = () => {
    const { website, focus, region, town, ...rest } = values
    create.mutate({
      body: {
        ...rest,
        focus: focus || null,
        region: region || null,
        town: town || null,
        websites: website.trim() ? [{ url: withScheme(website) }] : [],
      },
    })
  }
  return (
    <Dialog
      title={t(kind === 'cluster' ? 'newCluster' : kind === 'company' ? 'newCompany' : 'new')}
      onClose={close}
    >
      <NewRecordForm
        busy={create.isPending}
        restored={restored}
        onDiscard={clear}
        onSubmit={submit}
        onCancel={() => {
          clear()
          close()
        }}
      >
        <TextInput
          label={t('fields.name')}
          required
          data-autofocus
          maxLength={300}
          value={values.name}
          error={problem.field('name')}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <MultiSelect
          label={t('fields.kinds')}
          description={t('fields.kindsHint')}
          required
          data={kinds}
          value={values.kinds}
          error={problem.field('kinds', true)}
          onChange={(chosen) => set({ kinds: chosen as OrganisationKind[] })}
        />
        <FieldRow>
          <TextInput
            label={t('fields.town')}
            maxLength={300}
            value={values.town}
            error={problem.field('town')}
            onChange={(event) => set({ town: event.currentTarget.value })}
          />
          <TextInput
            label={t('fields.region')}
            maxLength={300}
            value={values.region}
            error={problem.field('region')}
            onChange={(event) => set({ region: event.currentTarget.value })}
          />
          <CountrySelect
            label={t('fields.country')}
            value={values.country}
            error={problem.field('country')}
            onChange={(country) => set({ country })}
          />
        </FieldRow>
        <TextInput
          label={t('fields.website')}
          inputMode="url"
          maxLength={2000}
          value={values.website}
          error={problem.field('websites', true) && t('fields.websiteWrong')}
          onChange={(event) => set({ website: event.currentTarget.value })}
        />
        <Textarea
          label={t('fields.focus')}
          autosize
          minRows={2}
          value={values.focus}
          error={problem.field('focus')}
          onChange={(event) => set({ focus: event.currentTarget.value })}
        />
        <NamesEditor
          rows={values.names}
          onChange={(names) => set({ names })}
          error={problem.field('names', true)}
        />
        {create.error instanceof ApiProblem && create.error.code === 'duplicate' && (
          <Duplicate name={values.name} />
        )}
        <FormErrors
          error={create.error}
          fields={['name', 'kinds', 'town', 'region', 'country', 'websites', 'focus', 'names']}
        />
      </NewRecordForm>
    </Dialog>
  )
}

/** The body of this name that is there already. */
function Duplicate({ name }: { name: string }) {
  const { t } = useTranslation('organisations')
  const { data } = useQuery(organisations.page({ query: { q: name.trim(), limit: 20 } }))
  const found = data?.items.find((one) => plain(one.name) === plain(name.trim()))
  return (
    <Alert color="orange" title={t('duplicate')}>
      {found && (
        <ScopedLink to={recordPath('organisations', found.id, found.kinds.includes('cluster'))}>
          {t('openDuplicate', { name: found.name })}
        </ScopedLink>
      )}
    </Alert>
  )
}
