import { useTranslation } from 'react-i18next'
import { useCardDrop } from '../../../components/board/use-card-drop.ts'
import { useScope } from '../../../components/scope.ts'
import { useWrite } from '../../../components/use-write.ts'
import type { MissionRow } from '../../../contract/missions.ts'
import { missions } from '../../../data/missions.ts'
import { type BoardColumn, dropOn } from './columns.ts'
import { useRefusal } from './use-refusal.ts'

/** Moves a mission to where its card was dropped, or opens what asks for the rest. */
export function useDrop(): (row: MissionRow, column: BoardColumn) => void {
  const { t } = useTranslation(['missions', 'common'])
  const { day } = useScope()
  const refusal = useRefusal()
  const { mutateAsync: move } = useWrite(missions.move, {
    message: ({ title, stage }) => t('board.moved', { title, stage: t(`common:missionStatus.${stage}`) }),
    failure: 'toast',
  })
  return useCardDrop({
    noun: 'missions',
    param: 'mission',
    dropOn,
    placed: (stage) => ({ status: stage, stage }),
    move: ({ id, version }, stage) => move({ params: { id }, body: { stage, since: day }, version }),
    refused: ({ title }, why) => t('board.refusedNamed', { title, why: refusal(why) }),
  })
}
