import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ChangeSet } from '../contract/history.ts'
import type { RecordNoun } from '../contract/primitives.ts'
import { history } from '../data/history.ts'
import { useFormat } from '../i18n/format.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { changeLines } from './change-lines.ts'
import { FormErrors } from './form-errors.tsx'
import classes from './history.module.css'
import { useNoWriting } from './may-write.ts'
import { RecordLink } from './record-link.tsx'
import { useWrite } from './use-write.ts'

interface Props {
  /** One record's history; without them, the whole workspace's. */
  noun?: RecordNoun
  recordId?: string
  /** How many entries come at a time: few on a record's page, where it stands at the end. */
  few?: boolean
}

/** What happened, newest first: who, when, what changed, and the way to undo it. */
export function History({ noun, recordId, few }: Props) {
  const { t } = useTranslation(['history', 'common'])
  const pages = useInfiniteQuery(history.list({ noun, recordId, limit: few ? 6 : undefined }))
  const sets = pages.data?.pages.flatMap((page) => page.items) ?? []
  if (pages.isPending) return <p className={classes.quiet}>{t('common:loading')}</p>
  if (pages.isError && sets.length === 0)
    return (
      <p role="alert">
        {t('failed')}{' '}
        <Button variant="subtle" size="compact-sm" onClick={() => void pages.refetch()}>
          {t('common:retry')}
        </Button>
      </p>
    )
  if (sets.length === 0) return <p className={classes.quiet}>{t('empty')}</p>
  return (
    <>
      <ol className={classes.timeline}>
        {sets.map((set) => (
          <Entry key={set.id} set={set} withTitle={!recordId} />
        ))}
      </ol>
      {pages.hasNextPage && (
        <Button
          variant="subtle"
          size="compact-sm"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
    </>
  )
}

function Entry({ set, withTitle }: { set: ChangeSet; withTitle: boolean }) {
  const { t } = useTranslation(['history', 'common'])
  const f = useFormat()
  // Verbs have a dot in their name, which is the separator of keys.
  const words = i18next.getResource(i18next.language, 'history', 'verb') as Record<string, string> | undefined
  const verb = words?.[set.verb] ?? t('verb.other')
  const lines = changeLines(set, t, f)
  const few = lines.length <= 4 && set.moreChanges === 0
  const list = (
    <ul className={classes.changes}>
      {lines.map((line, index) => (
        <li key={index}>
          <span className={classes.what}>{line.what}:</span>{' '}
          {line.before !== null && (
            <>
              <del>{line.before}</del>
              {line.now && ' → '}
            </>
          )}
          {line.now && <ins>{line.now}</ins>}
        </li>
      ))}
      {set.moreChanges > 0 && <li>{t('moreRows', { count: set.moreChanges })}</li>}
    </ul>
  )
  return (
    <li className={classes.entry} data-undone={set.undoneBy ? true : undefined}>
      <div className={classes.line}>
        <span>
          <strong>{verb}</strong>
          {withTitle && set.title && (
            <>
              {': '}
              <RecordLink noun={set.noun} id={set.recordId} name={set.title} />
            </>
          )}
        </span>
        <Undo set={set} />
      </div>
      <div className={classes.meta}>
        <time dateTime={set.at}>{f.instant(set.at)}</time> ·{' '}
        {t('by', { name: set.actor?.name ?? t('someone') })}
      </div>
      {lines.length > 0 &&
        (few ? (
          list
        ) : (
          <details>
            <summary>{t('details', { count: lines.length + set.moreChanges })}</summary>
            {list}
          </details>
        ))}
    </li>
  )
}

/** Undoes one change. Where something later depends on it, says what. */
function Undo({ set }: { set: ChangeSet }) {
  const { t } = useTranslation(['history', 'common'])
  const noWriting = useNoWriting()
  const undo = useWrite(history.undo, { message: () => t('common:undone') })
  if (set.undoneBy) return <span className={classes.quiet}>{t('undone')}</span>
  return (
    <>
      <ActionButton
        variant="subtle"
        size="compact-sm"
        reason={noWriting}
        loading={undo.isPending}
        onClick={() => undo.mutate({ params: { id: set.id } })}
      >
        {set.undoOf ? t('common:redo') : t('common:undo')}
      </ActionButton>
      {undo.error && (
        <div className={classes.why}>
          <FormErrors error={undo.error} />
        </div>
      )}
    </>
  )
}
