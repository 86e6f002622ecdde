import { ActionIcon, Menu } from '@mantine/core'
import MoreHorizontal from 'lucide-react/icons/ellipsis'
import { useTranslation } from 'react-i18next'
import { useNoWriting } from '../../components/may-write.ts'

/** What can be done with one row: change it, delete it. Nothing for those who only look. */
export function RowMenu({
  label,
  onEdit,
  onRemove,
}: {
  label: string
  onEdit: () => void
  onRemove: () => void
}) {
  const { t } = useTranslation('common')
  if (useNoWriting()) return null
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
