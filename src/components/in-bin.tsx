import { useTranslation } from 'react-i18next'
import type { RecordNoun } from '../contract/primitives.ts'
import { useFormat } from '../i18n/format.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Notice } from '../ui/notice.tsx'
import { useNoWriting } from './may-write.ts'
import { useRestore } from './use-restore.ts'

interface Props {
  noun: RecordNoun
  record: { id: string; deletedAt: string | null }
  /** What is said once it is out again. */
  restored: string
}

/** Says since when a record has been in the bin, and takes it out; nothing where it isn't in there. */
export function InBin({ noun, record, restored }: Props) {
  const { t } = useTranslation('common')
  const f = useFormat()
  const noWriting = useNoWriting()
  const restore = useRestore(noun, () => restored)
  if (!record.deletedAt) return null
  return (
    <Notice tone="overdue" title={t('inBinSince', { date: f.instant(record.deletedAt) })}>
      <ActionButton
        size="compact-sm"
        variant="default"
        reason={noWriting}
        loading={restore.isPending}
        onClick={() => restore.mutate({ params: { id: record.id } })}
      >
        {t('restore')}
      </ActionButton>
    </Notice>
  )
}
