import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormErrors } from '../../components/form-errors.tsx'
import { LanguageSelect } from '../../components/language-select.tsx'
import { NewRecordForm } from '../../components/new-record-form.tsx'
import { useProblem } from '../../components/problem-sentence.ts'
import { useScopedNavigate } from '../../components/scope.ts'
import { useWrite } from '../../components/use-write.ts'
import { id as recordId } from '../../contract/primitives.ts'
import { people } from '../../data/people.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useDialogAddress } from '../../ui/dialog-address.ts'
import { FieldRow } from '../../ui/field-row.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import { type PostRow, PostsEditor, postInput } from './posts.tsx'

interface Values {
  givenName: string
  familyName: string
  nativeName: string
  email: string
  phone: string
  language: string | null
  posts: PostRow[]
}

const paramNames = ['at', 'atName'] as const
const shown = ['givenName', 'familyName', 'nativeName', 'email', 'phone', 'language', 'posts']

/** A new person, with the posts they hold; begun from an organisation, the first post is there. */
export function Component() {
  const { t } = useTranslation(['people', 'common'])
  const { close, param } = useDialogAddress('new-person', paramNames)
  const at = recordId.safeParse(param('at')).data
  const [initial] = useState<Values>(() => ({
    givenName: '',
    familyName: '',
    nativeName: '',
    email: '',
    phone: '',
    language: null,
    posts: at
      ? [{ organisationId: at, organisationName: param('atName') ?? '', title: null, from: null, to: null }]
      : [],
  }))
  const { values, set, clear, restored } = useDraft(`new-person:${at ?? ''}`, initial)
  const navigate = useScopedNavigate()
  const create = useWrite(people.create, {
    message: ({ name }) => t('created', { name }),
    onDone: ({ id }) => {
      clear()
      if (at) close()
      else void navigate(`/people/${id}`)
    },
  })
  const problem = useProblem(create.error)
  const line = (field: 'givenName' | 'familyName' | 'nativeName' | 'email' | 'phone', maxLength: number) => ({
    label: t(`fields.${field}`),
    maxLength,
    value: values[field],
    error: problem.field(field),
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => set({ [field]: event.currentTarget.value }),
  })
  const submit = () =>
    create.mutate({
      body: {
        ...values,
        givenName: values.givenName || null,
        nativeName: values.nativeName || null,
        email: values.email.trim() || null,
        phone: values.phone || null,
        posts: values.posts.map(postInput),
      },
    })
  return (
    <Dialog title={t('new')} onClose={close}>
      <NewRecordForm
        busy={create.isPending}
        restored={restored}
        onDiscard={clear}
        onSubmit={submit}
        onCancel={() => {
          clear()
          close()
        }}
      >
        <FieldRow>
          <TextInput {...line('givenName', 200)} data-autofocus />
          <TextInput {...line('familyName', 200)} required />
          <TextInput {...line('nativeName', 200)} placeholder={t('fields.nativeNameHint')} />
        </FieldRow>
        <PostsEditor
          rows={values.posts}
          onChange={(posts) => set({ posts })}
          error={problem.field('posts', true)}
        />
        <FieldRow>
          <TextInput {...line('email', 320)} inputMode="email" autoComplete="off" />
          <TextInput {...line('phone', 60)} inputMode="tel" autoComplete="off" />
          <LanguageSelect
            label={t('fields.language')}
            value={values.language}
            error={problem.field('language')}
            onChange={(language) => set({ language })}
          />
        </FieldRow>
        <FormErrors error={create.error} fields={shown} />
      </NewRecordForm>
    </Dialog>
  )
}
