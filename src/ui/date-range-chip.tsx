import { Button, Popover, Stack } from '@mantine/core'
import ChevronDown from 'lucide-react/icons/chevron-down'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isCivilDate } from '../domain/partial-date.ts'
import { useFormat } from '../i18n/format.ts'
import { DateInput } from './date-input.tsx'
import classes from './filter-chip.module.css'
import type { ListState } from './list-state.ts'

/** The filter of a list by days: from, until, or both (`?from=…&to=…`). */
export function DateRangeChip({ list, label }: { list: ListState<object>; label: string }) {
  const { t } = useTranslation(['ui', 'common'])
  const f = useFormat()
  const [opened, setOpened] = useState(false)
  const [typed, setTyped] = useState<{ from?: string | null; to?: string | null }>({})
  const from = list.values('from')[0] ?? null
  const to = list.values('to')[0] ?? null
  // What can't be read as a date yet stays in its field, and does not narrow the list.
  const change = (key: 'from' | 'to', value: string | null) => {
    setTyped((current) => ({ ...current, [key]: value }))
    if (value === null || isCivilDate(value)) list.set({ [key]: value })
  }
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <button
          type="button"
          className={classes.chip}
          data-on={from || to ? true : undefined}
          onClick={() => {
            setTyped({})
            setOpened(!opened)
          }}
        >
          <span className={classes.words}>
            {label}
            {(from || to) && f.colon + f.period(from, to)}
          </span>
          <ChevronDown size={14} aria-hidden />
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <Stack gap="xs">
          <DateInput
            label={t('common:period.from')}
            value={typed.from === undefined ? from : typed.from}
            onChange={(value) => change('from', value)}
          />
          <DateInput
            label={t('common:period.to')}
            value={typed.to === undefined ? to : typed.to}
            onChange={(value) => change('to', value)}
          />
          {(from || to) && (
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => {
                list.set({ from: null, to: null })
                setOpened(false)
              }}
            >
              {t('list.clearFilter', { filter: label })}
            </Button>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
