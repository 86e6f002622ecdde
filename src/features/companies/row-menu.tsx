import { ActionIcon, Menu } from '@mantine/core'
import MoreHorizontal from 'lucide-react/icons/ellipsis'
import { useTranslation } from 'react-i18next'
import { useNoWriting } from '../../components/may-write.ts'
import type { Right } from '../../domain/rights.ts'

/** What can be done with one row: change it, delete it. Nothing for those who only look. */
export function RowMenu({
  right,
  label,
  onEdit,
  onRemove,
}: {
  /** What changing and deleting ask for. */
  right: Right
  label: string
  onEdit: () => void
  onRemove: () => void
}) {
  const { t } = useTranslation('common')
  if (useNoWriting(right)) return null
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size={26} aria-label={label}>
          <MoreHorizontal size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onEdit}>{t('edit')}</Menu.Item>
        <Menu.Item onClick={onRemove}>{t('delete')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
