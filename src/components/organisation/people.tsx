import { useTranslation } from 'react-i18next'
import type { Organisation } from '../../contract/organisations.ts'
import { periodHolds } from '../../domain/partial-date.ts'
import { useFormat } from '../../i18n/format.ts'
import { Line, Lines, Nothing } from '../../ui/lines.tsx'
import { Section } from '../../ui/section.tsx'
import { DialogLink } from '../dialog-link.tsx'
import { useNoWriting } from '../may-write.ts'
import { RecordLink } from '../record-link.tsx'
import { useScope } from '../scope.ts'

/** Who holds or held a post at a body; those in post on the day first. */
export function OrganisationPeople({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation('organisations')
  const f = useFormat()
  const { day } = useScope()
  const noWriting = useNoWriting('directory.write')
  const { people, id, name } = organisation
  const inPost = (post: (typeof people)[number]) => periodHolds(post.from, post.to, day)
  const sorted = people.toSorted((a, b) => Number(inPost(b)) - Number(inPost(a)))
  return (
    <Section
      title={t('section.people')}
      count={people.length || undefined}
      action={
        !noWriting &&
        !organisation.deletedAt && (
          <DialogLink dialog="new-person" params={{ at: id, atName: name }}>
            {t('addPerson')}
          </DialogLink>
        )
      }
    >
      {people.length === 0 && <Nothing>{t('none.people')}</Nothing>}
      <Lines>
        {sorted.map(({ id: postId, person, title, from, to }) => (
          <Line
            key={postId}
            title={<RecordLink noun="people" id={person.id} name={person.name} />}
            end={f.period(from, to)}
          >
            {title ?? t('noPost')}
          </Line>
        ))}
      </Lines>
    </Section>
  )
}
