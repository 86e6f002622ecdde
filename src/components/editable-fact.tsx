import { ActionIcon, Button, Group } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import Pencil from 'lucide-react/icons/pencil'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { ApiProblem } from '../data/failures.ts'
import { Fact } from '../ui/facts.tsx'
import { hasDraft, useDraft } from '../ui/use-draft.ts'
import { ConflictChoice, same } from './conflict-dialog.tsx'
import classes from './editable-fact.module.css'
import { useNoWriting } from './may-write.ts'
import { useProblem } from './problem-sentence.ts'

interface FieldState<V> {
  value: V
  onChange: (value: V) => void
  error: string | undefined
  label: undefined
  'aria-label': string
  'data-autofocus': true
}

export interface EditInPlace<V> {
  label: string
  /** How the fact is shown; empty means unknown. */
  children?: ReactNode
  /** The field's name in the record, and in problems unless it has another there ("allianceId"). */
  field: string
  path?: string
  /** Its value in a record, where that is not the field as it stands. */
  valueIn?: (record: Record<string, unknown>) => V
  /** Its value as the record holds it. */
  value: V
  version: number
  input: (field: FieldState<V>) => ReactNode
  /** Saves it over the version given; rejects as the API does. */
  save: (value: V, version: number) => Promise<unknown>
  /** How a value reads, where two people's values are compared. */
  show?: (value: V) => ReactNode
  /** Why it can't be changed now. */
  reason?: string | null
}

/** A fact that is edited where it stands. What was typed survives an error, a reload and a change by somebody else. */
export function EditableFact<V>(props: EditInPlace<V>) {
  const { label, children, field, reason } = props
  const { t } = useTranslation('ui')
  const { pathname } = useLocation()
  const key = `fact:${pathname}:${field}`
  const [editing, setEditing] = useState(() => hasDraft(key))
  const button = useRef<HTMLButtonElement>(null)
  const noWriting = useNoWriting()
  const stop = () => {
    setEditing(false)
    requestAnimationFrame(() => button.current?.focus())
  }
  if (editing)
    return (
      <Fact label={label}>
        <Editor {...props} draftKey={key} onStop={stop} />
      </Fact>
    )
  return (
    <Fact
      label={label}
      action={
        !(reason ?? noWriting) && (
          <ActionIcon
            ref={button}
            size={24}
            className={classes.pencil}
            aria-label={t('edit.start', { field: label })}
            onClick={() => setEditing(true)}
          >
            <Pencil size={14} aria-hidden />
          </ActionIcon>
        )
      }
    >
      {children}
    </Fact>
  )
}

/** The form that stands in the place of what is edited. */
export function Editor<V>(props: EditInPlace<V> & { draftKey: string; onStop: () => void }) {
  const { label, field, path = field, valueIn, input, save, show, draftKey, onStop } = props
  const { t } = useTranslation(['common', 'ui'])
  const shown = (value: V) => (show ? show(value) : String(value ?? ''))
  // Kept with the draft: what the editing began from, whatever has been read since.
  const [initial] = useState({ value: props.value, base: props.value, version: props.version })
  const draft = useDraft(draftKey, initial)
  const saving = useMutation({
    mutationFn: ({ mine, over }: { mine: V; over: number }) => save(mine, over),
    onSuccess: () => {
      draft.clear()
      onStop()
    },
  })
  const problem = useProblem(saving.error)
  const stale = staleRecord(saving.error)
  const { value: mine, base, version } = draft.values
  // What is on screen is read again after a refusal, and says what now stands in the words of the field.
  const now = stale && (props.version >= stale.version ? props.value : valueIn?.(stale))
  const rebasing = useRebase(stale, now === undefined ? undefined : same(now, base), (over) =>
    saving.mutate({ mine, over }),
  )
  const theirs = rebasing ? null : stale
  const isQuiet = !stale && !saving.isPending
  const overtaken = isQuiet && props.version > version && !same(props.value, base) && !same(props.value, mine)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const find = (selector: string) => form.current?.querySelector<HTMLElement>(selector)
    // Of rows the first field to type in; one that opens a list when it gets the focus is not surprised with it.
    const first = find('[data-autofocus]') ?? find('input:not([type=hidden], [aria-haspopup])')
    first?.focus()
  }, [])
  const cancel = () => {
    draft.clear()
    onStop()
  }
  return (
    <form
      ref={form}
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        // The record moved on by another of its parts, saved beside this one: what is edited here is as it was.
        const over = props.version > version && same(props.value, base) ? props.version : version
        saving.mutate({ mine, over })
      }}
      onKeyDown={(event) => event.key === 'Escape' && cancel()}
    >
      {input({
        value: mine,
        onChange: (next) => draft.set({ value: next }),
        error: problem.field(path, true) ?? (theirs ? undefined : (problem.sentence ?? undefined)),
        label: undefined,
        'aria-label': label,
        'data-autofocus': true,
      })}
      {/* Said while it is edited, so that nobody goes on for nothing; saving asks which one stands. */}
      <p role="status" className={overtaken ? classes.meanwhile : 'visually-hidden'}>
        {overtaken && (
          <>
            {t('ui:conflict.meanwhile')} <strong>{shown(props.value) || t('ui:conflict.nothing')}</strong>
          </>
        )}
      </p>
      {theirs && (
        <ConflictChoice
          recordId={typeof theirs.id === 'string' ? theirs.id : undefined}
          onCancel={() => saving.reset()}
          fields={[
            {
              key: field,
              label,
              base,
              theirs: now === undefined ? (theirs[field] as V) : now,
              mine,
              show: (v) => shown(v as V),
            },
          ]}
          onResolve={(choice) =>
            choice[field] === 'theirs' ? cancel() : saving.mutate({ mine, over: theirs.version })
          }
        />
      )}
      {!theirs && (
        <Group gap={6}>
          <Button type="submit" size="compact-sm" loading={saving.isPending || rebasing}>
            {t('save')}
          </Button>
          <Button variant="subtle" color="gray" size="compact-sm" onClick={cancel}>
            {t('cancel')}
          </Button>
        </Group>
      )}
    </form>
  )
}

/** How long what now stands may take to arrive before the record in the refusal is shown as it is. */
const patience = 3000

/**
 * Saves again, over the record as it now stands, where others changed other parts of it only. `untouched` is undefined
 * until that is known. True while that goes on.
 */
function useRebase(
  stale: { version: number } | null,
  untouched: boolean | undefined,
  save: (over: number) => void,
): boolean {
  const [waited, setWaited] = useState<number | null>(null)
  const tried = useRef<number | null>(null)
  const version = stale?.version ?? null
  useEffect(() => {
    if (version === null) return
    const late = setTimeout(() => setWaited(version), patience)
    return () => clearTimeout(late)
  }, [version])
  useEffect(() => {
    if (version === null || !untouched || tried.current === version) return
    tried.current = version
    save(version)
  })
  if (version === null) return false
  return untouched === undefined ? waited !== version : untouched
}

/** The record as it stands now, where the API refused a change to an older version of it. */
export function staleRecord(error: unknown): (Record<string, unknown> & { version: number }) | null {
  if (!(error instanceof ApiProblem) || error.code !== 'version_stale') return null
  return (error.problem.current as (Record<string, unknown> & { version: number }) | undefined) ?? null
}
