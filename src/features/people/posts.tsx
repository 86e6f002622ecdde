import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type * as z from 'zod'
import { EditSection } from '../../components/edit-section.tsx'
import { OrganisationPicker } from '../../components/organisation-picker.tsx'
import { PeriodFields } from '../../components/period-fields.tsx'
import { RecordLink } from '../../components/record-link.tsx'
import type { RecordEditing } from '../../components/text-fact.tsx'
import type { Person, personPatch } from '../../contract/people.ts'
import { useFormat } from '../../i18n/format.ts'
import { Line, Lines, Nothing } from '../../ui/lines.tsx'
import { RowsEditor } from '../../ui/rows-editor.tsx'

export type PersonPatch = z.input<typeof personPatch>

export interface PostRow {
  id?: string
  organisationId: string
  organisationName: string
  title: string | null
  from: string | null
  to: string | null
}

/** The post as the API takes it: the organisation's name is for the screen only. */
export const postInput = ({ organisationName: _, ...post }: PostRow) => post

/** The posts that a person holds or held. */
export function PersonPosts({ person, editing }: { person: Person; editing: RecordEditing<PersonPatch> }) {
  const { t } = useTranslation('people')
  const f = useFormat()
  const { posts } = person
  return (
    <EditSection<PostRow[]>
      label={t('section.posts')}
      count={posts.length || undefined}
      field="posts"
      value={posts}
      version={editing.version}
      reason={editing.reason}
      show={(rows) => f.list(rows.map((row) => [row.title, row.organisationName].filter(Boolean).join(', ')))}
      save={(rows, version) => editing.save({ posts: rows.map(postInput) }, version)}
      input={({ value, onChange, error }) => <PostsEditor rows={value} onChange={onChange} error={error} />}
    >
      {posts.length === 0 && <Nothing>{t('none.posts')}</Nothing>}
      <Lines>
        {posts.map(({ id, organisationId, organisationName, title, from, to }) => (
          <Line
            key={id}
            title={<RecordLink noun="organisations" id={organisationId} name={organisationName} />}
            end={f.period(from, to)}
          >
            {title ?? t('post.unknown')}
          </Line>
        ))}
      </Lines>
    </EditSection>
  )
}

/** Edits posts: where, as what, from when until when. */
export function PostsEditor({
  rows,
  onChange,
  error,
}: {
  rows: readonly PostRow[]
  onChange: (rows: PostRow[]) => void
  error?: string
}) {
  const { t } = useTranslation('people')
  return (
    <RowsEditor<PostRow>
      label={t('section.posts')}
      rows={rows}
      onChange={onChange}
      error={error}
      blank={() => ({ organisationId: '', organisationName: '', title: null, from: null, to: null })}
      addLabel={t('post.add')}
      rowName={(row) => [row.title, row.organisationName].filter(Boolean).join(', ')}
    >
      {(row, patch) => (
        <>
          <OrganisationPicker
            label={t('post.organisation')}
            required
            value={row.organisationId ? { id: row.organisationId, name: row.organisationName } : null}
            onChange={(chosen) =>
              patch({ organisationId: chosen?.id ?? '', organisationName: chosen?.name ?? '' })
            }
          />
          <TextInput
            label={t('post.title')}
            maxLength={300}
            value={row.title ?? ''}
            onChange={(event) => patch({ title: event.currentTarget.value || null })}
          />
          <PeriodFields row={row} patch={patch} />
        </>
      )}
    </RowsEditor>
  )
}
