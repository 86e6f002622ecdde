import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Difference, Place } from '../../../../domain/schedule/differences.ts'
import type { Model } from '../model.ts'
import { useNames } from '../names.ts'
import classes from './plan.module.css'

const shownAtOnce = 30

/** What would change on the grid, one line a meeting. */
export function DifferenceList({
  model,
  differences,
  before,
  after,
}: {
  model: Model
  differences: readonly Difference[]
  /** What the two columns of places are called, where they aren't now and then. */
  before?: string
  after?: string
}) {
  const { t } = useTranslation('meetings')
  const names = useNames(model)
  const [shown, setShown] = useState(shownAtOnce)
  const place = (at: Place | null) => (at ? `${names.slot(at.slot)} · ${names.table(at.table)}` : '—')
  if (differences.length === 0) return <p className={classes.soft}>{t('plan.noDifference')}</p>
  return (
    <>
      <DifferenceCounts differences={differences} />
      <div className={classes.differences}>
        <table aria-label={t('plan.differences', { count: differences.length })}>
          <thead>
            <tr>
              <th scope="col">{t('plan.meeting')}</th>
              <th scope="col">{before ?? t('plan.before')}</th>
              <th scope="col">{after ?? t('plan.after')}</th>
            </tr>
          </thead>
          <tbody>
            {differences.slice(0, shown).map(({ meeting, before: was, after: is, kind }) => (
              <tr key={meeting} data-kind={kind}>
                <th scope="row">{names.pair(meeting)}</th>
                <td>{place(was)}</td>
                <td>{kind === 'removed' ? t('plan.losesPlace') : place(is)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {differences.length > shown && (
          <Button variant="subtle" size="compact-sm" onClick={() => setShown(shown + 200)}>
            {t('names.more', { count: differences.length - shown })}
          </Button>
        )}
      </div>
    </>
  )
}

const kinds = ['removed', 'moved', 'table', 'placed'] as const

/** How many meetings would be moved, change tables, come to the grid and leave it. */
function DifferenceCounts({ differences }: { differences: readonly Difference[] }) {
  const { t } = useTranslation('meetings')
  const counts = kinds.map((kind) => [kind, differences.filter((one) => one.kind === kind).length] as const)
  return (
    <ul className={classes.counts}>
      {counts.map(
        ([kind, count]) =>
          count > 0 && (
            <li key={kind} data-kind={kind}>
              {t(`plan.counts.${kind}`, { count })}
            </li>
          ),
      )}
    </ul>
  )
}
