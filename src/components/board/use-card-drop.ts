import { useQueryClient } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import type { Refusal } from '../../domain/agreement.ts'
import { toast } from '../../ui/toast.ts'
import { placeCard } from './place-card.ts'

/** What dropping a card on a column means: a move at once, a dialog that asks for the rest, nothing, or a refusal. */
export type Drop<Stage extends string, Dialog extends string = string> =
  | { kind: 'none' }
  | { kind: 'move'; stage: Stage }
  | { kind: 'ask'; dialog: Dialog }
  | { kind: 'refuse'; refusal: Refusal }

interface Dropping<Row, Column, Stage extends string> {
  /** Whose lists hold the cards, by the first part of their keys. */
  noun: string
  /** By which the dialog's address names the record. */
  param: string
  dropOn: (row: Row, column: Column) => Drop<Stage>
  /** What of a row is other once it is in the stage. */
  placed: (stage: Stage) => Partial<Row>
  /** Tells of its own failure. */
  move: (row: Row, stage: Stage) => Promise<unknown>
  refused: (row: Row, refusal: Refusal) => string
}

/** What happens when a card is dropped on a column. */
export function useCardDrop<Row extends { id: string }, Column, Stage extends string>({
  noun,
  param,
  dropOn,
  placed,
  move,
  refused,
}: Dropping<Row, Column, Stage>): (row: Row, column: Column) => void {
  const client = useQueryClient()
  const [, setParams] = useSearchParams()
  const moveTo = async (row: Row, stage: Stage) => {
    const takeBack = await placeCard<Row>(client, [noun, `${noun}.list`], row.id, placed(stage))
    try {
      await move(row, stage)
    } catch {
      // The card goes back, and the board is read anew.
      takeBack()
      await client.invalidateQueries({ queryKey: [noun] })
    }
  }
  const ask = (row: Row, dialog: string) =>
    setParams(
      (current) => {
        const next = new URLSearchParams(current)
        next.set('dialog', dialog)
        next.set(param, row.id)
        return next
      },
      { preventScrollReset: true },
    )
  return (row, column) => {
    const drop = dropOn(row, column)
    if (drop.kind === 'move') void moveTo(row, drop.stage)
    else if (drop.kind === 'refuse') void toast({ tone: 'failed', message: refused(row, drop.refusal) })
    else if (drop.kind === 'ask') ask(row, drop.dialog)
  }
}
