import { Button, Menu } from '@mantine/core'
import ChevronDown from 'lucide-react/icons/chevron-down'
import PenLine from 'lucide-react/icons/pen-line'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { FormErrors } from '../../../components/form-errors.tsx'
import { useNoWriting } from '../../../components/may-write.ts'
import { useReason } from '../../../components/problem-sentence.ts'
import { useScopedNavigate } from '../../../components/scope.ts'
import { useWrite } from '../../../components/use-write.ts'
import type { Agreement } from '../../../contract/agreements.ts'
import { agreements } from '../../../data/agreements.ts'
import { agreementCan, type Refusal } from '../../../domain/agreement.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { MenuAction } from '../../../ui/menu-action.tsx'

/** What can be done with the agreement now. What can't stays in its place and says why. */
export function PageActions({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation(['agreements', 'common'])
  const navigate = useScopedNavigate()
  const why = useWhyNot()
  const open = useOpenDialog()
  const inBin = agreement.deletedAt ? { code: 'record_in_bin' } : null
  const cannotSign = why(agreementCan.sign(agreement))
  return (
    <>
      <ActionButton
        variant="default"
        reason={why(inBin)}
        onClick={() => void navigate(`/agreements/${agreement.id}/edit`)}
      >
        {t('common:edit')}
      </ActionButton>
      <ActionButton variant="default" reason={why(agreementCan.move(agreement))} onClick={() => open('move')}>
        {t('action.move')}
      </ActionButton>
      <ActionButton
        variant="default"
        reason={why(agreementCan.renew(agreement))}
        onClick={() => open('renew')}
      >
        {t('action.renew')}
      </ActionButton>
      <MoreActions agreement={agreement} />
      <ActionButton
        variant={cannotSign ? 'default' : 'filled'}
        reason={cannotSign}
        leftSection={<PenLine size={16} aria-hidden />}
        onClick={() => open('sign')}
      >
        {t('sign')}
      </ActionButton>
    </>
  )
}

/** The sentence for why not: the reader may not write, or the agreement is not in the state for it. */
function useWhyNot(): (refusal: Refusal | null) => string | null {
  const noWriting = useNoWriting()
  const reason = useReason()
  return (refusal) => noWriting ?? reason(refusal)
}

function useOpenDialog(): (name: string) => void {
  const [, setParams] = useSearchParams()
  return (name) =>
    setParams(
      (current) => {
        const next = new URLSearchParams(current)
        next.set('dialog', name)
        return next
      },
      { preventScrollReset: true },
    )
}

/** What ends an agreement, rarely wanted: in a menu, with the reason where it is not possible. */
function MoreActions({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation(['agreements', 'common'])
  const navigate = useScopedNavigate()
  const why = useWhyNot()
  const open = useOpenDialog()
  const reopen = useWrite(agreements.reopen, {
    message: ({ title }) => t('reopened', { title }),
    failure: 'toast',
  })
  const remove = useWrite(agreements.remove, {
    message: ({ title }) => t('deleted', { title }),
    onDone: () => void navigate('/agreements'),
  })
  const { id, version } = agreement
  const over = { params: { id }, version }
  const inBin = agreement.deletedAt ? { code: 'record_in_bin' } : null
  return (
    <>
      <Menu position="bottom-end" width={300} withinPortal>
        <Menu.Target>
          <Button
            variant="default"
            rightSection={<ChevronDown size={14} aria-hidden />}
            loading={reopen.isPending || remove.isPending}
          >
            {t('common:more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <MenuAction reason={why(agreementCan.terminate(agreement))} onClick={() => open('terminate')}>
            {t('action.terminate')}
          </MenuAction>
          {agreement.abandonedOn ? (
            <MenuAction reason={why(agreementCan.reopen(agreement))} onClick={() => reopen.mutate(over)}>
              {t('action.reopen')}
            </MenuAction>
          ) : (
            <MenuAction reason={why(agreementCan.abandon(agreement))} onClick={() => open('abandon')}>
              {t('action.abandon')}
            </MenuAction>
          )}
          <MenuAction reason={why(inBin)} onClick={() => remove.mutate(over)}>
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
