import { Menu } from '@mantine/core'
import Plus from 'lucide-react/icons/plus'
import { useTranslation } from 'react-i18next'
import { binned, useWhyNot } from '../../../components/may-write.ts'
import { MoreMenu } from '../../../components/more-menu.tsx'
import { PinButton } from '../../../components/pin-button.tsx'
import { useScope, useScopedNavigate } from '../../../components/scope.ts'
import { useWrite } from '../../../components/use-write.ts'
import type { Grant } from '../../../contract/grants.ts'
import { grants } from '../../../data/grants.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import { useDialogAddress } from '../../../ui/dialog-address.ts'
import { MenuAction } from '../../../ui/menu-action.tsx'

/** What can be done with the grant from any of its tabs. */
export function PageActions({ grant }: { grant: Grant }) {
  const { t } = useTranslation('grants')
  const why = useWhyNot('expenses.write')
  const { open } = useDialogAddress('new-expense', ['grant'])
  return (
    <>
      <ActionButton
        reason={why(binned(grant))}
        leftSection={<Plus size={16} aria-hidden />}
        onClick={() => open({ grant: grant.id })}
      >
        {t('action.addExpense')}
      </ActionButton>
      <PinButton title={grant.title} />
      <MoreActions grant={grant} />
    </>
  )
}

function MoreActions({ grant }: { grant: Grant }) {
  const { t } = useTranslation('grants')
  const { day } = useScope()
  const navigate = useScopedNavigate()
  const why = useWhyNot('budgets.write')
  const { id, version, title, closedOn } = grant
  const cannotWrite = why(binned(grant))
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
    <MoreMenu
      busy={close.isPending}
      remove={{ ...remove, mutate: () => remove.mutate(over) }}
      cannotRemove={cannotWrite}
      notDeleted={t('notDeleted')}
    >
      <Menu.Item onClick={() => void navigate(`/grants/${id}/report`)}>{t('action.report')}</Menu.Item>
      <MenuAction
        reason={cannotWrite}
        onClick={() => close.mutate({ ...over, body: { closedOn: closedOn ? null : day } })}
      >
        {t(closedOn ? 'action.reopen' : 'action.close')}
      </MenuAction>
    </MoreMenu>
  )
}
