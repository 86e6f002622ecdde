import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DialogForm } from '../../components/dialog-form.tsx'
import { splitName } from '../../components/person-name.ts'
import { PersonPicker } from '../../components/person-picker.tsx'
import { useProblem } from '../../components/problem-sentence.ts'
import { useWrite } from '../../components/use-write.ts'
import { members } from '../../data/access.ts'
import { people } from '../../data/people.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { appointmentsIn, blankRole, isComplete, RolesEditor } from './roles-editor.tsx'

/** Invites a person of the workspace, or one whom it did not know yet, with the first roles. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('access')
  const [person, setPerson] = useState<{ id: string; name: string } | null>(null)
  const [email, setEmail] = useState('')
  const [rows, setRows] = useState([blankRole()])
  const invite = useWrite(members.invite, {
    message: (reply) => t('members.invited', { email: reply.email }),
    onDone: onClose,
  })
  const add = useWrite(people.create, {
    message: ({ name }) => t('members.added', { name }),
    onDone: ({ id, name }) => setPerson({ id, name }),
    failure: 'toast',
  })
  const problem = useProblem(invite.error)
  return (
    <Dialog title={t('members.inviteTitle')} size="md" onClose={onClose}>
      <DialogForm
        right="access.manage"
        about={t('members.inviteText')}
        refusal={null}
        error={invite.error}
        fields={['personId', 'email']}
        busy={invite.isPending || add.isPending}
        submit={t('members.send')}
        onSubmit={() =>
          isComplete(rows) &&
          invite.mutate({ body: { email, personId: person?.id ?? '', appointments: appointmentsIn(rows) } })
        }
        onClose={onClose}
      >
        <PersonPicker
          label={t('members.person')}
          required
          value={person}
          error={problem.field('personId')}
          onChange={setPerson}
          onCreate={(name) => add.mutate({ body: splitName(name) })}
        />
        <TextInput
          type="email"
          label={t('signIn.email')}
          required
          maxLength={320}
          value={email}
          error={problem.field('email')}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <RolesEditor rows={rows} onChange={setRows} />
      </DialogForm>
    </Dialog>
  )
}
