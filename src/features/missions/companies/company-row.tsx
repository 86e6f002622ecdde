import { useTranslation } from 'react-i18next'
import { useNoWriting } from '../../../components/may-write.ts'
import { ParticipationStateBadge } from '../../../components/participation-state-badge.tsx'
import { SampleTag } from '../../../components/sample-tag.tsx'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import type { Mission } from '../../../contract/missions.ts'
import type { Participation } from '../../../contract/participations.ts'
import { holdsPlace, type ParticipationState } from '../../../domain/participation.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Dot } from '../../../ui/dot.tsx'
import classes from './companies.module.css'
import { StepButtons } from './step-buttons.tsx'

/** One company of the list; a card on a phone. */
export function CompanyRow({
  mission,
  row,
  index,
  active,
  onFocus,
  selected,
  onSelect,
  onMove,
}: {
  mission: Mission
  row: Participation
  index: number
  /** The one row in the tab order. */
  active: boolean
  onFocus: () => void
  selected: boolean
  onSelect: () => void
  onMove: (to: ParticipationState) => void
}) {
  const { t } = useTranslation('participations')
  const f = useFormat()
  const noWriting = useNoWriting()
  const {
    organisation,
    nativeName,
    town,
    country,
    themes,
    state,
    since,
    waiting,
    score,
    people,
    side,
    sample,
  } = row
  const place = [town, country && f.country(country)].filter(Boolean).join(', ')
  return (
    <tr data-selected={selected || undefined} className={classes.row}>
      <td>
        <input
          type="checkbox"
          tabIndex={-1}
          checked={selected}
          aria-label={t('select', { name: organisation.name })}
          onChange={onSelect}
        />
      </td>
      <td>
        <ScopedLink
          to={`/missions/participations/${row.id}`}
          data-row={index}
          tabIndex={active ? 0 : -1}
          onFocus={onFocus}
          className={classes.name}
        >
          {side === 'home' && <Dot colour={row.clusterColour} />} {organisation.name}
        </ScopedLink>{' '}
        {sample && <SampleTag />}
        <small>{[nativeName, place, themes.slice(0, 3).join(', ')].filter(Boolean).join(' · ')}</small>
      </td>
      <td>
        <ParticipationStateBadge state={state} waiting={waiting} />
        <small>{t('since', { date: f.date(since) })}</small>
      </td>
      {side === 'home' && (
        <td data-label={t('column.score')} className={classes.number}>
          {score === null ? null : f.decimal(score)}
        </td>
      )}
      <td data-label={t('column.people')} className={classes.number}>
        {people.length > 0 ? f.number(people.length) : null}
      </td>
      <td data-label={t('column.meetings')} className={classes.number}>
        <Meetings row={row} />
      </td>
      {side === 'home' && (
        <td data-label={t('column.fee')}>
          <Fee mission={mission} row={row} />
        </td>
      )}
      <td>{!noWriting && <StepButtons row={row} onMove={onMove} />}</td>
    </tr>
  )
}

/** In a slot, of how many agreed; once held, how many. */
function Meetings({ row: { agreed, scheduled, held } }: { row: Participation }) {
  const { t } = useTranslation('participations')
  if (agreed === 0 && scheduled === 0) return null
  if (held > 0) return t('meetings.held', { held, count: scheduled })
  return t('meetings.scheduled', { scheduled, count: agreed })
}

/** What it pays, and whether it has. */
function Fee({ mission, row }: { mission: Mission; row: Participation }) {
  const { t } = useTranslation('participations')
  const f = useFormat()
  const fee = row.fee ?? mission.fee
  if (!fee || fee.minor === 0 || (!holdsPlace(row.state) && !row.fee && !row.feePaidOn)) return null
  return (
    <>
      {f.money(fee)}
      <small data-due={row.feePaidOn ? undefined : true}>
        {row.feePaidOn ? t('fee.paid', { date: f.date(row.feePaidOn) }) : t('fee.due')}
      </small>
    </>
  )
}
