import { Button, Select, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Organisation } from '../../contract/organisations.ts'
import type { Named } from '../../contract/primitives.ts'
import { organisations } from '../../data/organisations.ts'
import { useDraft } from '../../ui/use-draft.ts'
import { FormErrors } from '../form-errors.tsx'
import { OrganisationPicker } from '../organisation-picker.tsx'
import { useWrite } from '../use-write.ts'
import classes from './affiliates.module.css'
import { type AffiliationRole, useRoleOptions } from './affiliations.tsx'

interface Values {
  member: Named | null
  /** A body that is not known yet, by the name that was typed. */
  newName: string | null
  role: AffiliationRole
  detail: string
}

const blank: Values = { member: null, newName: null, role: 'member', detail: '' }

/** Adds a body to another: the affiliation is written with the body that joins, which may be a new one. */
export function AddAffiliate({ organisation, onDone }: { organisation: Organisation; onDone: () => void }) {
  const { t } = useTranslation(['organisations', 'common'])
  const { values, set, clear } = useDraft(`affiliate:${organisation.id}`, blank)
  const [tried, setTried] = useState(false)
  const message = ({ name }: { name: string }) => t('affiliation.added', { name })
  const update = useWrite(organisations.update, { message })
  const create = useWrite(organisations.create, { message })
  const roles = useRoleOptions()
  const add = useMutation({
    mutationFn: async (_: undefined, { client }) => {
      const { member, newName, role, detail } = values
      const affiliation = { toId: organisation.id, role, detail: detail || null }
      if (newName) {
        const { country, region } = organisation
        await create.mutateAsync({
          body: { name: newName, kinds: ['company'], country, region, affiliations: [affiliation] },
        })
      } else if (member) {
        const params = { id: member.id }
        const { affiliations, version } = await client.fetchQuery({
          ...organisations.read({ params }),
          staleTime: 0,
        })
        const kept = affiliations.map(({ toName: _, ...one }) => one)
        await update.mutateAsync({ params, version, body: { affiliations: [...kept, affiliation] } })
      }
    },
    onSuccess: () => {
      clear()
      onDone()
    },
  })
  const member = values.newName ? { id: '', name: values.newName } : values.member
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (member) add.mutate(undefined)
      }}
    >
      <div className={classes.fields}>
        <OrganisationPicker
          label={t('affiliation.to')}
          required
          autoFocus
          exclude={[organisation.id]}
          value={member}
          error={tried && !member && t('common:required')}
          onChange={(chosen) => set({ member: chosen, newName: null })}
          onCreate={(newName) => set({ member: null, newName })}
        />
        <Select
          label={t('affiliation.role')}
          allowDeselect={false}
          data={roles}
          value={values.role}
          onChange={(role) => role && set({ role: role as AffiliationRole })}
        />
        <TextInput
          label={t('affiliation.detail')}
          maxLength={300}
          value={values.detail}
          onChange={(event) => set({ detail: event.currentTarget.value })}
        />
      </div>
      <FormErrors error={add.error} />
      <div className={classes.buttons}>
        <Button type="submit" size="compact-md" loading={add.isPending}>
          {t('common:add')}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          size="compact-md"
          onClick={() => {
            clear()
            onDone()
          }}
        >
          {t('common:cancel')}
        </Button>
      </div>
    </form>
  )
}
