import { NumberInput, Select, TextInput } from '@mantine/core'
import i18next from 'i18next'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import type { PickerProps } from '../../ui/async-picker.tsx'
import { CountrySelect } from '../../ui/country-select.tsx'
import { DateInput, PartialDateInput } from '../../ui/date-input.tsx'
import { AlliancePicker } from '../alliance-picker.tsx'
import { MarketPicker } from '../market-picker.tsx'
import { MissionPicker } from '../mission-picker.tsx'
import { OrganisationPicker } from '../organisation-picker.tsx'
import { PersonPicker } from '../person-picker.tsx'
import type { Part, PartProps, RecordKind } from './fields.ts'

const pickers: Record<RecordKind, ComponentType<PickerProps>> = {
  cluster: (props) => <OrganisationPicker {...props} clusters />,
  market: MarketPicker,
  alliance: AlliancePicker,
  person: PersonPicker,
  mission: MissionPicker,
}

/** The word of a choice, from the messages that were loaded with the dialog. */
function wordOf(words: string, value: string): string {
  const [namespace = '', group = ''] = words.split(':')
  const word: unknown = i18next.getResource(i18next.language, namespace, `${group}.${value}`)
  return typeof word === 'string' ? word : value
}

interface Props extends PartProps {
  part: Part
  label: string
}

/** The field for one part of what is entered. */
export function PartInput({ part, label, values, set }: Props) {
  const { t } = useTranslation('bulk')
  const { key, kind } = part
  const held = values[key] ?? null
  const text = typeof held === 'string' ? held : null
  const put = (value: Props['values'][string]) => set({ [key]: value })
  const shared = {
    label,
    required: !part.clears && !part.optional,
    description: part.clears ? t('clears') : undefined,
  }
  switch (kind.is) {
    case 'record': {
      const Picker = pickers[kind.of]
      return <Picker {...shared} value={held && typeof held === 'object' ? held : null} onChange={put} />
    }
    case 'day':
      return <DateInput {...shared} value={text} onChange={put} />
    case 'partial':
      return <PartialDateInput {...shared} value={text} onChange={put} />
    case 'country':
      return <CountrySelect {...shared} value={text} onChange={put} />
    case 'choice':
      return (
        <Select
          {...shared}
          clearable={part.clears}
          comboboxProps={{ withinPortal: true }}
          data={kind.options.map((value) => ({ value, label: wordOf(kind.words, value) }))}
          value={text}
          onChange={put}
        />
      )
    case 'number':
      return (
        <NumberInput
          {...shared}
          min={0}
          allowDecimal={false}
          value={text ?? ''}
          onChange={(value) => put(value === '' ? null : String(value))}
        />
      )
    case 'text':
      return (
        <TextInput
          {...shared}
          maxLength={1000}
          value={text ?? ''}
          onChange={(event) => put(event.currentTarget.value || null)}
        />
      )
    case 'own':
      return <kind.Part values={values} set={set} />
  }
}
