import { Alert, Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { RecordNoun } from '../../../contract/primitives.ts'
import { history } from '../../../data/history.ts'
import { useFormat } from '../../../i18n/format.ts'

/** Who changed a record last, and when. */
export function useLastChange(noun: RecordNoun, recordId: string) {
  const { data } = useQuery({
    ...history.page({ query: { noun, recordId, limit: 1 } }),
    // Asked for because something is out of date: what is cached is, too.
    staleTime: 0,
  })
  return data?.items[0]
}

/** Somebody changed this meanwhile: who and what, and what to do with one's own intent. Nothing of it is lost. */
export function StaleNotice({
  noun,
  recordId,
  what,
  keep,
  onKeep,
  onGiveUp,
  busy,
}: {
  noun: RecordNoun
  recordId: string
  /** What it is about now, in a sentence. */
  what: string
  /** What the first button does: "Save mine all the same". */
  keep: string
  onKeep: () => void
  onGiveUp: () => void
  busy?: boolean
}) {
  const { t } = useTranslation(['meetings', 'common'])
  const f = useFormat()
  const last = useLastChange(noun, recordId)
  const who = last?.actor?.name ?? t('stale.somebody')
  return (
    <Alert color="yellow" role="alert" title={t('stale.title')}>
      <p>
        {last ? t('stale.by', { who, when: f.instant(last.at) }) : t('stale.meanwhile')} {what}
      </p>
      <Group gap="xs" mt="xs">
        <Button size="xs" loading={busy} onClick={onKeep}>
          {keep}
        </Button>
        <Button size="xs" variant="default" onClick={onGiveUp}>
          {t('stale.giveUp')}
        </Button>
      </Group>
    </Alert>
  )
}
