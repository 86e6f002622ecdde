import { Alert } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { Documents } from '../../components/dossier/documents.tsx'
import { Notes } from '../../components/dossier/notes.tsx'
import { Sources } from '../../components/dossier/sources.tsx'
import { Tasks } from '../../components/dossier/tasks.tsx'
import { MergeButton } from '../../components/merge-button.tsx'
import { RecordHistory } from '../../components/record-history.tsx'
import { RecordPage, RecordWaiting } from '../../components/record-page.tsx'
import { useScope, useScopedNavigate } from '../../components/scope.ts'
import { ScopedLink } from '../../components/scoped-link.tsx'
import type { RecordEditing } from '../../components/text-fact.tsx'
import { useRecord } from '../../components/use-record.ts'
import { useWrite } from '../../components/use-write.ts'
import { people } from '../../data/people.ts'
import { periodHolds } from '../../domain/partial-date.ts'
import { useFormat } from '../../i18n/format.ts'
import { Columns } from '../../ui/page.tsx'
import { PersonFacts } from './facts.tsx'
import { type PersonPatch, PersonPosts } from './posts.tsx'
import { EraseButton } from './privacy/erase-button.tsx'
import { PersonPrivacySection } from './privacy/section.tsx'
import { Attended, SignaturesGiven } from './signatures.tsx'

/** One person: posts with their periods, signatures given, signatures attended. */
export function Component() {
  const { id = '' } = useParams()
  const { asOf, day } = useScope()
  const { t } = useTranslation(['people', 'privacy', 'common', 'history'])
  const f = useFormat()
  const navigate = useScopedNavigate()
  const person = useRecord(people.read({ params: { id }, query: { asOf } }))
  const update = useWrite(people.update, { message: ({ name }) => t('updated', { name }) })
  const remove = useWrite(people.remove, {
    message: ({ name }) => t('removed', { name }),
    onDone: () => void navigate('/people'),
  })
  const restore = useWrite(people.restore, { message: ({ name }) => t('restored', { name }) })
  if (!person) return <RecordWaiting />
  const editing: RecordEditing<PersonPatch> = {
    version: person.version,
    reason: person.deletedAt ? t('common:inBinHint') : null,
    save: (body, version) => update.mutateAsync({ params: { id }, body, version }),
  }
  const record = { noun: 'people', recordId: id } as const
  const present = person.posts.filter(({ from, to }) => periodHolds(from, to, day))
  return (
    <RecordPage
      record={person}
      actions={
        !person.erasedOn && (
          <>
            <MergeButton noun="people" id={id} />
            <EraseButton />
          </>
        )
      }
      remove={remove}
      restore={restore}
      title={person.name}
      eyebrow={<ScopedLink to="/people">{t('title')}</ScopedLink>}
      subtitle={[
        person.nativeName,
        ...present.map(({ title, organisationName }) => [title, organisationName].filter(Boolean).join(', ')),
      ]
        .filter(Boolean)
        .join(' · ')}
    >
      <Columns
        aside={
          <>
            <Tasks {...record} />
            <Notes {...record} />
            <Documents {...record} />
          </>
        }
      >
        {person.erasedOn ? (
          <Alert color="gray" title={t('privacy:erase.erased', { date: f.date(person.erasedOn) })}>
            {t('privacy:erase.erasedText')}
          </Alert>
        ) : (
          <PersonPosts person={person} editing={editing} />
        )}
        <SignaturesGiven signatures={person.signatures} />
        <Attended attended={person.attended} />
        {!person.erasedOn && (
          <>
            <PersonFacts person={person} editing={editing} />
            <PersonPrivacySection person={person} />
          </>
        )}
        <Sources {...record} />
        <RecordHistory {...record} few />
      </Columns>
    </RecordPage>
  )
}
