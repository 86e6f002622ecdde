import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useNoWriting } from '../../../../components/may-write.ts'
import type { Placement } from '../../../../contract/meetings.ts'
import type { Mission } from '../../../../contract/missions.ts'
import { meetings } from '../../../../data/meetings.ts'
import { useFormat } from '../../../../i18n/format.ts'
import { ActionButton } from '../../../../ui/action-button.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { WaitingRows } from '../../waiting-rows.tsx'
import { type Model, placementsOf } from '../model.ts'
import { RestoreResult } from './restore-result.tsx'
import { RunComparison } from './run-comparison.tsx'
import { RunFigures } from './run-figures.tsx'
import classes from './runs.module.css'
import { useRestore } from './use-restore.ts'

/** Where every meeting stands, as one text to compare. */
const placesOf = (placements: readonly Placement[]) =>
  placements
    .map(({ meetingId, slotId, tableId }) => `${meetingId} ${slotId} ${tableId}`)
    .sort()
    .join()

/** Every run of the schedule: how good it was, what differs between two, and the way back to one. */
export function RunsView({ mission, model }: { mission: Mission; model: Model }) {
  const { t } = useTranslation('meetings')
  const f = useFormat()
  const noWriting = useNoWriting()
  const [params, setParams] = useSearchParams()
  const { data } = useQuery({
    ...meetings.runs({ params: { id: mission.id } }),
    throwOnError: (_, query) => query.state.data === undefined,
  })
  const restore = useRestore(model)
  if (!data) return <WaitingRows rows={4} columns={6} />
  if (data.items.length === 0) return <EmptyState title={t('runs.empty')}>{t('runs.emptyText')}</EmptyState>
  const grid = placesOf(placementsOf(model, model.timetable))
  const compared = ['run', 'against'].map((key) => params.get(key))
  const chosen = data.items.filter(({ id }) => compared.includes(id))
  const toggle = (id: string) =>
    setParams(
      (current) => {
        const next = new URLSearchParams(current)
        const held = compared.filter((one) => one !== null && data.items.some((run) => run.id === one))
        const wanted = held.includes(id) ? held.filter((one) => one !== id) : [...held, id].slice(-2)
        next.delete('run')
        next.delete('against')
        if (wanted[0]) next.set('run', wanted[0])
        if (wanted[1]) next.set('against', wanted[1])
        return next
      },
      { replace: true, preventScrollReset: true },
    )
  return (
    <div className={classes.view}>
      <p className={classes.hint}>{t('runs.hint')}</p>
      <RestoreResult model={model} restore={restore} />
      <div className={classes.box}>
        <table className={classes.table} aria-label={t('view.runs')}>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{t('runs.compare')}</span>
              </th>
              <th scope="col">{t('runs.when')}</th>
              <th scope="col">{t('runs.kind')}</th>
              <th scope="col">{t('runs.by')}</th>
              {(['placed', 'value', 'breaks', 'moved'] as const).map((figure) => (
                <th key={figure} scope="col" data-align="end">
                  {t(`runs.${figure}`)}
                </th>
              ))}
              <th scope="col">
                <span className="visually-hidden">{t('runs.restore')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.items.map((run) => {
              const newest = run.id === model.schedule.runId
              const present = newest && placesOf(run.placements) === grid
              const name = f.instant(run.at)
              return (
                <tr key={run.id} data-present={present || undefined}>
                  <td>
                    <input
                      type="checkbox"
                      aria-label={t('runs.compareNamed', { run: name })}
                      checked={compared.includes(run.id)}
                      onChange={() => toggle(run.id)}
                    />
                  </td>
                  <th scope="row">
                    <time dateTime={run.at}>{name}</time>
                    {present && <span className={classes.present}>{t('runs.present')}</span>}
                    {newest && !present && <small>{t('runs.changedSince')}</small>}
                  </th>
                  <td>
                    {t(`runs.kinds.${run.kind}`)}
                    {run.label && <small>{run.label}</small>}
                  </td>
                  <td>{run.by?.name ?? '–'}</td>
                  <RunFigures figures={run.figures} />
                  <td data-align="end">
                    <ActionButton
                      size="compact-sm"
                      variant="subtle"
                      aria-label={t('runs.restoreNamed', { run: name })}
                      reason={noWriting}
                      loading={restore.busyWith === run.id}
                      onClick={() => restore.run(run.id)}
                    >
                      {t('runs.restore')}
                    </ActionButton>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {chosen[0] && <RunComparison model={model} older={chosen[1] ?? null} newer={chosen[0]} />}
    </div>
  )
}
