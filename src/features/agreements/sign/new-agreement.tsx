import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormErrors } from '../../../components/form-errors.tsx'
import { useProblem } from '../../../components/problem-sentence.ts'
import { useDraft } from '../../../ui/use-draft.ts'
import classes from '../form/form.module.css'
import { FrameFields } from '../form/frame-fields.tsx'
import { PartiesField } from '../form/parties-field.tsx'
import { TypeSelect } from '../form/type-select.tsx'
import { useCreateAgreement } from '../form/use-create-agreement.ts'
import { type AgreementValues, emptyValues } from '../form/values.ts'

interface Props {
  title: string
  onCreated: (id: string) => void
  onCancel: () => void
}

const shown = ['title', 'type', 'allianceId', 'marketId', 'regionId', 'parties']

/** The least that an agreement needs before it can be signed: its title, its frame and its parties. */
export function NewAgreement({ title, onCreated, onCancel }: Props) {
  const { t } = useTranslation(['agreements', 'signing', 'common'])
  const [initial] = useState<AgreementValues>({ ...emptyValues, title, stage: 'drafting' })
  const draft = useDraft('sign:new-agreement', initial)
  const { values } = draft
  const create = useCreateAgreement(({ id }) => {
    draft.clear()
    onCreated(id)
  })
  const problem = useProblem(create.error)
  const [tried, setTried] = useState(false)
  const noParties = tried && values.parties.length === 0 ? t('signing:choose.needParties') : undefined
  const submit = () => {
    setTried(true)
    if (values.parties.length > 0) void create.submit(values)
  }
  return (
    <form
      noValidate
      className={classes.inline}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <h3 className={classes.inlineTitle}>{t('signing:choose.newTitle')}</h3>
      <div className={classes.grid}>
        <TextInput
          className={classes.wide}
          label={t('agreements:fact.title')}
          required
          data-autofocus
          autoFocus
          maxLength={500}
          value={values.title}
          error={problem.field('title')}
          onChange={(event) => draft.set({ title: event.currentTarget.value })}
        />
        <TypeSelect value={values.type} onChange={(type) => draft.set({ type })} />
        <FrameFields values={values} onChange={draft.set} error={(field) => problem.field(field)} />
      </div>
      <PartiesField
        parties={values.parties}
        negotiator={values.negotiator}
        error={noParties ?? problem.field('parties', true)}
        onChange={draft.set}
      />
      <FormErrors error={create.error} fields={shown} />
      <Group justify="flex-end" gap="xs" mt="md">
        <Button
          variant="subtle"
          color="gray"
          onClick={() => {
            draft.clear()
            onCancel()
          }}
        >
          {t('common:cancel')}
        </Button>
        <Button type="submit" loading={create.busy}>
          {t('signing:choose.create')}
        </Button>
      </Group>
    </form>
  )
}
