import { useTranslation } from 'react-i18next'
import type { Mission } from '../../../../contract/missions.ts'
import type { Participation } from '../../../../contract/participations.ts'
import { Nothing } from '../../../../ui/lines.tsx'
import { useMissionEditing } from '../../plan/use-editing.ts'
import { Criteria } from './criteria.tsx'
import { ScoreGrid } from './score-grid.tsx'

/** Applications against the mission's criteria: what counts, and the scores given. */
export function ScoreView({ mission, rows }: { mission: Mission; rows: readonly Participation[] }) {
  const { t } = useTranslation('participations')
  const editing = useMissionEditing(mission)
  // Who has left or was turned down is scored no more.
  const open = rows.filter(({ state }) => state !== 'rejected' && state !== 'withdrawn')
  return (
    <>
      <Criteria mission={mission} editing={editing} />
      {mission.criteria.length > 0 && open.length === 0 && <Nothing>{t('score.nobody')}</Nothing>}
      {mission.criteria.length > 0 && open.length > 0 && <ScoreGrid mission={mission} rows={open} />}
    </>
  )
}
