import { Alert, Select } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useNoWriting } from '../../../../components/may-write.ts'
import type { Mission } from '../../../../contract/missions.ts'
import { check } from '../../../../domain/schedule/check.ts'
import { Dialog } from '../../../../ui/dialog.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { AddMeeting } from '../add/add-meeting.tsx'
import type { Model } from '../model.ts'
import { PlanBar } from '../plan/plan-bar.tsx'
import { useSentences } from '../sentences.ts'
import { tolerantFilter } from '../tolerant-filter.ts'
import { useViews } from '../views.ts'
import classes from './grid.module.css'
import { meetingsIn } from './grid-rows.ts'
import { GridTable } from './grid-table.tsx'
import { MeetingPanel } from './meeting-panel.tsx'
import { PhoneDays } from './phone-days.tsx'
import { ThwartedNotice } from './thwarted-notice.tsx'
import { Tray } from './tray.tsx'
import { useGridActions } from './use-grid-actions.ts'
import { useMoves } from './use-moves.ts'
import { VerdictBar } from './verdict-bar.tsx'

const mostClashes = 5

/** The schedule: the grid, what has no place yet, and the ways to fill it. */
export function ScheduleView({ model }: { mission: Mission; model: Model }) {
  const { t } = useTranslation('meetings')
  const phone = useMediaQuery('(max-width: 760px)', false, { getInitialValueInEffect: false })
  const noWriting = useNoWriting()
  const [selected, setSelected] = useState<string | null>(null)
  const [looked, setLooked] = useState<string | null>(null)
  const moves = useMoves(model)
  const actions = useGridActions(model, moves, !noWriting, setSelected)
  const say = useSentences(model)
  const { to } = useViews()
  const conflicts = useMemo(() => check(model.problem, model.timetable), [model])
  const clashing = useMemo(() => new Set(conflicts.flatMap(meetingsIn)), [conflicts])
  const people = useMemo(
    () => model.schedule.participants.map(({ id, name }) => ({ value: id, label: name })),
    [model],
  )
  const recorded = [...model.meetings.values()].some(({ state }) => state !== 'planned')
  const meeting = selected === null ? undefined : model.meetings.get(selected)
  const panel = meeting && (
    <MeetingPanel
      key={meeting.id}
      model={model}
      meeting={meeting}
      moves={moves}
      actions={actions}
      noWriting={noWriting}
      canPick={!phone}
    />
  )
  if (model.slots.length === 0 || model.tables.length === 0)
    return (
      <EmptyState title={t('grid.noGrid')} action={<Link to={to('setup')}>{t('grid.toSetup')}</Link>}>
        {t('grid.noGridText')}
      </EmptyState>
    )
  return (
    <div className={classes.view}>
      <div className={classes.toolbar}>
        <Select
          className={classes.looking}
          size="xs"
          searchable
          clearable
          aria-label={t('grid.look')}
          placeholder={t('grid.look')}
          nothingFoundMessage={t('grid.nobody')}
          data={people}
          filter={tolerantFilter}
          value={looked}
          onChange={setLooked}
        />
        <span className={classes.spring} />
        <AddMeeting model={model} noWriting={noWriting} />
        <PlanBar model={model} noWriting={noWriting} />
      </div>
      <div className={classes.main}>
        {moves.thwarted && <ThwartedNotice model={model} moves={moves} thwarted={moves.thwarted} />}
        {conflicts.length > 0 && (
          <Alert color="red" mb="sm" title={t('grid.clashes', { count: conflicts.length })}>
            <ul className={classes.clashes}>
              {conflicts.slice(0, mostClashes).map((conflict) => {
                const sentence = say.conflict(conflict)
                return <li key={sentence}>{sentence}</li>
              })}
              {conflicts.length > mostClashes && (
                <li>{t('names.more', { count: conflicts.length - mostClashes })}</li>
              )}
            </ul>
          </Alert>
        )}
        {recorded && (
          <p className={classes.recorded}>
            {(['held', 'no_show'] as const).map((state) => (
              <span key={state}>
                <i data-recorded={state} /> {t(`state.${state}`)}
              </span>
            ))}
          </p>
        )}
        {phone ? (
          <PhoneDays model={model} looked={looked} onSelect={setSelected} />
        ) : (
          <>
            <GridTable
              model={model}
              clashing={clashing}
              looked={looked}
              selected={selected}
              actions={actions}
            />
            <VerdictBar model={model} />
          </>
        )}
      </div>
      <div className={classes.aside}>
        {panel &&
          (phone ? (
            <Dialog title={t('panel.dialog')} onClose={() => setSelected(null)} size="sm">
              {panel}
            </Dialog>
          ) : (
            panel
          ))}
        <Tray model={model} actions={actions} looked={looked} selected={selected} />
      </div>
    </div>
  )
}
