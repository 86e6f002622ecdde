import { Textarea } from '@mantine/core'
import type { ReactNode } from 'react'
import type { CivilDate } from '../domain/partial-date.ts'
import { DateInput } from '../ui/date-input.tsx'
import type { useProblem } from './problem-sentence.ts'

export interface Ending {
  on: CivilDate | null
  reason: string
}

interface Props {
  labels: { on: string; reason: string; hint?: ReactNode }
  value: Ending
  problem: ReturnType<typeof useProblem>
  onChange: (patch: Partial<Ending>) => void
}

/** Since when something is over, and why. */
export const EndingFields = ({ labels, value, problem, onChange }: Props) => (
  <>
    <DateInput
      label={labels.on}
      required
      value={value.on}
      error={problem.field('on')}
      onChange={(on) => onChange({ on })}
    />
    <Textarea
      label={labels.reason}
      description={labels.hint}
      required
      data-autofocus
      autosize
      minRows={3}
      maxLength={2000}
      value={value.reason}
      error={problem.field('reason')}
      onChange={(event) => onChange({ reason: event.currentTarget.value })}
    />
  </>
)
