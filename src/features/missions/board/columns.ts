import type { Drop } from '../../../components/board/use-card-drop.ts'
import type { MissionRow } from '../../../contract/missions.ts'
import type { Refusal } from '../../../domain/agreement.ts'
import {
  type MissionStage,
  type MissionState,
  type MissionStatus,
  missionCan,
  missionStages,
  missionStatuses,
} from '../../../domain/mission.ts'

/** The board's columns in the order of a mission's life. */
export const boardColumns = missionStatuses
export type BoardColumn = MissionStatus

type Ending = 'cancel-mission' | 'close-mission'
type MissionDrop = Drop<MissionStage, Ending>

export const isStage = (status: MissionStatus): status is MissionStage =>
  (missionStages as readonly string[]).includes(status)

/** What legality looks at, of a list's row. A list shows nothing that is in the bin. */
const stateOf = ({ cancelledOn, closedOn }: MissionRow): MissionState => ({
  cancelledOn,
  closedOn,
  deletedAt: null,
})

/** The same legality as the buttons of the page and the answers of the API. */
export function dropOn(row: MissionRow, column: BoardColumn): MissionDrop {
  if (row.status === column) return { kind: 'none' }
  const state = stateOf(row)
  if (column === 'cancelled') return ask('cancel-mission', missionCan.cancel(state))
  if (column === 'closed') return ask('close-mission', missionCan.close(state))
  const refusal = missionCan.move(state)
  if (refusal) return { kind: 'refuse', refusal }
  // Under way and in follow-up a mission is by its dates, and it doesn't go back behind them.
  if (!isStage(column) || !isStage(row.status)) return { kind: 'refuse', refusal: { code: 'column_by_date' } }
  return { kind: 'move', stage: column }
}

const ask = (dialog: Ending, refusal: Refusal | null): MissionDrop =>
  refusal ? { kind: 'refuse', refusal } : { kind: 'ask', dialog }
