import { Button, Group, Radio } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
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

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** Those fields where both changed something, and not to the same. */
export const realConflicts = (fields: readonly ConflictField[]): ConflictField[] =>
  fields.filter(({ base, theirs, mine }) => !same(theirs, base) && !same(mine, base) && !same(theirs, mine))

/** Both versions side by side, field by field; the reader chooses. Fields only one of the two changed need no choice. */
export function ConflictChoice({
  fields,
  onResolve,
}: {
  fields: readonly ConflictField[]
  onResolve: (choice: Choice) => void
}) {
  const { t } = useTranslation('ui')
  const conflicts = realConflicts(fields)
  const [choice, setChoice] = useState<Choice>({})
  const open = conflicts.some(({ key }) => !choice[key])
  const resolve = () => {
    const settled = fields.map(({ key, base, mine }) => [key, same(mine, base) ? 'theirs' : 'mine'] as const)
    onResolve({ ...Object.fromEntries(settled), ...choice })
  }
  return (
    <div className={classes.conflict} role="group" aria-label={t('conflict.title')}>
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
        <Button disabled={open} onClick={resolve}>
          {t('conflict.save')}
        </Button>
      </Group>
    </div>
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
  onResolve: (choice: Choice) => void
  onClose: () => void
}) {
  const { t } = useTranslation('ui')
  return (
    <Dialog title={t('conflict.title')} onClose={props.onClose}>
      <ConflictChoice fields={props.fields} onResolve={props.onResolve} />
    </Dialog>
  )
}
