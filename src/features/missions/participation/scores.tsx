import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { EditSection } from '../../../components/edit-section.tsx'
import type { Mission } from '../../../contract/missions.ts'
import type { Participation } from '../../../contract/participations.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Line, Lines } from '../../../ui/lines.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import classes from './participation.module.css'
import type { ParticipationEditing } from './use-editing.ts'

interface Given {
  criterionId: string
  name: string
  weight: number
  score: number | null
  note: string | null
}

/** The scores of its application, each with a word on why. */
export function ParticipationScores({
  row,
  mission,
  editing,
}: {
  row: Participation
  mission: Mission
  editing: ParticipationEditing
}) {
  const { t } = useTranslation('participations')
  const f = useFormat()
  const given: Given[] = mission.criteria.map(({ id, name, weight }) => {
    const score = row.scores.find(({ criterionId }) => criterionId === id)
    return { criterionId: id, name, weight, score: score?.score ?? null, note: score?.note ?? null }
  })
  return (
    <EditSection<Given[]>
      label={row.score === null ? t('score.title') : t('score.titled', { score: f.decimal(row.score) })}
      field="scores"
      value={given}
      version={editing.version}
      reason={editing.reason}
      show={(value) => f.list(value.map(({ name, score }) => `${name}${f.colon}${score ?? '–'}`))}
      save={(value, version) =>
        editing.save(
          {
            scores: value.flatMap(({ criterionId, score, note }) =>
              score === null ? [] : [{ criterionId, score, note }],
            ),
          },
          version,
        )
      }
      input={({ value, onChange }) => (
        <div className={classes.scores}>
          {value.map((one, index) => {
            const patch = (change: Partial<Given>) =>
              onChange(value.map((other, at) => (at === index ? { ...other, ...change } : other)))
            return (
              <div key={one.criterionId}>
                <NumberField
                  label={one.name}
                  min={0}
                  max={5}
                  value={one.score}
                  onChange={(score) => patch({ score })}
                />
                <TextInput
                  label={t('score.note')}
                  maxLength={1000}
                  value={one.note ?? ''}
                  onChange={(event) => patch({ note: event.currentTarget.value || null })}
                />
              </div>
            )
          })}
        </div>
      )}
    >
      <Lines>
        {given.map(({ criterionId, name, weight, score, note }) => (
          <Line
            key={criterionId}
            title={weight > 1 ? `${name} × ${weight}` : name}
            end={score === null ? '–' : t('score.of', { score })}
          >
            {note}
          </Line>
        ))}
      </Lines>
    </EditSection>
  )
}
