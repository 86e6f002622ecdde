import { Button, Checkbox, Popover, Radio } from '@mantine/core'
import ChevronDown from 'lucide-react/icons/chevron-down'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/format.ts'
import classes from './filter-chip.module.css'

export interface ListFilter {
  /** The key in the list's query. */
  key: string
  label: string
  options: { value: string; label: string }[]
  /** Several values at once. Otherwise one; with a single option the chip is a switch. */
  multiple?: boolean
}

interface Props {
  filter: ListFilter
  chosen: string[]
  onChange: (values: string[]) => void
}

/** One filter of a list, showing what is chosen. */
export function FilterChip(props: Props) {
  const only = props.filter.options.length === 1 ? props.filter.options[0] : undefined
  return only && !props.filter.multiple ? (
    <SwitchChip {...props} value={only.value} />
  ) : (
    <ChoiceChip {...props} />
  )
}

function SwitchChip({ filter, chosen, onChange, value }: Props & { value: string }) {
  const on = chosen.includes(value)
  return (
    <button
      type="button"
      className={classes.chip}
      aria-pressed={on}
      data-on={on || undefined}
      onClick={() => onChange(on ? [] : [value])}
    >
      {filter.label}
    </button>
  )
}

function ChoiceChip({ filter, chosen, onChange }: Props) {
  const { t } = useTranslation('ui')
  const f = useFormat()
  const [opened, setOpened] = useState(false)
  const names = filter.options.filter(({ value }) => chosen.includes(value)).map(({ label }) => label)
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <button
          type="button"
          className={classes.chip}
          data-on={names.length > 0 || undefined}
          onClick={() => setOpened(!opened)}
        >
          <span className={classes.words}>
            {filter.label}
            {names.length > 0 && f.colon + (names.length > 2 ? names.length : names.join(', '))}
          </span>
          <ChevronDown size={14} aria-hidden />
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={filter.label}>
        <div className={classes.options}>
          {filter.multiple ? (
            <Checkbox.Group value={chosen} onChange={onChange} aria-label={filter.label}>
              {filter.options.map(({ value, label }) => (
                <Checkbox key={value} value={value} label={label} className={classes.option} />
              ))}
            </Checkbox.Group>
          ) : (
            <Radio.Group
              value={chosen[0] ?? ''}
              onChange={(value) => onChange(value ? [value] : [])}
              aria-label={filter.label}
            >
              {[{ value: '', label: t('list.any') }, ...filter.options].map(({ value, label }) => (
                <Radio key={value} value={value} label={label} className={classes.option} />
              ))}
            </Radio.Group>
          )}
        </div>
        {names.length > 0 && (
          <Button
            variant="subtle"
            size="compact-sm"
            mt="xs"
            onClick={() => {
              onChange([])
              setOpened(false)
            }}
          >
            {t('list.clearFilter', { filter: filter.label })}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
