import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordNoun } from '../contract/primitives.ts'
import { history } from '../data/history.ts'
import classes from './history.module.css'
import { HistoryEntry, HistoryGroup } from './history-entry.tsx'
import { groupChangeSets } from './history-groups.ts'

interface Props {
  /** One record's history; without them, the whole workspace's. */
  noun?: RecordNoun
  recordId?: string
  /** Shows few entries at a time: on a record's page, where it stands at the end. */
  few?: boolean
}

/** How many changes are asked for at once: enough for those that are told as one to come together. */
const asked = 60
const step = { few: 6, many: 30 }

/** What happened, newest first: who, when, what changed, and the way to undo it. */
export function History({ noun, recordId, few }: Props) {
  const { t } = useTranslation(['history', 'common'])
  const pages = useInfiniteQuery(history.list({ noun, recordId, limit: asked }))
  const more = few ? step.few : step.many
  const [most, setMost] = useState(more)
  const groups = groupChangeSets(pages.data?.pages.flatMap((page) => page.items) ?? [])
  if (pages.isPending) return <p className={classes.quiet}>{t('common:loading')}</p>
  if (pages.isError && groups.length === 0)
    return (
      <p role="alert">
        {t('failed')}{' '}
        <Button variant="subtle" size="compact-sm" onClick={() => void pages.refetch()}>
          {t('common:retry')}
        </Button>
      </p>
    )
  if (groups.length === 0) return <p className={classes.quiet}>{t('empty')}</p>
  const older = () => {
    setMost(most + more)
    if (groups.length < most + more && pages.hasNextPage) void pages.fetchNextPage()
  }
  return (
    <>
      <ol className={classes.timeline}>
        {groups.slice(0, most).map((group) => {
          const [set, next] = group
          if (!set) return null
          return next ? (
            // By its oldest: newer details may join the group.
            <HistoryGroup key={group.at(-1)?.id} sets={group} withTitle={!recordId} />
          ) : (
            <HistoryEntry key={set.id} set={set} withTitle={!recordId} />
          )
        })}
      </ol>
      {(groups.length > most || pages.hasNextPage) && (
        <Button variant="subtle" size="compact-sm" loading={pages.isFetchingNextPage} onClick={older}>
          {t('more')}
        </Button>
      )}
    </>
  )
}
