import { Menu } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../../components/may.ts'
import { binned, useWhyNot } from '../../../components/may-write.ts'
import { MoreMenu } from '../../../components/more-menu.tsx'
import { PinButton } from '../../../components/pin-button.tsx'
import { useScopedNavigate } from '../../../components/scope.ts'
import { useWrite } from '../../../components/use-write.ts'
import type { Mission } from '../../../contract/missions.ts'
import { missions } from '../../../data/missions.ts'
import { missionCan } from '../../../domain/mission.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import { useDialogAddress } from '../../../ui/dialog-address.ts'
import { MenuAction } from '../../../ui/menu-action.tsx'

/** What can be done with the mission now. What can't stays in its place and says why. */
export function PageActions({ mission }: { mission: Mission }) {
  const { t } = useTranslation('missions')
  const why = useWhyNot()
  const whyNotDecide = useWhyNot('activity.decide')
  const move = useDialogAddress('move-mission')
  const close = useDialogAddress('close-mission')
  return (
    <>
      <ActionButton variant="default" reason={why(missionCan.move(mission))} onClick={() => move.open()}>
        {t('action.move')}
      </ActionButton>
      <ActionButton
        variant={mission.status === 'follow_up' ? 'filled' : 'default'}
        reason={whyNotDecide(missionCan.close(mission))}
        onClick={() => close.open()}
      >
        {t('action.close')}
      </ActionButton>
      <MoreActions mission={mission} />
      <PinButton title={mission.title} />
    </>
  )
}

/** What is wanted more rarely: in a menu, with the reason where it is not possible. */
function MoreActions({ mission }: { mission: Mission }) {
  const { t } = useTranslation(['missions', 'common'])
  const navigate = useScopedNavigate()
  const why = useWhyNot()
  const whyNotDecide = useWhyNot('activity.decide')
  const may = useMay()
  const cancel = useDialogAddress('cancel-mission')
  const reopen = useWrite(missions.reopen, {
    message: ({ title }) => t('reopened', { title }),
    failure: 'toast',
  })
  const remove = useWrite(missions.remove, {
    message: ({ title }) => t('deleted', { title }),
    onDone: () => void navigate('/missions'),
  })
  const { id, version } = mission
  const over = { params: { id }, version }
  return (
    <MoreMenu
      busy={reopen.isPending}
      remove={{ ...remove, mutate: () => remove.mutate(over) }}
      cannotRemove={why(binned(mission))}
      notDeleted={t('notDeleted')}
    >
      {may('records.read') &&
        (['programmes', 'book', 'table-sheets'] as const).map((paper) => (
          <MenuAction key={paper} reason={null} onClick={() => void navigate(`/missions/${id}/${paper}`)}>
            {t(`print.${paper}`)}
          </MenuAction>
        ))}
      <Menu.Divider />
      <MenuAction reason={whyNotDecide(missionCan.cancel(mission))} onClick={() => cancel.open()}>
        {t('action.cancel')}
      </MenuAction>
      <MenuAction reason={whyNotDecide(missionCan.reopen(mission))} onClick={() => reopen.mutate(over)}>
        {t('action.reopen')}
      </MenuAction>
    </MoreMenu>
  )
}
