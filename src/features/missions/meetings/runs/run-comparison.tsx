import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ScheduleRun } from '../../../../contract/runs.ts'
import { differences } from '../../../../domain/schedule/differences.ts'
import { useFormat } from '../../../../i18n/format.ts'
import { Section } from '../../../../ui/section.tsx'
import { type Model, timetableOf } from '../model.ts'
import { DifferenceList } from '../plan/difference-list.tsx'
import { LeftList } from '../plan/left-list.tsx'

/** What differs from one run to a newer one; with one run alone, from it to the grid as it stands. */
export function RunComparison({
  model,
  older,
  newer,
}: {
  model: Model
  older: ScheduleRun | null
  newer: ScheduleRun
}) {
  const { t } = useTranslation('meetings')
  const f = useFormat()
  const changed = useMemo(() => {
    const of = (run: ScheduleRun) => timetableOf(model, run.placements)
    return older ? differences(of(older), of(newer)) : differences(of(newer), model.timetable)
  }, [model, older, newer])
  const title = older
    ? t('runs.between', { older: f.instant(older.at), newer: f.instant(newer.at) })
    : t('runs.toNow', { run: f.instant(newer.at) })
  return (
    <>
      {!older && newer.unplaced.length > 0 && (
        <Section title={t('runs.unplaced', { run: f.instant(newer.at) })} count={newer.unplaced.length}>
          <LeftList model={model} left={newer.unplaced} />
        </Section>
      )}
      <Section title={title} count={changed.length}>
        <DifferenceList
          model={model}
          differences={changed}
          before={older ? t('runs.older') : t('runs.inThis')}
          after={older ? t('runs.newer') : t('runs.now')}
        />
      </Section>
    </>
  )
}
