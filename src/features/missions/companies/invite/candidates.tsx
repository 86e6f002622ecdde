import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import Plus from 'lucide-react/icons/plus'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNoWriting } from '../../../../components/may-write.ts'
import { ParticipationStateBadge } from '../../../../components/participation-state-badge.tsx'
import type { Mission } from '../../../../contract/missions.ts'
import type { OrganisationRow } from '../../../../contract/organisations.ts'
import type { Participation } from '../../../../contract/participations.ts'
import { organisations } from '../../../../data/organisations.ts'
import { useFormat } from '../../../../i18n/format.ts'
import { ActionButton } from '../../../../ui/action-button.tsx'
import { CountrySelect } from '../../../../ui/country-select.tsx'
import { Dot } from '../../../../ui/dot.tsx'
import { FieldRow } from '../../../../ui/field-row.tsx'
import { rowsOf, totalOf } from '../../../../ui/table-pages.ts'
import { useCompanies } from '../use-companies.ts'
import classes from './invite.module.css'
import { NewCandidate } from './new-candidate.tsx'

const candidateKinds = ['company', 'research', 'partner', 'chamber', 'public_body', 'association'] as const

const kindOf = (text: string | null) => candidateKinds.find((kind) => kind === text)

type Chosen = ReadonlyMap<string, string>

/** Organisations by name, kind, country and cluster, several chosen at once. Who is in the mission already says so. */
export function Candidates({
  mission,
  side,
  chosen,
  onChoose,
}: {
  mission: Mission
  side: 'home' | 'partner'
  /** Names by id. */
  chosen: Chosen
  onChoose: (chosen: Chosen) => void
}) {
  const { t } = useTranslation(['participations', 'common', 'ui'])
  const f = useFormat()
  const [filter, setFilter] = useState({
    text: '',
    kind: side === 'home' ? 'company' : (null as string | null),
    country: side === 'partner' ? mission.country : null,
    cluster: null as string | null,
  })
  const [creating, setCreating] = useState(false)
  const noWriting = useNoWriting()
  const set = (patch: Partial<typeof filter>) => setFilter((current) => ({ ...current, ...patch }))
  const [q] = useDebouncedValue(filter.text.trim(), 200)
  const pages = useInfiniteQuery({
    ...organisations.list({
      q: q || undefined,
      kind: filter.kind ?? undefined,
      country: filter.country ?? undefined,
      cluster: filter.cluster ?? undefined,
      sort: 'name',
    }),
    placeholderData: keepPreviousData,
  })
  // Until the answer to what was typed last is there, the list shows the one before.
  const outdated = pages.isPlaceholderData || q !== filter.text.trim()
  const rows: OrganisationRow[] = rowsOf(pages)
  const { rows: inIt } = useCompanies(mission.id)
  const known = new Map(inIt.map((one) => [one.organisation.id, one]))
  const free = rows.filter(({ id }) => !known.has(id))
  const clusters = mission.bodies.filter(({ isCluster }) => isCluster)
  const toggle = ({ id, name }: OrganisationRow) => {
    const next = new Map(chosen)
    if (!next.delete(id)) next.set(id, name)
    onChoose(next)
  }
  return (
    <section aria-label={t('invite.candidates')} className={classes.candidates}>
      <FieldRow>
        <TextInput
          type="search"
          label={t('invite.find')}
          data-autofocus
          value={filter.text}
          onChange={(event) => set({ text: event.currentTarget.value })}
          // Enter searches; it does not invite.
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
        <Select
          label={t('invite.kind')}
          clearable
          placeholder={t('ui:list.any')}
          data={candidateKinds.map((value) => ({ value, label: t(`common:organisationKind.${value}`) }))}
          value={filter.kind}
          onChange={(kind) => set({ kind })}
        />
        <CountrySelect
          label={t('invite.country')}
          value={filter.country}
          onChange={(country) => set({ country })}
        />
        {side === 'home' && clusters.length > 0 && (
          <Select
            label={t('invite.memberOf')}
            clearable
            placeholder={t('ui:list.any')}
            data={clusters.map(({ organisation }) => ({ value: organisation.id, label: organisation.name }))}
            value={filter.cluster}
            onChange={(cluster) => set({ cluster })}
          />
        )}
      </FieldRow>
      <div className={classes.head}>
        <span role="status">
          {t('invite.found', { count: totalOf(pages) ?? 0 })} · {t('invite.chosen', { count: chosen.size })}
        </span>
        <Button
          variant="subtle"
          size="compact-sm"
          disabled={outdated || free.length === 0}
          onClick={() => onChoose(new Map([...chosen, ...free.map(({ id, name }) => [id, name] as const)]))}
        >
          {t('invite.all')}
        </Button>
        {chosen.size > 0 && (
          <Button variant="subtle" color="gray" size="compact-sm" onClick={() => onChoose(new Map())}>
            {t('ui:table.clearSelection')}
          </Button>
        )}
        {!creating && (
          <ActionButton
            variant="subtle"
            size="compact-sm"
            reason={noWriting}
            leftSection={<Plus size={14} aria-hidden />}
            onClick={() => setCreating(true)}
          >
            {q && q === filter.text.trim() ? t('invite.createNamed', { name: q }) : t('invite.create')}
          </ActionButton>
        )}
      </div>
      {creating && (
        <NewCandidate
          name={filter.text.trim()}
          kind={kindOf(filter.kind) ?? (side === 'home' ? 'company' : 'partner')}
          kinds={candidateKinds}
          country={filter.country}
          onCancel={() => setCreating(false)}
          onCreated={({ id, name }) => {
            onChoose(new Map([...chosen, [id, name]]))
            setCreating(false)
          }}
        />
      )}
      <ul
        className={classes.list}
        aria-busy={pages.isPending || outdated}
        aria-label={t('invite.candidates')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and may hold nothing else that takes the focus
        tabIndex={0}
      >
        {rows.map((row) => (
          <Candidate
            key={row.id}
            row={row}
            participation={known.get(row.id)}
            checked={chosen.has(row.id)}
            onToggle={() => toggle(row)}
          />
        ))}
        {!pages.isPending && rows.length === 0 && <li className={classes.none}>{t('ui:table.nothing')}</li>}
        {pages.hasNextPage && (
          <li>
            <Button
              variant="subtle"
              size="compact-sm"
              loading={pages.isFetchingNextPage}
              onClick={() => void pages.fetchNextPage()}
            >
              {t('invite.more', {
                count: (totalOf(pages) ?? 0) - rows.length,
                formatted: f.number((totalOf(pages) ?? 0) - rows.length),
              })}
            </Button>
          </li>
        )}
      </ul>
    </section>
  )
}

function Candidate({
  row,
  participation,
  checked,
  onToggle,
}: {
  row: OrganisationRow
  /** Its path through the mission, where it is in it already. */
  participation: Participation | undefined
  checked: boolean
  onToggle: () => void
}) {
  const { t } = useTranslation('common')
  const f = useFormat()
  const { name, aliases, kinds, town, country, colour } = row
  const place = [town, country && f.country(country)].filter(Boolean).join(', ')
  return (
    <li className={classes.candidate}>
      <Checkbox
        checked={checked || participation !== undefined}
        disabled={participation !== undefined}
        onChange={onToggle}
        label={
          <>
            {colour && <Dot colour={colour} />} {name}
          </>
        }
        description={[aliases[0], place, f.list(kinds.map((kind) => t(`organisationKind.${kind}`)))]
          .filter(Boolean)
          .join(' · ')}
      />
      {participation && (
        <ParticipationStateBadge state={participation.state} waiting={participation.waiting} />
      )}
    </li>
  )
}
