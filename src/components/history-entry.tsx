import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChangeSet } from '../contract/history.ts'
import { history } from '../data/history.ts'
import { useFormat } from '../i18n/format.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { changeLines } from './change-lines.ts'
import { ChangeText } from './change-text.tsx'
import { FormErrors } from './form-errors.tsx'
import classes from './history.module.css'
import { groupWords } from './history-groups.ts'
import { useNoWriting } from './may-write.ts'
import { RecordLink } from './record-link.tsx'
import { sayUndone } from './undo.ts'
import { useWrite } from './use-write.ts'
import { verbWords } from './verb-words.ts'

interface Props {
  set: ChangeSet
  /** Names the record, where entries of many stand together. */
  withTitle: boolean
}

/** Several changes told as one; each can be seen, and undone, by opening it. */
export function HistoryGroup({ sets, withTitle }: { sets: ChangeSet[]; withTitle: boolean }) {
  const { t } = useTranslation('history')
  const f = useFormat()
  const newest = sets[0]
  if (!newest) return null
  return (
    <li className={classes.entry}>
      <Headline words={groupWords(sets, t, f)} set={newest} withTitle={withTitle} />
      <details>
        <summary>{t('details', { count: sets.length })}</summary>
        <ol className={classes.inner}>
          {sets.map((set) => (
            <HistoryEntry key={set.id} set={set} withTitle={false} />
          ))}
        </ol>
      </details>
    </li>
  )
}

/** One change: what, when, by whom, field by field, and the way to undo it. */
export function HistoryEntry({ set, withTitle }: Props) {
  const { t } = useTranslation(['history', 'common'])
  const f = useFormat()
  const lines = changeLines(set, t, f)
  const few = lines.length <= 4 && set.moreChanges === 0
  const list = (
    <ul className={classes.changes}>
      {lines.map((line, index) => (
        <li key={index}>
          <ChangeText line={line} className={classes.what} />
        </li>
      ))}
      {set.moreChanges > 0 && <li>{t('moreRows', { count: set.moreChanges })}</li>}
    </ul>
  )
  return (
    <li className={classes.entry} data-undone={set.undoneBy ? true : undefined}>
      <Headline words={verbWords(set.verb, t)} set={set} withTitle={withTitle} undo />
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

function Headline({ words, set, withTitle, undo }: Props & { words: string; undo?: boolean }) {
  const { t } = useTranslation('history')
  const f = useFormat()
  return (
    <>
      <div className={classes.line}>
        <span>
          <strong>{words}</strong>
          {withTitle && set.title && (
            <>
              {f.colon}
              <RecordLink noun={set.noun} id={set.recordId} name={set.title} />
            </>
          )}
        </span>
        {undo && <Undo set={set} ask={!withTitle && set.moreChanges > 0} />}
      </div>
      <div className={classes.meta}>
        <time dateTime={set.at}>{f.instant(set.at)}</time> ·{' '}
        {t('by', { name: set.actor?.name ?? t('someone') })}
      </div>
    </>
  )
}

/** Undoes one change, having asked where it reaches further than can be seen. Where something later depends on it, says what. */
function Undo({ set, ask }: { set: ChangeSet; ask: boolean }) {
  const { t } = useTranslation(['history', 'common'])
  const noWriting = useNoWriting('history.undo')
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const undo = useWrite(history.undo, {
    onDone: ({ id }) => sayUndone(client, id, set.undoOf !== null),
  })
  if (set.undoneBy) return <span className={classes.quiet}>{t('undone')}</span>
  const action = set.undoOf ? t('common:redo') : t('common:undo')
  const go = () => undo.mutate({ params: { id: set.id } })
  return (
    <>
      <ActionButton
        variant="subtle"
        size="compact-sm"
        reason={noWriting}
        loading={undo.isPending}
        onClick={ask ? () => setAsking(true) : go}
      >
        {action}
      </ActionButton>
      {asking && (
        <ConfirmDialog
          title={[verbWords(set.verb, t), set.title].filter(Boolean).join(' · ')}
          action={action}
          onClose={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false)
            go()
          }}
        >
          {t('reachesFurther', { count: set.moreChanges })}
        </ConfirmDialog>
      )}
      {undo.error && (
        <div className={classes.why}>
          <FormErrors error={undo.error} />
        </div>
      )}
    </>
  )
}
