import { type DragEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { canBeMet } from '../../../../domain/participation.ts'
import { explainer } from '../../../../domain/schedule/explain.ts'
import type { Model } from '../model.ts'
import { useNames } from '../names.ts'
import { useReasons } from '../plan/reasons.ts'
import { WhyNot } from '../plan/why-not.tsx'
import classes from './grid.module.css'
import { usePick } from './pick-store.ts'
import { indexOf } from './targets.ts'
import type { GridActions } from './use-grid-actions.ts'

interface Props {
  model: Model
  actions: GridActions
  looked: string | null
  selected: string | null
}

/** Meetings without a place, the most wanted first, each with the reason where one is known. Dropping one here takes it off the grid. */
export function Tray({ model, actions, looked, selected }: Props) {
  const { t } = useTranslation('meetings')
  const names = useNames(model)
  const reasonsOf = useMemo(() => explainer(model.problem, model.timetable), [model])
  const say = useReasons(model)
  const [over, setOver] = useState(false)
  const unplaced = useMemo(() => {
    const placed = indexOf(model).placed
    return model.problem.meetings
      .filter(({ id, a, b }) => !placed.has(id) && (!looked || a === looked || b === looked))
      .toSorted((x, y) => y.value - x.value)
  }, [model, looked])
  const gone = model.gone.filter(({ aId, bId }) => !looked || aId === looked || bId === looked)
  const away = (...two: string[]) => {
    const left = two.filter((one) => !canBeMet(model.participants.get(one)?.state ?? 'withdrawn'))
    return left.length > 0 ? t('tray.gone', { who: names.list(left.map(names.who)) }) : t('refused.notAgreed')
  }
  const mayDrop = (event: DragEvent) => {
    const { picked } = usePick.getState()
    if (!picked || !indexOf(model).placed.has(picked)) return
    event.preventDefault()
    setOver(true)
  }
  return (
    <section
      className={`${classes.side} ${classes.dropOff}`}
      aria-label={t('tray.title')}
      data-over={over || undefined}
      onDragOver={mayDrop}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const { picked } = usePick.getState()
        if (picked) actions.takeOff(picked)
      }}
    >
      <h2>
        {t('tray.title')} <small>{unplaced.length}</small>
      </h2>
      {unplaced.length === 0 && <p className={classes.why}>{t('tray.none')}</p>}
      <ul className={classes.tray}>
        {unplaced.map(({ id, value }) => {
          const isMeeting = model.meetings.has(id)
          const reasons = reasonsOf(id)
          return (
            <li key={id}>
              <div className={classes.trayHead}>
                <button
                  type="button"
                  className={classes.pair}
                  draggable={isMeeting && actions.mayMove}
                  aria-disabled={!isMeeting}
                  aria-pressed={selected === id}
                  aria-describedby="tray-help"
                  onDragStart={(event) => {
                    event.dataTransfer.effectAllowed = 'move'
                    event.dataTransfer.setData('text/plain', id)
                    if (!actions.pickUp(id)) event.preventDefault()
                  }}
                  onDragEnd={() => usePick.getState().drop()}
                  onClick={() => isMeeting && actions.select(id)}
                  onKeyDown={(event) => {
                    if (event.key.toLowerCase() !== 'm' || !isMeeting) return
                    event.preventDefault()
                    if (actions.pickUp(id))
                      document
                        .querySelector<HTMLElement>('[data-grid-box] [data-cell][tabindex="0"]')
                        ?.focus()
                  }}
                >
                  {names.pair(id)}
                </button>
                <small title={t('tray.worth', { count: value })} className="figures">
                  {value}
                </small>
              </div>
              {!isMeeting && <p className={classes.why}>{t('tray.open')}</p>}
              <WhyNot
                // Before anything was scheduled there is room for all: said of the one that is looked at.
                reasons={reasons.filter(({ code }) => code !== 'room' || selected === id)}
                say={say}
              />
            </li>
          )
        })}
      </ul>
      {gone.length > 0 && (
        <details className={classes.gone}>
          <summary>{t('tray.goneTitle', { count: gone.length })}</summary>
          <ul className={classes.tray}>
            {gone.map(({ id, aId, bId }) => (
              <li key={id}>
                <button type="button" className={classes.pair} onClick={() => actions.select(id)}>
                  {names.pair(id)}
                </button>
                <p className={classes.why}>{away(aId, bId)}</p>
              </li>
            ))}
          </ul>
        </details>
      )}
      <p id="tray-help" className="visually-hidden">
        {t('tray.help')}
      </p>
    </section>
  )
}
