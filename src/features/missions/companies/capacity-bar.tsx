import { useTranslation } from 'react-i18next'
import type { Mission } from '../../../contract/missions.ts'
import type { Participation } from '../../../contract/participations.ts'
import { holdsPlace, roomFor } from '../../../domain/participation.ts'
import { Dot } from '../../../ui/dot.tsx'
import { groupBy } from '../../../ui/group-by.ts'
import classes from './companies.module.css'

/** How many places are taken, by the colours of the clusters that the companies came from, and how many wait. */
export function CapacityBar({
  mission: { capacity },
  rows,
}: {
  mission: Mission
  rows: readonly Participation[]
}) {
  const { t } = useTranslation('participations')
  const { taken, free, full } = roomFor(capacity, rows)
  const waiting = rows.filter(({ state }) => state === 'waitlisted').length
  const placed = rows.filter(({ state }) => holdsPlace(state))
  const clusters = [...groupBy(placed, ({ cluster }) => cluster?.id ?? '')].map(([id, own]) => ({
    id,
    name: own[0]?.cluster?.name ?? t('noCluster'),
    colour: own[0]?.clusterColour ?? null,
    count: own.length,
  }))
  const of = Math.max(capacity ?? 0, taken, 1)
  if (capacity === null && taken === 0) return null
  return (
    <section className={classes.capacity} aria-label={t('capacity.label')}>
      <p>
        <strong>
          {capacity === null
            ? t('capacity.open', { count: taken })
            : t('capacity.of', { taken, count: capacity })}
        </strong>
        {waiting > 0 && <span>{t('capacity.waiting', { count: waiting })}</span>}
        {full ? (
          <span className={classes.full}>{t('capacity.full')}</span>
        ) : (
          free !== null && <span>{t('capacity.free', { count: free })}</span>
        )}
      </p>
      <div className={classes.track} aria-hidden>
        {clusters.map(({ id, colour, count }) => (
          <span
            key={id}
            style={{ width: `${(count / of) * 100}%`, background: colour ?? 'var(--ink-soft)' }}
          />
        ))}
      </div>
      <ul className={classes.legend}>
        {clusters.map(({ id, name, colour, count }) => (
          <li key={id}>
            <Dot colour={colour} /> {name} {count}
          </li>
        ))}
      </ul>
    </section>
  )
}
