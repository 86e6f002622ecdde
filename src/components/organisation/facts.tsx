import { MultiSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Organisation, type OrganisationKind, organisationKinds } from '../../contract/organisations.ts'
import { useFormat } from '../../i18n/format.ts'
import { CountrySelect } from '../../ui/country-select.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Section } from '../../ui/section.tsx'
import { EditableFact } from '../editable-fact.tsx'
import { DateFact, TextFact } from '../text-fact.tsx'
import { ColourFact } from './colour-fact.tsx'
import type { OrganisationEditing } from './editing.ts'
import { NamesFact } from './names-fact.tsx'
import { PlaceFact } from './place-fact.tsx'
import { WebsitesFact } from './websites-fact.tsx'

/** What an organisation is, each fact edited where it stands. */
export function OrganisationFacts({
  organisation,
  editing,
}: {
  organisation: Organisation
  editing: OrganisationEditing
}) {
  const { t } = useTranslation('organisations')
  const { name, focus, country, region, town, founded } = organisation
  const isCluster = organisation.kinds.includes('cluster')
  return (
    <Section title={t('section.facts')}>
      <Facts>
        <TextFact
          editing={editing}
          field="name"
          label={t('fields.name')}
          value={name}
          required
          maxLength={300}
        />
        <KindsFact organisation={organisation} editing={editing} />
        <TextFact
          editing={editing}
          field="focus"
          label={t('fields.focus')}
          value={focus}
          long
          maxLength={20_000}
        />
        <TextFact
          editing={editing}
          field="region"
          label={t('fields.region')}
          value={region}
          maxLength={300}
        />
        <TextFact editing={editing} field="town" label={t('fields.town')} value={town} maxLength={300} />
        <CountryFact country={country} editing={editing} />
        <PlaceFact organisation={organisation} editing={editing} />
        <DateFact editing={editing} field="founded" label={t('fields.founded')} value={founded} />
        <NamesFact names={organisation.names} editing={editing} />
        <WebsitesFact websites={organisation.websites} editing={editing} />
        {isCluster && <ColourFact colour={organisation.colour} editing={editing} />}
      </Facts>
    </Section>
  )
}

/** The kinds of a body in the reader's words. */
export function useKindOptions(): { value: OrganisationKind; label: string }[] {
  const { t } = useTranslation('common')
  return organisationKinds.map((value) => ({ value, label: t(`organisationKind.${value}`) }))
}

function KindsFact({ organisation, editing }: { organisation: Organisation; editing: OrganisationEditing }) {
  const { t } = useTranslation(['organisations', 'common'])
  const f = useFormat()
  const options = useKindOptions()
  const words = (kinds: readonly OrganisationKind[]) =>
    f.list(kinds.map((kind) => t(`common:organisationKind.${kind}`)))
  return (
    <EditableFact
      label={t('fields.kinds')}
      field="kinds"
      value={organisation.kinds}
      version={editing.version}
      reason={editing.reason}
      show={words}
      save={(kinds, version) => editing.save({ kinds }, version)}
      input={({ onChange, ...rest }) => (
        <MultiSelect
          {...rest}
          data={options}
          onChange={(kinds) => onChange(kinds as OrganisationKind[])}
          description={t('fields.kindsHint')}
        />
      )}
    >
      {words(organisation.kinds)}
    </EditableFact>
  )
}

function CountryFact({ country, editing }: { country: string | null; editing: OrganisationEditing }) {
  const { t } = useTranslation('organisations')
  const f = useFormat()
  return (
    <EditableFact
      label={t('fields.country')}
      field="country"
      value={country}
      version={editing.version}
      reason={editing.reason}
      show={(code) => code && f.country(code)}
      save={(code, version) => editing.save({ country: code }, version)}
      input={(input) => <CountrySelect {...input} />}
    >
      {country && f.country(country)}
    </EditableFact>
  )
}
