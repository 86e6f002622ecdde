import { Button, NativeSelect, Radio, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormErrors } from '../../components/form-errors.tsx'
import { useNoWriting } from '../../components/may-write.ts'
import { useProblem } from '../../components/problem-sentence.ts'
import { useWrite } from '../../components/use-write.ts'
import { languages, type Workspace } from '../../contract/workspace.ts'
import { workspace as data } from '../../data/workspace.ts'
import { languageNames } from '../../i18n/languages.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { Section } from '../../ui/section.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import classes from './settings.module.css'

const currencies = [
  'EUR',
  'CHF',
  'GBP',
  'USD',
  'JPY',
  'CAD',
  'SEK',
  'DKK',
  'NOK',
  'PLN',
  'CZK',
  'HUF',
  'RON',
  'BGN',
]

/** Name, as-of date, currency and language of the workspace. */
export function GeneralForm({ workspace }: { workspace: Workspace }) {
  const { t } = useTranslation(['settings', 'common'])
  const noWriting = useNoWriting()
  const [initial] = useState({
    name: workspace.name,
    fixed: workspace.asOf !== null,
    asOf: workspace.asOf,
    homeCurrency: workspace.homeCurrency,
    language: workspace.language,
  })
  const { values, set, clear } = useDraft(`settings:${workspace.version}`, initial)
  const update = useWrite(data.update, { message: () => t('general.saved'), onDone: clear })
  const problem = useProblem(update.error)
  const { fixed, asOf, ...rest } = values
  return (
    <Section title={t('general.title')}>
      <p className={classes.text}>{t('general.text')}</p>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          update.mutate({ body: { ...rest, asOf: fixed ? asOf : null }, version: workspace.version })
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
          value={fixed ? 'fixed' : 'today'}
          onChange={(choice) => set({ fixed: choice === 'fixed' })}
        >
          <Radio value="today" label={t('general.asOfToday')} mt="xs" />
          <Radio value="fixed" label={t('general.asOfFixed')} mt="xs" />
        </Radio.Group>
        {fixed && (
          <DateInput
            label={t('general.asOfDay')}
            required
            value={asOf}
            error={problem.field('asOf')}
            onChange={(day) => set({ asOf: day })}
          />
        )}
        <NativeSelect
          label={t('general.currency')}
          value={values.homeCurrency}
          data={[...new Set([workspace.homeCurrency, ...currencies])]}
          onChange={(event) => set({ homeCurrency: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('general.language')}
          description={t('general.languageHint')}
          value={values.language}
          data={languages.map((value) => ({ value, label: languageNames[value] }))}
          onChange={(event) => set({ language: event.currentTarget.value as Workspace['language'] })}
        />
        <FormErrors error={update.error} fields={['name', 'asOf']} />
        <div>
          <ActionButton type="submit" reason={noWriting} loading={update.isPending}>
            {t('common:save')}
          </ActionButton>{' '}
          {JSON.stringify(values) !== JSON.stringify(initial) && (
            <Button variant="subtle" color="gray" onClick={() => set(initial)}>
              {t('common:cancel')}
            </Button>
          )}
        </div>
      </form>
    </Section>
  )
}
