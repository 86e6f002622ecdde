import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { placeCard } from '../../../components/board/place-card.ts'
import { useScope } from '../../../components/scope.ts'
import { useWrite } from '../../../components/use-write.ts'
import type { MissionRow } from '../../../contract/missions.ts'
import { missions } from '../../../data/missions.ts'
import type { MissionStage } from '../../../domain/mission.ts'
import { toast } from '../../../ui/toast.ts'
import { type BoardColumn, dropOn } from './columns.ts'
import { useRefusal } from './use-refusal.ts'

/** What happens when a card is dropped on a column: a move, a dialog that asks for the rest, or a refusal. */
export function useDrop(): (row: MissionRow, column: BoardColumn) => void {
  const { t } = useTranslation(['missions', 'common'])
  const client = useQueryClient()
  const [, setParams] = useSearchParams()
  const { day } = useScope()
  const refusal = useRefusal()
  const move = useWrite(missions.move, {
    message: ({ title, stage }) => t('board.moved', { title, stage: t(`common:missionStatus.${stage}`) }),
    failure: 'toast',
  })
  const moveTo = async (row: MissionRow, stage: MissionStage) => {
    const takeBack = await placeCard<MissionRow>(client, ['missions', 'missions.list'], row.id, {
      status: stage,
      stage,
    })
    try {
      await move.mutateAsync({ params: { id: row.id }, body: { stage, since: day }, version: row.version })
    } catch {
      // The toast says why; the card goes back, and the board is read anew.
      takeBack()
      await client.invalidateQueries({ queryKey: ['missions'] })
    }
  }
  return (row, column) => {
    const drop = dropOn(row, column)
    if (drop.kind === 'move') void moveTo(row, drop.stage)
    else if (drop.kind === 'refuse')
      void toast({
        tone: 'failed',
        message: t('board.refusedNamed', { title: row.title, why: refusal(drop.refusal) }),
      })
    else if (drop.kind === 'ask')
      setParams(
        (current) => {
          const next = new URLSearchParams(current)
          next.set('dialog', drop.dialog)
          next.set('mission', row.id)
          return next
        },
        { preventScrollReset: true },
      )
  }
}
