import { MultiSelect } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { kindWord } from '../../components/indicator/words.ts'
import { agreementTypes } from '../../contract/agreements.ts'
import { type CountingMeasure, choosesThrough, measureOf } from '../../domain/indicators.ts'
import { outcomeKinds } from '../../domain/meeting.ts'
import { missionKinds } from '../../domain/mission.ts'
import { servingKinds } from '../../domain/served.ts'
import type { Through } from './values.ts'

const kindsOf = { agreement: agreementTypes, mission: missionKinds, outcome: outcomeKinds } as const

interface Field<V> {
  label?: ReactNode
  'aria-label'?: string
  'data-autofocus'?: true
  value: V[]
  onChange: (value: V[]) => void
  error?: ReactNode
}

/** Which kinds of agreements, missions or outcomes count; none chosen: all. */
export function KindsInput({ measure, onChange, ...field }: Field<string> & { measure: CountingMeasure }) {
  const { t } = useTranslation(['indicators', 'common'])
  const { kinds } = measureOf(measure)
  if (!kinds) return null
  return (
    <MultiSelect
      {...field}
      clearable
      placeholder={field.value.length === 0 ? t('field.kindsAll') : undefined}
      data={kindsOf[kinds].map((value) => ({ value, label: kindWord(t, measure, value) }))}
      onChange={onChange}
    />
  )
}

/** By what a company counts as served; none chosen: by any of it. */
export function ThroughInput({ measure, onChange, ...field }: Field<Through> & { measure: CountingMeasure }) {
  const { t } = useTranslation('indicators')
  if (!choosesThrough(measure)) return null
  return (
    <MultiSelect
      {...field}
      clearable
      placeholder={field.value.length === 0 ? t('field.throughAll') : undefined}
      data={servingKinds.map((value) => ({ value, label: t(`through.${value}`) }))}
      onChange={(chosen) => onChange(chosen as Through[])}
    />
  )
}
