import { Button, Group, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
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
import { StepKeys, submitsOn } from './step-keys.tsx'

interface Props {
  title: string
  onCreated: (id: string) => void
  onCancel: () => void
}

const addParty = 'fieldset [role=group] input[role=combobox], fieldset input[aria-haspopup]'
const shown = ['title', 'type', 'allianceId', 'marketId', 'regionId', 'parties']

/** The least that an agreement needs before it can be signed: its title, its frame and its parties. */
export function NewAgreement({ title, onCreated, onCancel }: Props) {
  const { t } = useTranslation(['agreements', 'signing', 'common'])
  const [initial] = useState<AgreementValues>({ ...emptyValues, title, stage: 'drafting' })
  const draft = useDraft('sign:new-agreement', initial)
  const { values } = draft
  const create = useCreateAgreement(
    ({ id }) => {
      draft.clear()
      onCreated(id)
    },
    { quiet: true },
  )
  const problem = useProblem(create.error)
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const needed = !values.title.trim() ? 'title' : values.parties.length === 0 ? 'parties' : null
  const noTitle = tried && needed === 'title' ? t('signing:choose.needTitle') : undefined
  const noParties = tried && values.parties.length === 0 ? t('signing:choose.needParties') : undefined
  const submit = () => {
    if (create.busy) return
    setTried(true)
    if (needed === null) void create.submit(values)
    else form.current?.querySelector<HTMLElement>(needed === 'title' ? '[name=title]' : addParty)?.focus()
  }
  return (
    <form
      ref={form}
      noValidate
      onKeyDown={submitsOn(submit)}
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
          name="title"
          required
          data-autofocus
          autoFocus
          maxLength={500}
          value={values.title}
          error={noTitle ?? problem.field('title')}
          onChange={(event) => draft.set({ title: event.currentTarget.value })}
        />
        <TypeSelect value={values.type} onChange={(type) => draft.set({ type })} />
        <FrameFields values={values} onChange={draft.set} error={(field) => problem.field(field)} />
      </div>
      <PartiesField
        marketId={values.market?.id}
        parties={values.parties}
        negotiator={values.negotiator}
        error={noParties ?? problem.field('parties', true)}
        onChange={draft.set}
      />
      <FormErrors error={create.error} fields={shown} />
      <Group justify="flex-end" gap="xs" mt="md">
        <StepKeys to="next" />
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
