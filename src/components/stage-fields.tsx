import { Radio, Stack } from '@mantine/core'
import type { CivilDate } from '../domain/partial-date.ts'
import { DateInput } from '../ui/date-input.tsx'
import type { useProblem } from './problem-sentence.ts'

interface Props<Stage extends string> {
  labels: { stage: string; since: string; sinceHint: string; present: string }
  stages: readonly Stage[]
  nameOf: (stage: Stage) => string
  /** The stage that the record is in now. */
  present: Stage
  value: { stage: Stage; since: CivilDate | null }
  problem: ReturnType<typeof useProblem>
  onChange: (value: { stage: Stage; since: CivilDate | null }) => void
}

/** The stage that a record has reached, and since when. */
export const StageFields = <Stage extends string>(props: Props<Stage>) => {
  const { labels, stages, nameOf, present, value, problem, onChange } = props
  return (
    <>
      <Radio.Group
        label={labels.stage}
        value={value.stage}
        error={problem.field('stage')}
        onChange={(stage) => onChange({ ...value, stage: stage as Stage })}
      >
        <Stack gap={8} mt={8}>
          {stages.map((stage) => (
            <Radio
              key={stage}
              value={stage}
              label={nameOf(stage)}
              description={stage === present ? labels.present : undefined}
              data-autofocus={stage === value.stage || undefined}
            />
          ))}
        </Stack>
      </Radio.Group>
      <DateInput
        label={labels.since}
        description={labels.sinceHint}
        required
        value={value.since}
        error={problem.field('since')}
        onChange={(since) => onChange({ ...value, since })}
      />
    </>
  )
}
