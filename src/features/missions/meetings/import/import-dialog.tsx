import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { FormErrors } from '../../../../components/form-errors.tsx'
import { useNoWriting } from '../../../../components/may-write.ts'
import { useWrite } from '../../../../components/use-write.ts'
import { requests } from '../../../../data/meetings.ts'
import { ActionButton } from '../../../../ui/action-button.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { TextButton } from '../../../../ui/text-button.tsx'
import { useDraft } from '../../../../ui/use-draft.ts'
import type { Model } from '../model.ts'
import { useEnteredWords } from '../requests/use-entered-words.ts'
import classes from './import.module.css'
import { emptyImport, type ImportRow, mostRows, pairOf, rowsOf, troublesOf } from './import-draft.ts'
import { ImportGrid } from './import-grid.tsx'
import { ImportSource } from './import-source.tsx'
import { nameMatcher } from './match-names.ts'

/**
 * Requests from a file or the clipboard. What is understood can be entered at once; the rest stays in the grid, through
 * reloads too, until it is settled or thrown away.
 */
export function ImportDialog({ model, onClose }: { model: Model; onClose: () => void }) {
  const { t } = useTranslation(['meetings', 'common'])
  const noWriting = useNoWriting()
  const { missionId, participants } = model.schedule
  const draft = useDraft(`requests-import:${missionId}`, emptyImport)
  const { rows, entered: before } = draft.values
  const match = useMemo(() => nameMatcher(participants), [participants])
  const troubles = useMemo(() => troublesOf(rows, before), [rows, before])
  const ready = useMemo(
    () => rows.filter(({ key }) => !troubles.has(key)).slice(0, mostRows),
    [rows, troubles],
  )
  const left = rows.length - ready.length
  const words = useEnteredWords()
  const enter = useWrite(requests.enter, {
    message: (reply) => {
      const { entered, changed, unchanged } = reply
      return words(t('import.entered', { entered, changed, unchanged }), reply)
    },
    onDone: () => {
      const done = new Set(ready.map(({ key }) => key))
      const kept = rows.filter(({ key }) => !done.has(key))
      if (kept.length > 0) draft.set({ rows: kept, text: '', entered: [...before, ...ready.map(pairOf)] })
      else {
        draft.clear()
        onClose()
      }
    },
  })
  const submit = () =>
    enter.mutate({
      params: { id: missionId },
      body: {
        requests: ready.flatMap(({ fromId, toId, wish, note }) =>
          fromId && toId && wish ? [{ fromId, toId, wish, note: note || null }] : [],
        ),
      },
    })
  return (
    <Dialog title={t('import.title')} onClose={onClose} size="xl">
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (ready.length > 0 && !noWriting) submit()
        }}
      >
        {rows.length === 0 ? (
          <ImportSource
            text={draft.values.text}
            onText={(text) => draft.set({ text })}
            onTable={(table, columns, hasHeader) =>
              draft.set({ rows: rowsOf(table, columns, hasHeader, match), entered: [] })
            }
          />
        ) : (
          <>
            <p className={classes.counts} role="status">
              <strong>{t('import.ready', { count: ready.length })}</strong>
              {left > 0 && ` · ${t('import.left', { count: left })}`}
              {draft.restored && ` · ${t('import.restored')}`}
            </p>
            <ImportGrid
              model={model}
              rows={rows}
              troubles={troubles}
              match={match}
              onChange={(next: ImportRow[]) => draft.set({ rows: next })}
            />
          </>
        )}
        <FormErrors error={enter.error} />
        {rows.length > 0 && (
          <div className={classes.actions}>
            <TextButton onClick={draft.clear}>{t('import.startAgain')}</TextButton>
            <ActionButton
              type="submit"
              loading={enter.isPending}
              reason={noWriting ?? (ready.length === 0 ? t('import.nothingReady') : null)}
            >
              {t('import.enter', { count: ready.length })}
            </ActionButton>
          </div>
        )}
      </form>
    </Dialog>
  )
}
