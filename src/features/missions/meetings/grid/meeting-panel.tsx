import { CloseButton, MultiSelect, SegmentedControl } from '@mantine/core'
import Lock from 'lucide-react/icons/lock'
import LockOpen from 'lucide-react/icons/lock-open'
import { useTranslation } from 'react-i18next'
import { useWrite } from '../../../../components/use-write.ts'
import type { Meeting } from '../../../../contract/meetings.ts'
import { meetings } from '../../../../data/meetings.ts'
import { ActionButton } from '../../../../ui/action-button.tsx'
import type { Model } from '../model.ts'
import { useNames } from '../names.ts'
import classes from './grid.module.css'
import type { GridActions } from './use-grid-actions.ts'
import { focusCell } from './use-grid-keys.ts'
import type { Moves } from './use-moves.ts'

interface Props {
  model: Model
  meeting: Meeting
  moves: Moves
  actions: GridActions
  noWriting: string | null
  /** There is a grid to put it on. */
  canPick: boolean
}

/** One meeting: where it stands, what binds it, and what can be done with it. */
export function MeetingPanel({ model, meeting, moves, actions, noWriting, canPick }: Props) {
  const { t } = useTranslation(['meetings', 'common'])
  const names = useNames(model)
  const pair = names.pair(meeting.id)
  const remove = useWrite(meetings.remove, {
    message: () => t('panel.removed', { pair }),
    onDone: () => actions.select(null),
    failure: 'toast',
  })
  const placed = meeting.slotId !== null && meeting.tableId !== null
  const recorded = meeting.state !== 'planned' ? t('grid.isRecorded', { pair }) : null
  const pinned = noWriting ?? recorded ?? (meeting.locked ? t('grid.isLocked', { pair }) : null)
  // Those that one of the two also takes part in: what else a rule would be about.
  const others = [...model.meetings.values()].filter(
    ({ id, aId, bId }) =>
      id !== meeting.id && [aId, bId].some((one) => one === meeting.aId || one === meeting.bId),
  )
  const listed = [
    ...others,
    ...meeting.after.flatMap((id) => {
      const held = model.meetings.get(id)
      return held && !others.includes(held) ? [held] : []
    }),
  ]
  return (
    <section className={classes.panel} aria-label={t('panel.title', { pair })}>
      <div className={classes.panelHead}>
        <strong>{pair}</strong>
        <CloseButton size="sm" aria-label={t('common:close')} onClick={() => actions.select(null)} />
      </div>
      <p>
        {placed
          ? `${names.slotById(meeting.slotId ?? '')} · ${names.table(meeting.tableId ?? '')}`
          : t('panel.off')}
        {` · ${t('tray.worth', { count: meeting.value })}`}
        {recorded && ` · ${t(`state.${meeting.state}`)}`}
      </p>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('panel.bound')}
        value={meeting.bound}
        disabled={Boolean(noWriting ?? recorded)}
        data={(['any', 'morning', 'afternoon'] as const).map((value) => ({
          value,
          label: t(`bound.${value}`),
        }))}
        onChange={(value) => {
          const bound = value as Meeting['bound']
          void moves.change(meeting, { bound }, t('moved.bound', { pair, bound: t(`bound.${bound}`) }))
        }}
      />
      <MultiSelect
        mt="xs"
        size="xs"
        searchable
        hidePickedOptions
        label={t('panel.after')}
        placeholder={meeting.after.length > 0 ? undefined : t('panel.afterNone')}
        disabled={Boolean(noWriting ?? recorded)}
        data={listed.map(({ id }) => ({ value: id, label: names.pair(id) }))}
        value={meeting.after.filter((id) => model.meetings.has(id))}
        onChange={(after) => void moves.change(meeting, { after }, t('moved.after', { pair }))}
      />
      <div className={classes.panelActions}>
        {canPick && (
          <ActionButton
            size="xs"
            variant="light"
            reason={pinned}
            onClick={() => {
              if (!actions.pickUp(meeting.id)) return
              const slot = model.slotIndex.get(meeting.slotId ?? '') ?? 0
              const table = model.tableIndex.get(meeting.tableId ?? '') ?? 0
              focusCell(document.querySelector('[data-grid-box]'), { slot, table })
            }}
          >
            {t(placed ? 'panel.move' : 'panel.place')}
          </ActionButton>
        )}
        {placed && (
          <ActionButton
            size="xs"
            variant="default"
            reason={noWriting ?? recorded}
            leftSection={meeting.locked ? <LockOpen size={13} aria-hidden /> : <Lock size={13} aria-hidden />}
            onClick={() => actions.toggleLock(meeting.id)}
          >
            {t(meeting.locked ? 'panel.unlock' : 'panel.lock')}
          </ActionButton>
        )}
        {placed && (
          <ActionButton
            size="xs"
            variant="default"
            reason={pinned}
            onClick={() => actions.takeOff(meeting.id)}
          >
            {t('panel.takeOff')}
          </ActionButton>
        )}
        <ActionButton
          size="xs"
          variant="subtle"
          color="red"
          reason={noWriting ?? recorded}
          loading={remove.isPending}
          onClick={() => remove.mutate({ params: { id: meeting.id }, version: meeting.version })}
        >
          {t('common:remove')}
        </ActionButton>
      </div>
    </section>
  )
}
