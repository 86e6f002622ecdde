import { Button, Menu } from '@mantine/core'
import ChevronDown from 'lucide-react/icons/chevron-down'
import Plus from 'lucide-react/icons/plus'
import { useTranslation } from 'react-i18next'
import { FormErrors } from '../../../components/form-errors.tsx'
import { useNoWriting } from '../../../components/may-write.ts'
import { useReason } from '../../../components/problem-sentence.ts'
import { useScope, useScopedNavigate } from '../../../components/scope.ts'
import { useWrite } from '../../../components/use-write.ts'
import type { Grant } from '../../../contract/grants.ts'
import { grants } from '../../../data/grants.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useDialogAddress } from '../../../ui/dialog-address.ts'
import { MenuAction } from '../../../ui/menu-action.tsx'

/** What can be done with the grant from any of its tabs. */
export function PageActions({ grant }: { grant: Grant }) {
  const { t } = useTranslation('grants')
  const noWriting = useNoWriting()
  const reason = useReason()
  const { open } = useDialogAddress('new-expense', ['grant'])
  return (
    <>
      <ActionButton
        reason={noWriting ?? reason(grant.deletedAt ? { code: 'record_in_bin' } : null)}
        leftSection={<Plus size={16} aria-hidden />}
        onClick={() => open({ grant: grant.id })}
      >
        {t('action.addExpense')}
      </ActionButton>
      <MoreActions grant={grant} />
    </>
  )
}

function MoreActions({ grant }: { grant: Grant }) {
  const { t } = useTranslation(['grants', 'common'])
  const { day } = useScope()
  const navigate = useScopedNavigate()
  const noWriting = useNoWriting()
  const reason = useReason()
  const { id, version, title, closedOn } = grant
  const binned = noWriting ?? reason(grant.deletedAt ? { code: 'record_in_bin' } : null)
  const over = { params: { id }, version }
  const close = useWrite(grants.update, {
    message: () => t(closedOn ? 'reopened' : 'closedNow', { title }),
    failure: 'toast',
  })
  const remove = useWrite(grants.remove, {
    message: () => t('deleted', { title }),
    onDone: () => void navigate('/grants'),
  })
  return (
    <>
      <Menu position="bottom-end" width={260} withinPortal>
        <Menu.Target>
          <Button
            variant="default"
            rightSection={<ChevronDown size={14} aria-hidden />}
            loading={close.isPending || remove.isPending}
          >
            {t('common:more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void navigate(`/grants/${id}/report`)}>{t('action.report')}</Menu.Item>
          <MenuAction
            reason={binned}
            onClick={() => close.mutate({ ...over, body: { closedOn: closedOn ? null : day } })}
          >
            {t(closedOn ? 'action.reopen' : 'action.close')}
          </MenuAction>
          <MenuAction reason={binned} onClick={() => remove.mutate(over)}>
            {t('common:delete')}
          </MenuAction>
        </Menu.Dropdown>
      </Menu>
      {remove.error && (
        <Dialog title={t('notDeleted')} size="md" onClose={remove.reset}>
          <FormErrors error={remove.error} />
        </Dialog>
      )}
    </>
  )
}
