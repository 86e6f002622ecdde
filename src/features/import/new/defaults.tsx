import { NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { organisationKinds } from '../../../contract/organisations.ts'
import { missions } from '../../../data/missions.ts'
import { organisations } from '../../../data/organisations.ts'
import { CountrySelect } from '../../../ui/country-select.tsx'
import { Section } from '../../../ui/section.tsx'
import classes from '../import.module.css'
import type { Choices } from './choices.ts'

/** What is true of all rows: the kind of body, its cluster, the mission that they took part in; and what an update does. */
export function Defaults({ choices, set }: { choices: Choices; set: (choices: Partial<Choices>) => void }) {
  const { t } = useTranslation(['imports', 'common'])
  const { defaults, onUpdate } = choices
  const change = (more: Partial<Choices['defaults']>) => set({ defaults: { ...defaults, ...more } })
  const clusters = useQuery(organisations.page({ query: { kind: 'cluster', limit: 200 } }))
  const held = useQuery(missions.page({ query: { limit: 200 } }))
  const none = { value: '', label: t('defaults.none') }
  return (
    <Section title={t('defaults.title')}>
      <div className={classes.choices}>
        <NativeSelect
          label={t('defaults.kind')}
          value={defaults.kind}
          data={organisationKinds.map((value) => ({ value, label: t(`common:organisationKind.${value}`) }))}
          onChange={(event) => change({ kind: event.currentTarget.value })}
        />
        <CountrySelect
          label={t('defaults.country')}
          value={defaults.country}
          onChange={(country) => change({ country })}
        />
        <NativeSelect
          label={t('defaults.cluster')}
          value={defaults.cluster ?? ''}
          data={[none, ...(clusters.data?.items.map(({ name }) => name) ?? [])]}
          onChange={(event) => change({ cluster: event.currentTarget.value || null })}
        />
        {defaults.cluster && (
          <TextInput
            label={t('defaults.memberFrom')}
            placeholder="2008"
            value={defaults.memberFrom ?? ''}
            onChange={(event) => change({ memberFrom: event.currentTarget.value || null })}
          />
        )}
        <NativeSelect
          label={t('defaults.mission')}
          value={defaults.mission ?? ''}
          data={[none, ...(held.data?.items.map(({ title }) => title) ?? [])]}
          onChange={(event) => change({ mission: event.currentTarget.value || null })}
        />
        <NativeSelect
          label={t('defaults.onUpdate')}
          value={onUpdate}
          data={(['fill', 'overwrite'] as const).map((value) => ({ value, label: t(`defaults.${value}`) }))}
          onChange={(event) => set({ onUpdate: event.currentTarget.value as Choices['onUpdate'] })}
        />
      </div>
    </Section>
  )
}
