import PenLine from 'lucide-react/icons/pen-line'
import { useTranslation } from 'react-i18next'
import { binned, useWhyNot } from '../../../components/may-write.ts'
import { MoreMenu } from '../../../components/more-menu.tsx'
import { PinButton } from '../../../components/pin-button.tsx'
import { useScopedNavigate } from '../../../components/scope.ts'
import { useWrite } from '../../../components/use-write.ts'
import type { Agreement } from '../../../contract/agreements.ts'
import { agreements } from '../../../data/agreements.ts'
import { agreementCan } from '../../../domain/agreement.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import { useDialogAddress } from '../../../ui/dialog-address.ts'
import { MenuAction } from '../../../ui/menu-action.tsx'

/** What can be done with the agreement now. What can't stays in its place and says why. */
export function PageActions({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation(['agreements', 'common'])
  const navigate = useScopedNavigate()
  const why = useWhyNot()
  const whyNotDecide = useWhyNot('activity.decide')
  const move = useDialogAddress('move')
  const renew = useDialogAddress('renew')
  const sign = useDialogAddress('sign')
  const cannotSign = whyNotDecide(agreementCan.sign(agreement))
  return (
    <>
      <ActionButton
        variant="default"
        reason={why(binned(agreement))}
        onClick={() => void navigate(`/agreements/${agreement.id}/edit`)}
      >
        {t('common:edit')}
      </ActionButton>
      <ActionButton variant="default" reason={why(agreementCan.move(agreement))} onClick={() => move.open()}>
        {t('action.move')}
      </ActionButton>
      <ActionButton
        variant="default"
        reason={whyNotDecide(agreementCan.renew(agreement))}
        onClick={() => renew.open()}
      >
        {t('action.renew')}
      </ActionButton>
      <MoreActions agreement={agreement} />
      <PinButton title={agreement.title} />
      <ActionButton
        variant={cannotSign ? 'default' : 'filled'}
        reason={cannotSign}
        leftSection={<PenLine size={16} aria-hidden />}
        onClick={() => sign.open()}
      >
        {t('sign')}
      </ActionButton>
    </>
  )
}

/** What ends an agreement, rarely wanted: in a menu, with the reason where it is not possible. */
function MoreActions({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation(['agreements', 'common'])
  const navigate = useScopedNavigate()
  const why = useWhyNot()
  const whyNotDecide = useWhyNot('activity.decide')
  const terminate = useDialogAddress('terminate')
  const abandon = useDialogAddress('abandon')
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
  return (
    <MoreMenu
      busy={reopen.isPending}
      remove={{ ...remove, mutate: () => remove.mutate(over) }}
      cannotRemove={why(binned(agreement))}
      notDeleted={t('notDeleted')}
    >
      <MenuAction reason={whyNotDecide(agreementCan.terminate(agreement))} onClick={() => terminate.open()}>
        {t('action.terminate')}
      </MenuAction>
      {agreement.abandonedOn ? (
        <MenuAction reason={whyNotDecide(agreementCan.reopen(agreement))} onClick={() => reopen.mutate(over)}>
          {t('action.reopen')}
        </MenuAction>
      ) : (
        <MenuAction reason={whyNotDecide(agreementCan.abandon(agreement))} onClick={() => abandon.open()}>
          {t('action.abandon')}
        </MenuAction>
      )}
    </MoreMenu>
  )
}
