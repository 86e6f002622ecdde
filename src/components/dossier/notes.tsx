import { ActionIcon, Button, Textarea } from '@mantine/core'
import Pencil from 'lucide-react/icons/pencil'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Note } from '../../contract/dossier.ts'
import { notes as noteData } from '../../data/dossier.ts'
import { useFormat } from '../../i18n/format.ts'
import { Section } from '../../ui/section.tsx'
import { hasDraft, useDraft } from '../../ui/use-draft.ts'
import { Editor } from '../editable-fact.tsx'
import { FormErrors } from '../form-errors.tsx'
import { useNoWriting } from '../may-write.ts'
import { useWrite } from '../use-write.ts'
import { WaitingMark } from '../waiting-mark.tsx'
import classes from './dossier.module.css'
import { RemoveButton } from './remove-button.tsx'
import { type RecordOf, useDossier } from './use-dossier.ts'

/** A record's notes, newest first, and the field to write one. */
export function Notes(record: RecordOf) {
  const { t } = useTranslation('dossier')
  const { data, closed } = useDossier(record)
  const noWriting = useNoWriting('dossier.write')
  if (closed) return null
  const notes = data?.notes ?? []
  return (
    <Section title={t('notes.title')} count={notes.length || undefined}>
      {!noWriting && <NewNote {...record} />}
      {notes.length === 0 && noWriting && <p className={classes.empty}>{t('notes.empty')}</p>}
      <ul className={classes.list}>
        {notes.map((note) => (
          <NoteItem key={note.id} note={note} fixed={noWriting !== null} />
        ))}
      </ul>
    </Section>
  )
}

const blank = { body: '' }

function NewNote({ noun, recordId }: RecordOf) {
  const { t } = useTranslation(['dossier', 'common'])
  const draft = useDraft(`note:${recordId}`, blank)
  const create = useWrite(noteData.create, { message: () => t('notes.added'), onDone: () => draft.clear() })
  const { body } = draft.values
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (body.trim()) create.mutate({ body: { noun, recordId, body } })
      }}
    >
      <Textarea
        aria-label={t('notes.write')}
        placeholder={t('notes.placeholder')}
        autosize
        minRows={1}
        maxRows={12}
        maxLength={20_000}
        value={body}
        onChange={(event) => draft.set({ body: event.currentTarget.value })}
      />
      <FormErrors error={create.error} />
      {body.trim() && (
        <div className={classes.buttons}>
          <Button type="submit" size="compact-md" loading={create.isPending}>
            {t('common:add')}
          </Button>
        </div>
      )}
    </form>
  )
}

function NoteItem({ note, fixed }: { note: Note; fixed: boolean }) {
  const { t } = useTranslation(['dossier', 'common'])
  const f = useFormat()
  const [editing, setEditing] = useState(() => hasDraft(`note-edit:${note.id}`))
  const remove = useWrite(noteData.remove, { message: () => t('notes.removed'), failure: 'toast' })
  if (editing) return <EditNote note={note} onDone={() => setEditing(false)} />
  return (
    <li className={classes.item}>
      <div className={classes.line}>
        <p className={classes.text}>{note.body}</p>
        {!fixed && (
          <span className={classes.buttons}>
            <ActionIcon
              size={28}
              className={classes.quiet}
              aria-label={t('common:edit')}
              onClick={() => setEditing(true)}
            >
              <Pencil size={15} aria-hidden />
            </ActionIcon>
            <RemoveButton
              name={note.body.slice(0, 40)}
              busy={remove.isPending}
              onClick={() => remove.mutate({ params: { id: note.id }, version: note.version })}
            />
          </span>
        )}
      </div>
      <div className={classes.meta}>
        {note.author && `${note.author.name} · `}
        <time dateTime={note.createdAt}>{f.instant(note.createdAt)}</time>
        {note.updatedAt !== note.createdAt && ` · ${t('notes.edited')}`} <WaitingMark id={note.id} />
      </div>
    </li>
  )
}

function EditNote({ note, onDone }: { note: Note; onDone: () => void }) {
  const { t } = useTranslation('dossier')
  const update = useWrite(noteData.update, { message: () => t('notes.changed') })
  return (
    <li className={classes.item}>
      <Editor
        label={t('notes.title')}
        field="body"
        value={note.body}
        version={note.version}
        draftKey={`note-edit:${note.id}`}
        onStop={onDone}
        save={(body, version) => update.mutateAsync({ params: { id: note.id }, body: { body }, version })}
        input={({ onChange, ...field }) => (
          <Textarea
            {...field}
            autosize
            maxRows={16}
            maxLength={20_000}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        )}
      />
    </li>
  )
}
