import { TextInput } from '@mantine/core'
import Search from 'lucide-react/icons/search'
import { useTranslation } from 'react-i18next'
import { participationTones } from '../../../components/participation-state-badge.tsx'
import type { Participation } from '../../../contract/participations.ts'
import { type ParticipationState, participationStates } from '../../../domain/participation.ts'
import classes from './companies.module.css'
import { SortSelect } from './sort-select.tsx'
import type { CompanyView } from './use-company-view.ts'

/** How many stand in each state; pressing one narrows the list to it. */
export function Pipeline({ rows, view }: { rows: readonly Participation[]; view: CompanyView }) {
  const { t } = useTranslation(['participations', 'common'])
  const counts = new Map<ParticipationState, number>()
  for (const { state } of rows) counts.set(state, (counts.get(state) ?? 0) + 1)
  const toggle = (state: ParticipationState) =>
    view.set({
      state: view.states.includes(state)
        ? view.states.filter((one) => one !== state)
        : [...view.states, state],
    })
  return (
    <div className={classes.pipeline} role="search" aria-label={t('filters')}>
      <TextInput
        type="search"
        aria-label={t('find')}
        placeholder={t('find')}
        leftSection={<Search size={15} aria-hidden />}
        className={classes.search}
        value={view.q}
        onChange={(event) => view.set({ q: event.currentTarget.value || null })}
      />
      <ul>
        {participationStates
          .filter((state) => counts.has(state) || view.states.includes(state))
          .map((state) => (
            <li key={state}>
              <button
                type="button"
                className={classes.state}
                aria-pressed={view.states.includes(state)}
                style={{ '--tone': `var(--tone-${participationTones[state]})` } as React.CSSProperties}
                onClick={() => toggle(state)}
              >
                {t(`common:participationState.${state}`)} <strong>{counts.get(state) ?? 0}</strong>
              </button>
            </li>
          ))}
      </ul>
      <SortSelect view={view} />
    </div>
  )
}
