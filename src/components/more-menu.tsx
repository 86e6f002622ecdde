import { Button, Menu } from '@mantine/core'
import ChevronDown from 'lucide-react/icons/chevron-down'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../ui/dialog.tsx'
import { MenuAction } from '../ui/menu-action.tsx'
import { FormErrors } from './form-errors.tsx'

interface Props {
  /** Whether something chosen here is under way. */
  busy: boolean
  /** The deleting of the record, last in the menu. */
  remove: { isPending: boolean; error: unknown; reset: () => void; mutate: () => void }
  /** Why it can't be deleted now. */
  cannotRemove: string | null
  /** Above what stands in the way, where the API refuses to delete it. */
  notDeleted: string
  children: ReactNode
}

/** What is wanted more rarely of a record, with the reason where it is not possible. */
export function MoreMenu({ busy, remove, cannotRemove, notDeleted, children }: Props) {
  const { t } = useTranslation('common')
  return (
    <>
      <Menu position="bottom-end" width={300} withinPortal>
        <Menu.Target>
          <Button
            variant="default"
            rightSection={<ChevronDown size={14} aria-hidden />}
            loading={busy || remove.isPending}
          >
            {t('more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {children}
          <MenuAction reason={cannotRemove} onClick={remove.mutate}>
            {t('delete')}
          </MenuAction>
        </Menu.Dropdown>
      </Menu>
      {remove.error !== null && (
        <Dialog title={notDeleted} size="md" onClose={remove.reset}>
          <FormErrors error={remove.error} />
        </Dialog>
      )}
    </>
  )
}
