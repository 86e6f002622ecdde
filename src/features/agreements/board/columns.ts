import type { Drop } from '../../../components/board/use-card-drop.ts'
import type { AgreementRow } from '../../../contract/agreements.ts'
import {
  type AgreementStatus,
  agreementCan,
  type OpenStage,
  openStages,
  type Refusal,
} from '../../../domain/agreement.ts'
import { stateOfRow } from '../row-state.ts'

/** The board's columns in the order of an agreement's life; the last three gather several statuses. */
export const boardColumns = [...openStages, 'inForce', 'expiring', 'ended'] as const
export type BoardColumn = (typeof boardColumns)[number]

const columns: Record<AgreementStatus, BoardColumn> = {
  prospect: 'prospect',
  negotiation: 'negotiation',
  drafting: 'drafting',
  signed: 'inForce',
  active: 'inForce',
  expiring: 'expiring',
  expired: 'ended',
  renewed: 'ended',
  abandoned: 'ended',
  terminated: 'ended',
}

/** The column that a status stands in. */
export const columnOf = (status: AgreementStatus): BoardColumn => columns[status]

type AgreementDrop = Drop<OpenStage, 'sign' | 'abandon' | 'terminate'>

const isOpenStage = (column: BoardColumn): column is OpenStage =>
  (openStages as readonly string[]).includes(column)

/** The same legality as the buttons of the page and the answers of the API. */
export function dropOn(row: AgreementRow, column: BoardColumn): AgreementDrop {
  if (columnOf(row.status) === column) return { kind: 'none' }
  const state = stateOfRow(row)
  if (isOpenStage(column)) {
    const refusal = agreementCan.move(state)
    return refusal ? { kind: 'refuse', refusal } : { kind: 'move', stage: column }
  }
  if (column === 'inForce') return ask('sign', agreementCan.sign(state))
  // Nobody puts an agreement there: its end comes near by itself.
  if (column === 'expiring') return { kind: 'refuse', refusal: { code: 'column_by_date' } }
  if (!agreementCan.abandon(state)) return { kind: 'ask', dialog: 'abandon' }
  return ask('terminate', agreementCan.terminate(state))
}

const ask = (dialog: 'sign' | 'terminate', refusal: Refusal | null): AgreementDrop =>
  refusal ? { kind: 'refuse', refusal } : { kind: 'ask', dialog }
