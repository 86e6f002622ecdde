import { Button, Group, Select, TextInput } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblem } from '../../../../components/problem-sentence.ts'
import { useWrite } from '../../../../components/use-write.ts'
import type { OrganisationKind } from '../../../../contract/organisations.ts'
import type { Named } from '../../../../contract/primitives.ts'
import { organisations } from '../../../../data/organisations.ts'
import { CountrySelect } from '../../../../ui/country-select.tsx'
import { FieldRow } from '../../../../ui/field-row.tsx'
import classes from './invite.module.css'

/**
 * The least that is to be known of a body to add it and choose it at once. It stands within the form that invites: Enter
 * adds the body, and sends nothing else.
 */
export function NewCandidate({
  name: first,
  kind: firstKind,
  kinds,
  country: firstCountry,
  onCreated,
  onCancel,
}: {
  name: string
  kind: OrganisationKind
  kinds: readonly OrganisationKind[]
  country: string | null
  onCreated: (organisation: Named) => void
  onCancel: () => void
}) {
  const { t } = useTranslation(['participations', 'common'])
  const [name, setName] = useState(first)
  const [native, setNative] = useState('')
  const [kind, setKind] = useState(firstKind)
  const [country, setCountry] = useState(firstCountry)
  const create = useWrite(organisations.create, {
    message: (reply) => t('invite.created', { name: reply.name }),
    onDone: ({ id, name: added }) => onCreated({ id, name: added }),
  })
  const problem = useProblem(create.error)
  const add = () => {
    if (create.isPending) return
    const names = native.trim() ? [{ name: native.trim(), kind: 'translation' as const }] : []
    create.mutate({ body: { name, kinds: [kind], country, names } })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // A list that is open in one of the fields takes the key first.
    const target = event.target as Element
    if (event.defaultPrevented || target.getAttribute('aria-expanded') === 'true') return
    if (event.key === 'Escape') onCancel()
    else if (event.key === 'Enter' && target instanceof HTMLInputElement) add()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <fieldset className={classes.create} onKeyDown={onKeyDown}>
      <legend>{t('invite.create')}</legend>
      <FieldRow>
        <TextInput
          label={t('invite.name')}
          required
          autoFocus
          maxLength={300}
          value={name}
          error={problem.field('name') ?? problem.sentence}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={t('invite.native')}
          maxLength={300}
          value={native}
          error={problem.field('names', true)}
          onChange={(event) => setNative(event.currentTarget.value)}
        />
      </FieldRow>
      <FieldRow>
        <Select
          label={t('invite.kind')}
          allowDeselect={false}
          data={kinds.map((value) => ({ value, label: t(`common:organisationKind.${value}`) }))}
          value={kind}
          onChange={(value) => value && setKind(value)}
        />
        <CountrySelect
          label={t('invite.country')}
          value={country}
          error={problem.field('country')}
          onChange={setCountry}
        />
      </FieldRow>
      <Group justify="flex-end" gap="xs">
        <Button variant="subtle" color="gray" size="compact-sm" onClick={onCancel}>
          {t('common:cancel')}
        </Button>
        <Button size="compact-sm" loading={create.isPending} onClick={add}>
          {t('invite.createAndChoose')}
        </Button>
      </Group>
    </fieldset>
  )
}
