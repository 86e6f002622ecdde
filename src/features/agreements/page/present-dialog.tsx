import { Button, Group, Radio, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormErrors } from '../../../components/form-errors.tsx'
import { useWrite } from '../../../components/use-write.ts'
import type { Agreement, AttendeeInput } from '../../../contract/agreements.ts'
import { agreements } from '../../../data/agreements.ts'
import { people } from '../../../data/people.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { useDraft } from '../../../ui/use-draft.ts'
import { OrganisationField } from '../organisation-field.tsx'
import type { Present, Signatory } from '../sign/draft.ts'
import { SignatoryField } from '../sign/signatory-field.tsx'
import classes from './dialog.module.css'
import { attendeeInput } from './inputs.ts'

/** Adds a witness or organiser to an agreement that is on record: `?dialog=attendee`. */
export function PresentDialog({ agreement, onClose }: { agreement: Agreement; onClose: () => void }) {
  const { t } = useTranslation(['agreements', 'signing', 'common'])
  const [initial] = useState<Omit<Present, 'key'>>({
    role: 'witness',
    signatory: null,
    organisation: null,
    capacity: '',
  })
  const draft = useDraft(`attendee:${agreement.id}`, initial)
  const { role, signatory, organisation, capacity } = draft.values
  const update = useWrite(agreements.update, {
    message: () => t('changed'),
    onDone: () => {
      draft.clear()
      onClose()
    },
  })
  const addPerson = useWrite(people.create)
  const personId = async (chosen: Signatory | null): Promise<string | null> => {
    if (!chosen) return null
    if (chosen.kind === 'known') return chosen.id
    const { givenName, familyName, nativeName } = chosen
    const posts = organisation ? [{ organisationId: organisation.id, title: capacity }] : []
    const { reply } = await addPerson.mutateAsync({ body: { givenName, familyName, nativeName, posts } })
    // Known from now on: should the next write fail, nobody is added twice.
    draft.set({ signatory: { kind: 'known', id: reply.id, name: reply.name } })
    return reply.id
  }
  const save = async () => {
    try {
      const added: AttendeeInput = {
        role,
        personId: await personId(signatory),
        organisationId: organisation?.id ?? null,
        capacity,
      }
      await update.mutateAsync({
        params: { id: agreement.id },
        body: { attendees: [...agreement.attendees.map(attendeeInput), added] },
        version: agreement.version,
      })
    } catch {
      // The form shows what went wrong, and keeps what was typed.
    }
  }
  return (
    <Dialog title={t('present.add')} size="md" onClose={onClose}>
      <form
        noValidate
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <Radio.Group
          label={t('present.role')}
          value={role}
          onChange={(value) => draft.set({ role: value as Present['role'] })}
        >
          <Group mt={4}>
            <Radio value="witness" label={t('signing:present.witness')} />
            <Radio value="organiser" label={t('signing:present.organiser')} />
          </Group>
        </Radio.Group>
        <SignatoryField
          label={t('present.person')}
          value={signatory}
          at={organisation}
          day={agreement.signedOn ?? undefined}
          onChange={(chosen, post) =>
            draft.set({
              signatory: chosen,
              capacity: post?.title ?? capacity,
              organisation: post?.organisation ?? organisation,
            })
          }
        />
        <OrganisationField
          label={t('present.organisation')}
          kind="public_body"
          value={organisation}
          onChange={(chosen) => draft.set({ organisation: chosen })}
        />
        <TextInput
          label={t('present.capacity')}
          maxLength={500}
          value={capacity}
          onChange={(event) => draft.set({ capacity: event.currentTarget.value })}
        />
        <FormErrors error={addPerson.error ?? update.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button
            type="submit"
            loading={addPerson.isPending || update.isPending}
            disabled={!signatory && !organisation}
          >
            {t('common:add')}
          </Button>
        </Group>
      </form>
    </Dialog>
  )
}
