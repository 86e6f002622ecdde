import { Button, Group, Select } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormErrors } from '../../../../components/form-errors.tsx'
import { useWrite } from '../../../../components/use-write.ts'
import { meetings } from '../../../../data/meetings.ts'
import { mayMeet } from '../../../../domain/matching.ts'
import { canBeMet } from '../../../../domain/participation.ts'
import { ActionButton } from '../../../../ui/action-button.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { FieldRow } from '../../../../ui/field-row.tsx'
import type { Model } from '../model.ts'
import { useNames } from '../names.ts'
import { useRefusals } from '../refusals.ts'
import { useSentences } from '../sentences.ts'
import { tolerantFilter } from '../tolerant-filter.ts'
import classes from './add.module.css'
import { newMeeting, type Spot } from './new-meeting.ts'
import { usePairState } from './use-pair-state.ts'

/** A meeting by hand: who meets whom, and where. What is in the way is said before it is saved. */
export function AddDialog({ model, onClose }: { model: Model; onClose: () => void }) {
  const { t } = useTranslation(['meetings', 'common'])
  const names = useNames(model)
  const say = useSentences(model)
  const refusals = useRefusals()
  const [aId, setA] = useState<string | null>(null)
  const [bId, setB] = useState<string | null>(null)
  /** What was chosen; until then, the first place that is free. */
  const [chosen, setChosen] = useState<Partial<Spot>>({})
  const { missionId, participants, slots } = model.schedule
  const two = useMemo(() => (aId && bId ? newMeeting(model, aId, bId) : null), [model, aId, bId])
  const first = useMemo(() => two?.firstFree() ?? null, [two])
  const pair = usePairState(missionId, aId, bId)
  const slot = chosen.slot ?? first?.slot
  const table = chosen.table ?? first?.table
  const spot = slot === undefined || table === undefined ? null : { slot, table }

  const done = {
    message: () => t('add.added', { a: names.who(aId ?? ''), b: names.who(bId ?? '') }),
    onDone: onClose,
  }
  const create = useWrite(meetings.create, done)
  const place = useWrite(meetings.update, done)
  const error = create.error ?? place.error
  const held = two?.held
  const isBusy = create.isPending || place.isPending

  const obstacles = (): string[] => {
    if (!two) return []
    if (held && (held.slotId !== null || held.state !== 'planned')) {
      const state = t(`state.${held.state}`)
      const where = held.slotId ? names.slotById(held.slotId) : t('panel.off')
      return [t('add.held', { where, state })]
    }
    if (pair && !mayMeet({ state: pair })) return [t(`add.pair.${pair as Exclude<typeof pair, 'agreed'>}`)]
    if (!spot) return first ? [] : [t('add.noPlace')]
    return two.conflictsAt(spot).map(say.conflict)
  }
  const inTheWay = obstacles()
  const missing = !aId || !bId ? t('add.chooseTwo') : spot ? null : t('add.choosePlace')
  const reason = inTheWay[0] ?? missing ?? (pair === undefined ? t('loading') : null)
  const refused = refusals(error)

  const save = () => {
    if (!aId || !bId || !spot || isBusy) return
    const where = { slotId: model.slots[spot.slot]?.id ?? null, tableId: spot.table }
    if (held) place.mutate({ params: { id: held.id }, body: where, version: held.version })
    else create.mutate({ params: { id: missionId }, body: { pairs: [{ aId, bId, ...where }] } })
  }
  const options = (but: string | null) =>
    (['home', 'partner'] as const).map((side) => ({
      group: t(`side.${side}`),
      items: participants
        .filter((one) => one.side === side && one.id !== but && canBeMet(one.state))
        .map(({ id, name }) => ({ value: id, label: name })),
    }))
  const people = { searchable: true, filter: tolerantFilter, nothingFoundMessage: t('grid.nobody') }
  return (
    <Dialog title={t('add.title')} onClose={onClose} size="md">
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (!reason) save()
        }}
      >
        <Select
          {...people}
          label={t('add.who')}
          data={options(bId)}
          value={aId}
          onChange={setA}
          data-autofocus
          openOnFocus={false}
        />
        <Select
          {...people}
          label={t('add.whom')}
          data={options(aId).toReversed()}
          value={bId}
          onChange={setB}
        />
        <FieldRow>
          <Select
            label={t('add.slot')}
            searchable
            data={slots.map(({ id }) => {
              const index = model.slotIndex.get(id) ?? 0
              return { value: String(index), label: names.slot(index) }
            })}
            value={slot === undefined ? null : String(slot)}
            allowDeselect={false}
            onChange={(next) => next !== null && setChosen({ ...chosen, slot: Number(next) })}
          />
          <Select
            label={t('add.table')}
            searchable
            data={model.tables.map(({ id, name }) => ({ value: id, label: name }))}
            value={table ?? null}
            allowDeselect={false}
            onChange={(next) => next !== null && setChosen({ ...chosen, table: next })}
          />
        </FieldRow>
        <div role="status" className={classes.verdict} data-blocked={inTheWay.length > 0 || undefined}>
          {inTheWay.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {inTheWay.length === 0 && two && spot && pair !== undefined && (
            <p>{t(pair === null ? 'add.freeUnasked' : 'add.free')}</p>
          )}
        </div>
        {refused.length > 0 ? (
          <div role="alert" className={classes.verdict} data-blocked>
            {refused.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
        ) : (
          <FormErrors error={error} />
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <ActionButton type="submit" reason={reason} loading={isBusy}>
            {t('add.save')}
          </ActionButton>
        </Group>
      </form>
    </Dialog>
  )
}
