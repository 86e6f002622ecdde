import { Button, Group, Radio } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { history } from '../data/history.ts'
import { useFormat } from '../i18n/format.ts'
import { Dialog } from '../ui/dialog.tsx'
import classes from './conflict-dialog.module.css'

/** One field that two people edited. */
export interface ConflictField {
  key: string
  label: string
  /** As it was when the editing began. */
  base: unknown
  theirs: unknown
  mine: unknown
  show: (value: unknown) => ReactNode
}

export type Choice = Record<string, 'mine' | 'theirs'>

/** Whether two values of a field say the same. */
export const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** Those fields where both changed something, and not to the same. */
export const realConflicts = (fields: readonly ConflictField[]): ConflictField[] =>
  fields.filter(({ base, theirs, mine }) => !same(theirs, base) && !same(mine, base) && !same(theirs, mine))

/** Both versions side by side, field by field; the reader chooses. Fields only one of the two changed need no choice. */
export function ConflictChoice({
  fields,
  recordId,
  onResolve,
  onCancel,
}: {
  fields: readonly ConflictField[]
  /** Whose history tells who changed it. */
  recordId?: string
  onResolve: (choice: Choice) => void
  /** Goes back to what is being edited, nothing saved and nothing lost. */
  onCancel?: () => void
}) {
  const { t } = useTranslation(['ui', 'common'])
  const conflicts = realConflicts(fields)
  const [choice, setChoice] = useState<Choice>({})
  const open = conflicts.some(({ key }) => !choice[key])
  const resolve = () => {
    const settled = fields.map(({ key, base, mine }) => [key, same(mine, base) ? 'theirs' : 'mine'] as const)
    onResolve({ ...Object.fromEntries(settled), ...choice })
  }
  return (
    <div className={classes.conflict} role="group" aria-label={t('conflict.title')}>
      {recordId && <ByWhom recordId={recordId} />}
      <p>{conflicts.length > 0 ? t('conflict.explain') : t('conflict.harmless')}</p>
      {conflicts.map(({ key, label, theirs, mine, show }) => (
        <Radio.Group
          key={key}
          label={label}
          value={choice[key] ?? null}
          onChange={(value) => setChoice({ ...choice, [key]: value as 'mine' | 'theirs' })}
        >
          <div className={classes.versions}>
            <Radio value="theirs" label={<Version title={t('conflict.theirs')}>{show(theirs)}</Version>} />
            <Radio value="mine" label={<Version title={t('conflict.mine')}>{show(mine)}</Version>} />
          </div>
        </Radio.Group>
      ))}
      <Group justify="flex-end" gap="xs">
        {onCancel && (
          <Button variant="default" onClick={onCancel}>
            {t('common:cancel')}
          </Button>
        )}
        <Button disabled={open} onClick={resolve}>
          {t('conflict.save')}
        </Button>
      </Group>
    </div>
  )
}

/** Whose change the other version is, as far as the history knows. */
function ByWhom({ recordId }: { recordId: string }) {
  const { t } = useTranslation('ui')
  const f = useFormat()
  const { data } = useQuery(history.page({ query: { recordId, limit: 1 } }))
  const last = data?.items[0]
  if (!last?.actor) return null
  return (
    <p>
      <strong>{t('conflict.by', { name: last.actor.name, when: f.instant(last.at) })}</strong>
    </p>
  )
}

function Version({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation('ui')
  const empty = children === null || children === undefined || children === ''
  return (
    <span className={classes.version}>
      <small>{title}</small>
      <span>{empty ? t('conflict.nothing') : children}</span>
    </span>
  )
}

/** The same as a dialog, over a form. Closing it goes back to the form, nothing saved and nothing lost. */
export function ConflictDialog(props: {
  fields: readonly ConflictField[]
  recordId?: string
  onResolve: (choice: Choice) => void
  onClose: () => void
}) {
  const { t } = useTranslation('ui')
  return (
    <Dialog title={t('conflict.title')} onClose={props.onClose}>
      <ConflictChoice {...props} onCancel={props.onClose} />
    </Dialog>
  )
}
