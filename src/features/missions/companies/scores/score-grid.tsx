import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNoWriting } from '../../../../components/may-write.ts'
import { ParticipationStateBadge } from '../../../../components/participation-state-badge.tsx'
import { ScopedLink } from '../../../../components/scoped-link.tsx'
import type { Mission } from '../../../../contract/missions.ts'
import type { Participation } from '../../../../contract/participations.ts'
import { useFormat } from '../../../../i18n/format.ts'
import { Dot } from '../../../../ui/dot.tsx'
import classes from './scores.module.css'
import { useOrder } from './use-order.ts'
import { useScores } from './use-scores.ts'

/** Companies × criteria. A digit from 0 to 5 gives a score, the arrows go from cell to cell, Delete takes it away. */
export function ScoreGrid({ mission, rows }: { mission: Mission; rows: readonly Participation[] }) {
  const { t } = useTranslation('participations')
  const { ordered, by, sort } = useOrder(rows)
  const box = useRef<HTMLTableElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, [number, number]> = {
      ArrowDown: [1, 0],
      ArrowUp: [-1, 0],
      ArrowRight: [0, 1],
      ArrowLeft: [0, -1],
      Enter: [1, 0],
    }
    const step = steps[event.key]
    const cell = (event.target as HTMLElement).dataset.cell?.split(' ').map(Number)
    if (!step || !cell) return
    const [row = 0, column = 0] = cell
    const next = box.current?.querySelector<HTMLInputElement>(
      `[data-cell="${row + step[0]} ${column + step[1]}"]`,
    )
    event.preventDefault()
    next?.focus()
    next?.select()
  }
  return (
    <div className={classes.scroll}>
      <table ref={box} className={classes.grid} aria-label={t('score.grid')} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <SortHead
              label={t('column.organisation')}
              on={by === 'organisation'}
              onSort={() => sort('organisation')}
            />
            {mission.criteria.map(({ id, name, weight }) => (
              <th key={id} scope="col">
                {name}
                {weight > 1 && <small> × {weight}</small>}
                <small className={classes.scale}>0–5</small>
              </th>
            ))}
            <SortHead label={t('column.score')} on={by === 'score'} onSort={() => sort('score')} />
          </tr>
        </thead>
        <tbody>
          {ordered.map((row, index) => (
            <ScoreRow key={row.id} mission={mission} row={row} index={index} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A head that puts the rows in order by its column. */
function SortHead({ label, on, onSort }: { label: string; on: boolean; onSort: () => void }) {
  const { t } = useTranslation('ui')
  return (
    <th scope="col" aria-sort={on ? 'descending' : undefined}>
      <button type="button" className={classes.sort} data-on={on || undefined} onClick={onSort}>
        <span className="visually-hidden">{t('table.sortBy', { column: label })}</span>
        <span aria-hidden>
          {label} {on && '↓'}
        </span>
      </button>
    </th>
  )
}

function ScoreRow({ mission, row, index }: { mission: Mission; row: Participation; index: number }) {
  const { t } = useTranslation('participations')
  const f = useFormat()
  const noWriting = useNoWriting()
  const { scores, mean, set, flush } = useScores(mission, row)
  const { organisation, clusterColour, state, waiting } = row
  // The cell in which something was typed that is no score.
  const [refused, setRefused] = useState<{ id: string; text: string } | null>(null)
  const refusalId = useId()
  return (
    <tr
      onBlur={(event) => {
        setRefused(null)
        if (!event.currentTarget.contains(event.relatedTarget)) flush()
      }}
    >
      <th scope="row">
        <span className={classes.company}>
          <ScopedLink to={`/missions/participations/${row.id}`}>
            <Dot colour={clusterColour} /> {organisation.name}
          </ScopedLink>
          <ParticipationStateBadge state={state} waiting={waiting} />
        </span>
      </th>
      {mission.criteria.map(({ id, name }, column) => (
        <td key={id} data-label={name}>
          <input
            inputMode="numeric"
            autoComplete="off"
            data-cell={`${index} ${column}`}
            aria-label={t('score.cell', { name: organisation.name, criterion: name })}
            aria-invalid={refused?.id === id || undefined}
            aria-describedby={refused?.id === id ? refusalId : undefined}
            readOnly={noWriting !== null}
            value={scores.get(id) ?? ''}
            onFocus={(event) => event.currentTarget.select()}
            onChange={(event) => {
              const text = event.currentTarget.value.trim()
              const isScore = /^[0-5]?$/.test(text)
              setRefused(isScore ? null : { id, text })
              if (isScore) set(id, text === '' ? null : Number(text))
            }}
          />
          {refused?.id === id && (
            <small id={refusalId} role="alert" className={classes.refused}>
              {t('score.refused', { text: refused.text })}
            </small>
          )}
        </td>
      ))}
      <td className={classes.mean} data-label={t('column.score')}>
        {mean === null ? '–' : f.decimal(mean)}
      </td>
    </tr>
  )
}
