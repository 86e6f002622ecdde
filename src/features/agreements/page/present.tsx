import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { RemoveButton } from '../../../components/dossier/remove-button.tsx'
import { useNoWriting } from '../../../components/may-write.ts'
import { RecordLink } from '../../../components/record-link.tsx'
import { useWrite } from '../../../components/use-write.ts'
import type { Agreement } from '../../../contract/agreements.ts'
import { agreements } from '../../../data/agreements.ts'
import { useDialogAddress } from '../../../ui/dialog-address.ts'
import { Section } from '../../../ui/section.tsx'
import { attendeeInput } from './inputs.ts'
import classes from './page.module.css'
import { PresentDialog } from './present-dialog.tsx'

/** Who witnessed and who organised the signature. */
export function Present({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation('agreements')
  const noWriting = useNoWriting()
  const dialog = useDialogAddress('attendee')
  const editable = !noWriting && !agreement.deletedAt
  const { attendees } = agreement
  if (attendees.length === 0 && !agreement.signatures.length) return null
  return (
    <Section
      title={t('present.title')}
      count={attendees.length || undefined}
      action={
        editable && (
          <Button variant="subtle" size="compact-sm" onClick={() => dialog.open()}>
            {t('present.add')}
          </Button>
        )
      }
    >
      {attendees.length === 0 && <p className={classes.empty}>{t('present.empty')}</p>}
      {(['witness', 'organiser'] as const).map((role) => (
        <Group key={role} role={role} agreement={agreement} editable={editable} />
      ))}
      {dialog.opened && editable && <PresentDialog agreement={agreement} onClose={dialog.close} />}
    </Section>
  )
}

function Group({
  role,
  agreement,
  editable,
}: {
  role: 'witness' | 'organiser'
  agreement: Agreement
  editable: boolean
}) {
  const { t } = useTranslation('agreements')
  const update = useWrite(agreements.update, { message: () => t('changed'), failure: 'toast' })
  const some = agreement.attendees.filter((attendee) => attendee.role === role)
  const { id, version, attendees } = agreement
  const remove = (gone: string) =>
    update.mutate({
      params: { id },
      body: { attendees: attendees.filter((attendee) => attendee.id !== gone).map(attendeeInput) },
      version,
    })
  if (some.length === 0) return null
  return (
    <div className={classes.side}>
      <h3 id={`present-${role}`}>{t(`present.${role}`)}</h3>
      <ul aria-labelledby={`present-${role}`} className={classes.list}>
        {some.map(({ id: attendeeId, person, organisation, capacity }) => (
          <li key={attendeeId} className={classes.row}>
            <span>
              {person && <RecordLink noun="people" id={person.id} name={person.name} />}
              {person && capacity && `, ${capacity}`}
              {person && organisation && ' · '}
              {organisation && (
                <RecordLink noun="organisations" id={organisation.id} name={organisation.name} />
              )}
            </span>
            {editable && (
              <RemoveButton
                name={person?.name ?? organisation?.name ?? ''}
                busy={update.isPending}
                onClick={() => remove(attendeeId)}
              />
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
