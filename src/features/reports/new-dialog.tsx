import { SegmentedControl, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { FormErrors } from '../../components/form-errors.tsx'
import { NewRecordForm } from '../../components/new-record-form.tsx'
import { useProblem } from '../../components/problem-sentence.ts'
import { useScopedNavigate } from '../../components/scope.ts'
import { useWrite } from '../../components/use-write.ts'
import type { Named } from '../../contract/primitives.ts'
import { reports } from '../../data/reports.ts'
import { type ReportKind, reportKinds } from '../../domain/reports.ts'
import { useFormat } from '../../i18n/format.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useDialogAddress } from '../../ui/dialog-address.ts'
import { FieldRow } from '../../ui/field-row.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import { SubjectPicker } from './subject-picker.tsx'

interface Values {
  kind: ReportKind
  subject: Named | null
  /** Null while nobody has typed one: it follows from kind and subject. */
  title: string | null
  language: 'en' | 'fr'
  starts: string | null
  ends: string | null
}

/** `?dialog=new-report`: its kind, what it is about, of when, in which language. */
export function Component() {
  const { t, i18n } = useTranslation('reports')
  const f = useFormat()
  const { close } = useDialogAddress('new-report')
  const { values, set, clear, restored } = useDraft(
    'new-report',
    blanks[i18n.language === 'fr' ? 'fr' : 'en'],
  )
  const navigate = useScopedNavigate()
  const create = useWrite(reports.create, {
    message: ({ title }) => t('created', { title }),
    onDone: ({ id }) => {
      clear()
      void navigate(`/reports/${id}`)
    },
  })
  const problem = useProblem(create.error)
  const { kind, subject } = values
  const named = subject && (kind === 'market' ? f.place(subject.name) : subject.name)
  const title = values.title ?? (named ? `${t(`kind.${kind}`)}${f.colon}${named}` : '')
  return (
    <Dialog title={t('new')} onClose={close}>
      <NewRecordForm
        busy={create.isPending}
        restored={restored}
        onDiscard={clear}
        onSubmit={() =>
          create.mutate({
            body: {
              kind,
              subjectId: subject?.id ?? '',
              title,
              language: values.language,
              starts: values.starts,
              ends: values.ends,
            },
          })
        }
        onCancel={() => {
          clear()
          close()
        }}
      >
        <FieldRow>
          <Select
            label={t('field.kind')}
            data-autofocus
            allowDeselect={false}
            data={reportKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
            value={kind}
            onChange={(value) => value && set({ kind: value as ReportKind, subject: null })}
          />
          <SubjectPicker
            key={kind}
            kind={kind}
            label={t(`about.${kind}`)}
            required
            value={subject}
            error={problem.field('subjectId')}
            onChange={(chosen) => set({ subject: chosen })}
          />
        </FieldRow>
        <TextInput
          label={t('field.title')}
          required
          maxLength={300}
          value={title}
          error={problem.field('title')}
          onChange={(event) => set({ title: event.currentTarget.value })}
        />
        <FieldRow>
          <DateInput
            label={t('field.starts')}
            value={values.starts}
            error={problem.field('starts')}
            onChange={(starts) => set({ starts })}
          />
          <DateInput
            label={t('field.ends')}
            value={values.ends}
            error={problem.field('ends')}
            onChange={(ends) => set({ ends })}
          />
        </FieldRow>
        <p>{t('field.periodHint')}</p>
        <SegmentedControl
          aria-label={t('field.language')}
          value={values.language}
          data={(['en', 'fr'] as const).map((value) => ({ value, label: t(`language.${value}`) }))}
          onChange={(language) => set({ language: language as 'en' | 'fr' })}
        />
        <FormErrors error={create.error} fields={['kind', 'subjectId', 'title', 'starts', 'ends']} />
      </NewRecordForm>
    </Dialog>
  )
}

/** In the language of the screen, until another is chosen. */
const blanks: Record<'en' | 'fr', Values> = {
  en: { kind: 'alliance', subject: null, title: null, language: 'en', starts: null, ends: null },
  fr: { kind: 'alliance', subject: null, title: null, language: 'fr', starts: null, ends: null },
}
