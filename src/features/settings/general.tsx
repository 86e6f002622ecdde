import { Button, Group, Radio, Select, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type Choice, ConflictDialog, type ConflictField } from '../../components/conflict-dialog.tsx'
import { staleRecord } from '../../components/editable-fact.tsx'
import { FormErrors } from '../../components/form-errors.tsx'
import { useNoWriting } from '../../components/may-write.ts'
import { useProblem } from '../../components/problem-sentence.ts'
import { useScope } from '../../components/scope.ts'
import { useWrite } from '../../components/use-write.ts'
import { languages, type Workspace } from '../../contract/workspace.ts'
import { workspace } from '../../data/workspace.ts'
import { useFormat } from '../../i18n/format.ts'
import { languageNames } from '../../i18n/languages.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { FieldRow } from '../../ui/field-row.tsx'
import { matches } from '../../ui/matches.ts'
import { useOptionsWhileOpen } from '../../ui/options-while-open.ts'
import { Section } from '../../ui/section.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import classes from './settings.module.css'

type Values = Pick<Workspace, 'name' | 'asOf' | 'homeCurrency' | 'language'>

const fields = ['name', 'asOf', 'homeCurrency', 'language'] as const

/** Name, as-of date, currency and language of the workspace. */
export function General({ settings }: { settings: Workspace }) {
  const { t } = useTranslation(['settings', 'common'])
  const { today } = useScope()
  const noWriting = useNoWriting('workspace.settings')
  const { name, asOf, homeCurrency, language } = settings
  // With what was typed is kept what it was typed over: what others change meanwhile is compared with that.
  const initial = useMemo(() => {
    const held: Values = { name, asOf, homeCurrency, language }
    return { values: held, base: held, version: settings.version }
  }, [name, asOf, homeCurrency, language, settings.version])
  const draft = useDraft('settings', initial)
  const { clear, isDirty } = draft
  const { values, base, version } = draft.values
  const set = (patch: Partial<Values>) =>
    draft.set((current) => ({ values: { ...current.values, ...patch } }))
  const update = useWrite(workspace.update, { message: () => t('general.saved'), onDone: clear })
  const problem = useProblem(update.error)
  const theirs = staleRecord(update.error) as (Workspace & Record<string, unknown>) | null
  const save = (body: Values, over: number) => update.mutate({ body, version: over })
  const resolve = (choice: Choice) => {
    if (!theirs) return
    const kept = fields.filter((key) => choice[key] !== 'theirs').map((key) => [key, values[key]])
    const held = Object.fromEntries(fields.map((key) => [key, theirs[key]])) as Values
    const merged: Values = { ...held, ...Object.fromEntries(kept) }
    draft.set({ values: merged, base: held, version: theirs.version })
    save(merged, theirs.version)
  }
  return (
    <Section title={t('general.title')}>
      <p className={classes.words}>{t('general.text')}</p>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          save(values, version)
        }}
      >
        <TextInput
          label={t('general.name')}
          required
          maxLength={200}
          value={values.name}
          error={problem.field('name')}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <Radio.Group
          label={t('general.asOf')}
          description={t('general.asOfHint')}
          value={values.asOf === null ? 'today' : 'fixed'}
          onChange={(choice) => set({ asOf: choice === 'today' ? null : (asOf ?? today) })}
        >
          <div className={classes.choices}>
            <Radio value="today" label={t('general.asOfToday')} />
            <Radio value="fixed" label={t('general.asOfFixed')} />
            {values.asOf !== null && (
              <div className={classes.day}>
                <DateInput
                  label={t('general.asOfDay')}
                  required
                  value={values.asOf}
                  error={problem.field('asOf')}
                  // Emptied, it is still a fixed day that has to be given.
                  onChange={(day) => set({ asOf: day ?? '' })}
                />
              </div>
            )}
          </div>
        </Radio.Group>
        <FieldRow>
          <CurrencySelect
            label={t('general.currency')}
            value={values.homeCurrency}
            onChange={(code) => set({ homeCurrency: code })}
          />
          <Select
            label={t('general.language')}
            description={t('general.languageHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            allowDeselect={false}
            data={languages.map((value) => ({ value, label: languageNames[value] }))}
            value={values.language}
            onChange={(value) => value && set({ language: value as Values['language'] })}
          />
        </FieldRow>
        {!theirs && <FormErrors error={update.error} fields={fields} />}
        <Group gap="xs">
          <ActionButton type="submit" reason={noWriting} loading={update.isPending} onClick={() => {}}>
            {t('common:save')}
          </ActionButton>
          {isDirty && (
            <Button variant="default" onClick={clear}>
              {t('common:cancel')}
            </Button>
          )}
        </Group>
      </form>
      {theirs && (
        <ConflictDialog
          fields={fields.map(
            (key): ConflictField => ({
              key,
              label: t(`general.${key === 'homeCurrency' ? 'currency' : key}`),
              base: base[key],
              theirs: theirs[key],
              mine: values[key],
              show: (value) => (value === null ? t('general.asOfToday') : String(value)),
            }),
          )}
          onClose={update.reset}
          onResolve={resolve}
        />
      )}
    </Section>
  )
}

function CurrencySelect({
  label,
  value,
  onChange,
}: {
  label: string
  value: string
  onChange: (code: string) => void
}) {
  const f = useFormat()
  const options = useMemo(() => {
    const names = new Intl.DisplayNames(f.language, { type: 'currency' })
    return Intl.supportedValuesOf('currency').map((code) => ({
      value: code,
      label: `${code} – ${names.of(code) ?? code}`,
    }))
  }, [f])
  const list = useOptionsWhileOpen(options, value)
  return (
    <Select
      {...list}
      label={label}
      searchable
      allowDeselect={false}
      limit={60}
      value={value}
      onChange={(code) => code && onChange(code)}
      filter={({ options: all, search }) =>
        all.filter((option) => 'label' in option && matches(option.label, search))
      }
    />
  )
}
