import { Button, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DraftNotice } from './draft-notice.tsx'
import classes from './new-record-form.module.css'

/** The frame of a form that adds a record: what was typed before, the fields, and its two buttons. */
export function NewRecordForm({
  busy,
  restored,
  onDiscard,
  onSubmit,
  onCancel,
  children,
}: {
  busy: boolean
  /** It opened with what had been typed before. */
  restored: boolean
  onDiscard: () => void
  onSubmit: () => void
  onCancel: () => void
  children: ReactNode
}) {
  const { t } = useTranslation('common')
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) onSubmit()
      }}
    >
      <DraftNotice restored={restored} onDiscard={onDiscard} />
      {children}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={busy}>
          {t('create')}
        </Button>
      </Group>
    </form>
  )
}
