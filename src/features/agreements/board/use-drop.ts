import { useTranslation } from 'react-i18next'
import { useCardDrop } from '../../../components/board/use-card-drop.ts'
import { useScope } from '../../../components/scope.ts'
import { useWrite } from '../../../components/use-write.ts'
import type { AgreementRow } from '../../../contract/agreements.ts'
import { agreements } from '../../../data/agreements.ts'
import { type BoardColumn, dropOn } from './columns.ts'
import { useRefusal } from './use-refusal.ts'

/** Moves an agreement to where its card was dropped, or opens what asks for the rest. */
export function useDrop(): (row: AgreementRow, column: BoardColumn) => void {
  const { t } = useTranslation(['agreements', 'common'])
  const { day } = useScope()
  const refusal = useRefusal()
  const { mutateAsync: move } = useWrite(agreements.move, {
    message: ({ title, stage }) => t('board.moved', { title, stage: t(`common:status.${stage}`) }),
    failure: 'toast',
  })
  return useCardDrop({
    noun: 'agreements',
    param: 'agreement',
    dropOn,
    placed: (stage) => ({ status: stage }),
    move: ({ id, version }, stage) => move({ params: { id }, body: { stage, since: day }, version }),
    refused: ({ title }, why) => t('board.refusedNamed', { title, why: refusal(why) }),
  })
}
