import { Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblem } from '../../components/problem-sentence.ts'
import { useWrite } from '../../components/use-write.ts'
import { type OrganisationKind, organisationKinds } from '../../contract/organisations.ts'
import type { Named } from '../../contract/primitives.ts'
import { markets } from '../../data/markets.ts'
import { organisations } from '../../data/organisations.ts'
import { CountrySelect } from '../../ui/country-select.tsx'
import { InlinePanel } from './inline-panel.tsx'
import { kindOfName } from './kind-of-name.ts'

interface Props {
  name: string
  /** What it is where its name doesn't say. */
  kind: OrganisationKind
  /** The market it is met in: a body of its country, most likely. */
  marketId?: string
  onCreated: (organisation: Named) => void
  onCancel: () => void
}

/** The least that is to be known of a body to add it: its name, what it is, and its country where known. */
export function NewOrganisation(props: Props) {
  const { t } = useTranslation(['agreements', 'common'])
  const [name, setName] = useState(props.name)
  const [kind, setKind] = useState<OrganisationKind>(() => {
    // A party is what its side makes it, whatever it is called.
    const byName = props.kind === 'cluster' || props.kind === 'partner' ? null : kindOfName(props.name)
    return byName ?? props.kind
  })
  const market = useQuery({
    ...markets.read({ params: { id: props.marketId ?? '' } }),
    enabled: props.marketId !== undefined,
  }).data
  const [chosen, setCountry] = useState<string | null>()
  const country = chosen === undefined ? (market?.country ?? null) : chosen
  const create = useWrite(organisations.create, {
    onDone: ({ id, name: added }) => props.onCreated({ id, name: added }),
  })
  const problem = useProblem(create.error)
  const add = () => create.mutate({ body: { name, kinds: [kind], country } })
  return (
    <InlinePanel
      title={t('quick.newOrganisation')}
      onEnter={add}
      onEscape={props.onCancel}
      busy={create.isPending}
    >
      <TextInput
        label={t('quick.name')}
        required
        autoFocus
        maxLength={300}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={problem.field('name') ?? problem.sentence}
      />
      <Select
        label={t('quick.kind')}
        allowDeselect={false}
        data={organisationKinds.map((value) => ({ value, label: t(`common:organisationKind.${value}`) }))}
        value={kind}
        onChange={(value) => value && setKind(value)}
      />
      <CountrySelect label={t('quick.country')} value={country} onChange={setCountry} />
    </InlinePanel>
  )
}
