import { Button, Checkbox, Popover } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../i18n/format.ts'
import { groupBy } from '../../../../ui/group-by.ts'
import type { Model } from '../model.ts'
import { shortDay } from '../names.ts'
import classes from './setup.module.css'
import type { SlotRow, TableRow } from './setup-draft.ts'

/** In which slots a table can't be used. Slots that were never saved can't be closed yet. */
export function Closures({
  table,
  slots,
  model,
  onChange,
}: {
  table: TableRow
  slots: readonly SlotRow[]
  model: Model
  onChange: (closed: string[]) => void
}) {
  const { t } = useTranslation('meetings')
  const f = useFormat()
  const saved = slots.flatMap((row) => (row.id && row.day ? [{ ...row, id: row.id, day: row.day }] : []))
  const closed = new Set(table.closed.filter((id) => saved.some((slot) => slot.id === id)))
  const seated = new Set(
    model.timetable.flatMap((at) => (at.table === table.id ? (model.slots[at.slot]?.id ?? []) : [])),
  )
  const set = (ids: readonly string[], shut: boolean) => {
    const next = new Set(closed)
    for (const id of ids) shut ? next.add(id) : next.delete(id)
    onChange([...next])
  }
  const state = closed.size === 0 ? t('setup.alwaysOpen') : t('setup.closed', { count: closed.size })
  return (
    <Popover position="bottom-end" withinPortal trapFocus width={320}>
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          className={classes.closures}
          disabled={saved.length === 0}
          aria-label={`${table.name}, ${state}`}
        >
          {state}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <fieldset className={classes.closing}>
          <legend>{t('setup.closedWhen', { table: table.name })}</legend>
          {[...groupBy(saved, ({ day }) => day)].map(([day, ofDay]) => {
            const shut = ofDay.filter(({ id }) => closed.has(id)).length
            return (
              <div key={day}>
                <Checkbox
                  size="xs"
                  label={<strong>{shortDay(day, f.language)}</strong>}
                  checked={shut === ofDay.length}
                  indeterminate={shut > 0 && shut < ofDay.length}
                  onChange={(event) =>
                    set(
                      ofDay.map(({ id }) => id),
                      event.currentTarget.checked,
                    )
                  }
                />
                <div className={classes.closingSlots}>
                  {ofDay.map(({ id, starts }) => (
                    <Checkbox
                      key={id}
                      size="xs"
                      label={`${starts ?? ''}${seated.has(id) ? ' •' : ''}`}
                      aria-label={`${shortDay(day, f.language)}, ${starts ?? ''}${
                        seated.has(id) ? ` (${t('setup.inUse')})` : ''
                      }`}
                      checked={closed.has(id)}
                      onChange={(event) => set([id], event.currentTarget.checked)}
                    />
                  ))}
                </div>
              </div>
            )
          })}
        </fieldset>
      </Popover.Dropdown>
    </Popover>
  )
}
