import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useNoWriting } from '../../../../components/may-write.ts'
import { ParticipationStateBadge } from '../../../../components/participation-state-badge.tsx'
import { ScopedLink } from '../../../../components/scoped-link.tsx'
import type { Mission } from '../../../../contract/missions.ts'
import type { Participation } from '../../../../contract/participations.ts'
import { useFormat } from '../../../../i18n/format.ts'
import { Dot } from '../../../../ui/dot.tsx'
import classes from './scores.module.css'
import { useScores } from './use-scores.ts'

/** Companies × criteria. A digit from 0 to 5 gives a score, the arrows go from cell to cell, Delete takes it away. */
export function ScoreGrid({ mission, rows }: { mission: Mission; rows: readonly Participation[] }) {
  const { t } = useTranslation('participations')
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
            <th scope="col">{t('column.organisation')}</th>
            {mission.criteria.map(({ id, name, weight }) => (
              <th key={id} scope="col">
                {name}
                {weight > 1 && <small> × {weight}</small>}
              </th>
            ))}
            <th scope="col">{t('column.score')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <ScoreRow key={row.id} mission={mission} row={row} index={index} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function ScoreRow({ mission, row, index }: { mission: Mission; row: Participation; index: number }) {
  const { t } = useTranslation('participations')
  const f = useFormat()
  const noWriting = useNoWriting()
  const { scores, mean, set, flush } = useScores(mission, row)
  const { organisation, clusterColour, state, waiting } = row
  return (
    <tr
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) flush()
      }}
    >
      <th scope="row">
        <ScopedLink to={`/missions/participations/${row.id}`}>
          <Dot colour={clusterColour} /> {organisation.name}
        </ScopedLink>{' '}
        <ParticipationStateBadge state={state} waiting={waiting} />
      </th>
      {mission.criteria.map(({ id, name }, column) => (
        <td key={id} data-label={name}>
          <input
            inputMode="numeric"
            autoComplete="off"
            maxLength={1}
            data-cell={`${index} ${column}`}
            aria-label={t('score.cell', { name: organisation.name, criterion: name })}
            readOnly={noWriting !== null}
            value={scores.get(id) ?? ''}
            onFocus={(event) => event.currentTarget.select()}
            onChange={(event) => {
              const text = event.currentTarget.value.trim()
              if (text === '') set(id, null)
              else if (/^[0-5]$/.test(text)) set(id, Number(text))
            }}
          />
        </td>
      ))}
      <td className={classes.mean} data-label={t('column.score')}>
        {mean === null ? '–' : f.decimal(mean)}
      </td>
    </tr>
  )
}
