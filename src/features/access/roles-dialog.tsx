import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DialogForm } from '../../components/dialog-form.tsx'
import { useWrite } from '../../components/use-write.ts'
import type { Member } from '../../contract/access.ts'
import { members } from '../../data/access.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { appointmentsIn, isComplete, RolesEditor, roleRows } from './roles-editor.tsx'

/** Gives and takes somebody's roles. */
export function RolesDialog({
  member,
  name,
  onClose,
}: {
  member: Member
  name: string
  onClose: () => void
}) {
  const { t } = useTranslation('access')
  const [rows, setRows] = useState(() => roleRows(member.appointments))
  const update = useWrite(members.update, { message: () => t('members.saved'), onDone: onClose })
  return (
    <Dialog title={t('members.changeTitle', { name })} size="md" onClose={onClose}>
      <DialogForm
        right="access.manage"
        about={member.email}
        refusal={null}
        error={update.error}
        fields={[]}
        busy={update.isPending}
        submit={t('members.save')}
        onSubmit={() =>
          isComplete(rows) &&
          update.mutate({ params: { id: member.id }, body: { appointments: appointmentsIn(rows) } })
        }
        onClose={onClose}
      >
        <RolesEditor rows={rows} onChange={setRows} />
      </DialogForm>
    </Dialog>
  )
}
