import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useWrite } from '../../../../components/use-write.ts'
import type { MeetingRequest } from '../../../../contract/requests.ts'
import { requests } from '../../../../data/meetings.ts'
import { useEnteredWords } from './use-entered-words.ts'

type Given = Parameters<ReturnType<typeof useEnter>['mutate']>[0]['body']['requests'][number]

/** What is said is of those that were sent, whoever is selected when the answer comes. */
function useEnter(onDone: () => void) {
  const { t } = useTranslation('meetings')
  const words = useEnteredWords()
  return useWrite(requests.enter, {
    message: (reply) =>
      words(t('requests.bulkDone', { count: reply.entered + reply.changed + reply.unchanged }), reply),
    onDone,
    failure: 'toast',
  })
}

/** One answer to all selected, or a veto of those who were asked; one change each, to be undone in one go. */
export function BulkAnswers({
  missionId,
  rows,
  onDone,
}: {
  missionId: string
  rows: readonly MeetingRequest[]
  onDone: () => void
}) {
  const { t } = useTranslation('meetings')
  const enter = useEnter(onDone)
  const send = (each: (row: MeetingRequest) => Given) =>
    enter.mutate({ params: { id: missionId }, body: { requests: rows.map(each) } })
  const answered =
    (answer: 'accepted' | 'declined') =>
    ({ from, to, wish }: MeetingRequest): Given => ({ fromId: from.id, toId: to.id, wish, answer })
  return (
    <>
      <Button size="compact-sm" loading={enter.isPending} onClick={() => send(answered('accepted'))}>
        {t('requests.accept')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        disabled={enter.isPending}
        onClick={() => send(answered('declined'))}
      >
        {t('requests.decline')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        disabled={enter.isPending}
        onClick={() => send(({ from, to }) => ({ fromId: to.id, toId: from.id, wish: 'never' }))}
      >
        {t('requests.veto')}
      </Button>
    </>
  )
}
