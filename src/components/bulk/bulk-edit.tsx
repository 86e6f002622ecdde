import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mostBulkRows } from '../../contract/bulk.ts'
import { loadMessages } from '../../i18n/i18n.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import type { BulkField, BulkNoun } from './fields.ts'

export interface BulkProps {
  noun: BulkNoun
  /** The records, each with the version that was seen. */
  rows: readonly { id: string; version: number }[]
  /** What this list can change besides. */
  more?: readonly BulkField[]
  /** After they were changed. */
  onDone: () => void
}

const Dialog = lazy(async () => {
  const [{ BulkDialog }] = await Promise.all([
    import('./bulk-dialog.tsx'),
    loadMessages(['bulk', 'history', 'companies', 'privacy']),
  ])
  return { default: BulkDialog }
})

/** Changes the chosen records together: what, looked at for each, then all of it as one change. */
export function BulkEdit(props: BulkProps) {
  const { t } = useTranslation('common')
  const [opened, setOpened] = useState(false)
  const tooMany = props.rows.length > mostBulkRows ? t('bulk.tooMany', { count: mostBulkRows }) : null
  return (
    <>
      <ActionButton size="compact-sm" reason={tooMany} onClick={() => setOpened(true)}>
        {t('bulk.open')}
      </ActionButton>
      {opened && (
        <Suspense>
          <Dialog {...props} onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  )
}
