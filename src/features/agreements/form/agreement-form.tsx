import { Button, Group, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { FormErrors } from '../../../components/form-errors.tsx'
import { LanguageSelect } from '../../../components/language-select.tsx'
import { useNoWriting } from '../../../components/may-write.ts'
import { useProblem } from '../../../components/problem-sentence.ts'
import { openStages } from '../../../domain/agreement.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import { DateInput, PartialDateInput } from '../../../ui/date-input.tsx'
import { sendOnKeys } from '../../../ui/send-keys.ts'
import classes from './form.module.css'
import { FrameFields } from './frame-fields.tsx'
import { PartiesField } from './parties-field.tsx'
import { TypeSelect } from './type-select.tsx'
import type { AgreementValues } from './values.ts'

interface Props {
  values: AgreementValues
  onChange: (patch: Partial<AgreementValues>) => void
  error: unknown
  busy: boolean
  /** What the button says. */
  submit: string
  /** A new agreement also says at which stage it stands. */
  isNew?: boolean
  /** Parties that have signed or refused. */
  fixed?: ReadonlySet<string>
  onSubmit: () => void
  onCancel: () => void
}

const shown = [
  'title',
  'type',
  'allianceId',
  'marketId',
  'regionId',
  'negotiatorId',
  'parties',
  'starts',
  'ends',
  'targetSignature',
  'noticeDays',
  'language',
  'reference',
  'summary',
  'stageSince',
]

/** All that is known of an agreement but its signatures and actions, which are entered on its page. */
export function AgreementForm(props: Props) {
  const { values, onChange, error, busy, submit, isNew, fixed, onSubmit, onCancel } = props
  const { t } = useTranslation(['agreements', 'common'])
  const noWriting = useNoWriting()
  const problem = useProblem(error)
  const text = (field: 'title' | 'reference' | 'summary') => ({
    label: t(`fact.${field}`),
    value: values[field],
    error: problem.field(field),
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      onChange({ [field]: event.currentTarget.value }),
  })
  const date = (field: 'starts' | 'ends' | 'targetSignature') => ({
    label: t(`fact.${field}`),
    value: values[field],
    error: problem.field(field),
    onChange: (value: string | null) => onChange({ [field]: value }),
  })
  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
      onKeyDown={sendOnKeys}
    >
      <div className={classes.grid}>
        <TextInput className={classes.wide} {...text('title')} required autoFocus maxLength={500} />
        <TypeSelect
          value={values.type}
          onChange={(type) => onChange({ type })}
          error={problem.field('type')}
        />
        <FrameFields values={values} onChange={onChange} error={(field) => problem.field(field)} />
      </div>
      <PartiesField
        marketId={values.market?.id}
        parties={values.parties}
        negotiator={values.negotiator}
        fixed={fixed}
        error={problem.field('parties', true) ?? problem.field('negotiatorId')}
        onChange={onChange}
      />
      <div className={classes.grid}>
        {isNew && (
          <>
            <Select
              label={t('form.stage')}
              allowDeselect={false}
              data={openStages.map((stage) => ({ value: stage, label: t(`common:status.${stage}`) }))}
              value={values.stage}
              onChange={(stage) => stage && onChange({ stage })}
            />
            <DateInput
              label={t('form.stageSince')}
              value={values.stageSince}
              onChange={(stageSince) => onChange({ stageSince })}
              error={problem.field('stageSince')}
            />
          </>
        )}
        <PartialDateInput {...date('targetSignature')} />
        <PartialDateInput {...date('starts')} />
        <PartialDateInput {...date('ends')} />
        <NumberInput
          label={t('fact.noticeDays')}
          description={t('form.noticeHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          min={0}
          max={3650}
          allowDecimal={false}
          value={values.noticeDays}
          error={problem.field('noticeDays')}
          onChange={(value) => onChange({ noticeDays: typeof value === 'number' ? value : '' })}
        />
        <LanguageSelect
          label={t('fact.language')}
          value={values.language}
          onChange={(language) => onChange({ language })}
          error={problem.field('language')}
        />
        <TextInput {...text('reference')} maxLength={200} />
        <Textarea
          className={classes.wide}
          {...text('summary')}
          autosize
          minRows={3}
          maxRows={16}
          maxLength={20_000}
        />
      </div>
      <FormErrors error={error} fields={shown} />
      <Group justify="flex-end" gap="xs">
        <Button variant="subtle" color="gray" onClick={onCancel}>
          {t('common:cancel')}
        </Button>
        <ActionButton type="submit" loading={busy} reason={noWriting}>
          {submit}
        </ActionButton>
      </Group>
    </form>
  )
}
