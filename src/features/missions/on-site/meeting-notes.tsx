import { Documents } from '../../../components/dossier/documents.tsx'
import { Notes } from '../../../components/dossier/notes.tsx'
import type { Meeting } from '../../../contract/meetings.ts'
import type { Mission } from '../../../contract/missions.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { RemarkForm } from './remark-form.tsx'

/** What was said in a meeting, with photos and cards. */
export function MeetingNotes({
  meeting,
  mission,
  title,
  onClose,
}: {
  meeting: Meeting
  mission: Mission
  title: string
  onClose: () => void
}) {
  const record = { noun: 'meetings', recordId: meeting.id } as const
  return (
    <Dialog title={title} onClose={onClose}>
      <RemarkForm meeting={meeting} mission={mission} onDone={onClose} />
      <Notes {...record} />
      <Documents {...record} />
    </Dialog>
  )
}
