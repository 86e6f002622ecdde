import { Button } from '@mantine/core'
import CalendarPlus from 'lucide-react/icons/calendar-plus'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblem } from '../../../../components/problem-sentence.ts'
import type { Mission } from '../../../../contract/missions.ts'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { groupBy } from '../../../../ui/group-by.ts'
import { Section } from '../../../../ui/section.tsx'
import type { Model } from '../model.ts'
import classes from './setup.module.css'
import type { SetupComplaint } from './setup-checks.ts'
import { newSlotRow, type SlotRow, takeOver } from './setup-draft.ts'
import { SlotDay } from './slot-day.tsx'
import { SlotGeneratorForm } from './slot-generator-form.tsx'

/** The mission's slots: made by a pattern, then changed one by one. */
export function SlotsEditor({
  mission,
  model,
  slots,
  complaints,
  error,
  onChange,
}: {
  mission: Mission
  model: Model
  slots: readonly SlotRow[]
  complaints: ReadonlyMap<string, SetupComplaint>
  /** Of saving: what the API says of a slot stands beside it. */
  error: unknown
  onChange: (slots: SlotRow[]) => void
}) {
  const { t } = useTranslation('meetings')
  const problem = useProblem(error)
  const [generating, setGenerating] = useState(slots.length === 0)
  const position = new Map(slots.map(({ key }, index) => [key, index]))
  const days = [...groupBy(slots, ({ day }) => day ?? '')].sort(([x], [y]) => x.localeCompare(y))
  const patch = (key: string, change: Partial<SlotRow>) =>
    onChange(slots.map((row) => (row.key === key ? { ...row, ...change } : row)))
  return (
    <Section
      title={t('setup.slots')}
      count={slots.length}
      action={
        <Button
          variant="subtle"
          size="compact-sm"
          aria-expanded={generating}
          leftSection={<CalendarPlus size={15} aria-hidden />}
          onClick={() => setGenerating(!generating)}
        >
          {t('setup.pattern')}
        </Button>
      }
    >
      {generating && (
        <SlotGeneratorForm
          mission={mission}
          held={slots}
          onUse={(made) => {
            onChange(takeOver(slots, made))
            setGenerating(false)
          }}
        />
      )}
      {slots.length === 0 && !generating && <EmptyState title={t('setup.noSlots')} />}
      <div className={classes.days}>
        {days.map(([day, rows]) => (
          <SlotDay
            key={day}
            day={day}
            rows={rows}
            mission={mission}
            model={model}
            complaints={complaints}
            serverError={(key) => problem.field(`slots.${position.get(key)}`, true)}
            onPatch={patch}
            onPatchAll={(changed) => {
              const byKey = new Map(changed.map((row) => [row.key, row]))
              onChange(slots.map((row) => byKey.get(row.key) ?? row))
            }}
            onRemove={(key) => onChange(slots.filter((row) => row.key !== key))}
            onAdd={(slot) => onChange([...slots, newSlotRow(slot)])}
          />
        ))}
      </div>
    </Section>
  )
}
