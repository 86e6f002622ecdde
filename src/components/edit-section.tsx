import { Button } from '@mantine/core'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { Section } from '../ui/section.tsx'
import { hasDraft } from '../ui/use-draft.ts'
import { type EditInPlace, Editor } from './editable-fact.tsx'
import { useNoWriting } from './may-write.ts'

/** A titled part of a page whose list is edited where it stands. What was typed survives as in `EditableFact`. */
export function EditSection<V>({
  count,
  action,
  children,
  ...edit
}: EditInPlace<V> & { count?: number; action?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation('common')
  const { pathname } = useLocation()
  const button = useRef<HTMLButtonElement>(null)
  const noWriting = useNoWriting()
  const { label, field, reason } = edit
  const draftKey = `section:${pathname}:${field}`
  const [editing, setEditing] = useState(() => hasDraft(draftKey))
  const stop = () => {
    setEditing(false)
    requestAnimationFrame(() => button.current?.focus())
  }
  if (editing)
    return (
      <Section title={label}>
        <Editor {...edit} draftKey={draftKey} onStop={stop} />
      </Section>
    )
  return (
    <Section
      title={label}
      count={count}
      action={
        !(reason ?? noWriting) && (
          <span style={{ display: 'flex', gap: 4 }}>
            {action}
            <Button
              ref={button}
              variant="subtle"
              size="compact-sm"
              aria-label={t('editNamed', { name: label })}
              onClick={() => setEditing(true)}
            >
              {t('edit')}
            </Button>
          </span>
        )
      }
    >
      {children}
    </Section>
  )
}
