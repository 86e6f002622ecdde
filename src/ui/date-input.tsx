import { ActionIcon, TextInput } from '@mantine/core'
import CalendarDays from 'lucide-react/icons/calendar-days'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { isCivilDate } from '../domain/partial-date.ts'
import { useFormat } from '../i18n/format.ts'
import classes from './date-input.module.css'
import type { FieldProps } from './field-props.ts'
import { parsePartialDate } from './parse-date.ts'
import { useTextAsValue } from './text-as-value.ts'

const parseDay = (text: string) => {
  const date = parsePartialDate(text)
  return date && isCivilDate(date) ? date : null
}

/** A day, typed as one writes it, or chosen from a calendar. The value is `YYYY-MM-DD`, or what was typed while it can't be read. */
export function DateInput(props: FieldProps) {
  return <DateField {...props} partial={false} />
}

/** A year, a month or a day. The value is ISO 8601 of reduced precision. */
export function PartialDateInput(props: FieldProps) {
  return <DateField {...props} partial />
}

function DateField({
  value,
  onChange,
  partial,
  description,
  error,
  ...rest
}: FieldProps & { partial: boolean }) {
  const { t } = useTranslation('ui')
  const f = useFormat()
  const picker = useRef<HTMLInputElement>(null)
  const parse = partial ? parsePartialDate : parseDay
  const field = useTextAsValue({ value, onChange, parse, write: f.date })
  const complaint = field.isWrong && t(partial ? 'date.partialNotUnderstood' : 'date.notUnderstood')
  // Said beside the text, in nobody's way: what lies below must not move under a click as the field is left.
  const floating = field.reading && !description
  return (
    <TextInput
      {...rest}
      classNames={floating ? { root: classes.root, description: classes.understood } : undefined}
      autoComplete="off"
      placeholder={t(partial ? 'date.partialPlaceholder' : 'date.placeholder')}
      description={field.reading ? t('date.understood', { date: f.date(field.reading) }) : description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={error || complaint}
      value={field.text}
      onFocus={field.onFocus}
      onBlur={field.onBlur}
      onChange={(event) => field.onType(event.currentTarget.value)}
      rightSection={
        <>
          <ActionIcon
            size="md"
            aria-label={t('date.calendar')}
            // Typing is the keyboard's way; a stop at every date would only slow it down.
            tabIndex={-1}
            disabled={rest.disabled}
            onClick={() => picker.current?.showPicker()}
          >
            <CalendarDays size={16} aria-hidden />
          </ActionIcon>
          {/* The system's own calendar, opened by the button; the text field is what one types in. */}
          <input
            ref={picker}
            type="date"
            tabIndex={-1}
            aria-hidden="true"
            className={classes.picker}
            value={value && isCivilDate(value) ? value : ''}
            onChange={(event) => event.currentTarget.value && onChange(event.currentTarget.value)}
          />
        </>
      }
    />
  )
}
