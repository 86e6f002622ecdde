import type { ReactNode } from 'react'
import type { Mission } from '../../../contract/missions.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { useDialogAddress } from '../../../ui/dialog-address.ts'
import { WaitingLines } from '../../../ui/waiting-lines.tsx'
import { useDialogMissionId, useMission } from '../use-mission.ts'

const own = ['mission']

/** A dialog about one mission, by address; nothing where the address names none. */
export function MissionDialog(props: {
  name: string
  title: string
  children: (mission: Mission, close: () => void) => ReactNode
}) {
  const id = useDialogMissionId()
  return id && <Opened {...props} id={id} />
}

function Opened({
  id,
  name,
  title,
  children,
}: {
  id: string
  name: string
  title: string
  children: (mission: Mission, close: () => void) => ReactNode
}) {
  const mission = useMission(id)
  const { close } = useDialogAddress(name, own)
  return (
    <Dialog title={title} size="md" onClose={close}>
      {mission ? children(mission, close) : <WaitingLines />}
    </Dialog>
  )
}
