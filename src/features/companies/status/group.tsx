import { useTranslation } from 'react-i18next'
import { RecordLink } from '../../../components/record-link.tsx'
import { SmeStatusBadge } from '../../../components/sme-status-badge.tsx'
import type { OwnershipGroup } from '../../../contract/ownership.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Line, Lines } from '../../../ui/lines.tsx'
import { Section } from '../../../ui/section.tsx'

/** Everybody around the company on the day; those who are one undertaking with it share its ceiling for aid. */
export function Group({ group: { members } }: { group: OwnershipGroup }) {
  const { t } = useTranslation('sme')
  const f = useFormat()
  if (members.length < 2) return null
  return (
    <Section title={t('group.title')} count={members.length}>
      <Lines label={t('group.title')}>
        {members.map(({ id, name, isPerson, country, status, undertaking }) => (
          <Line
            key={id}
            title={<RecordLink noun={isPerson ? 'people' : 'organisations'} id={id} name={name} />}
            end={!isPerson && <SmeStatusBadge status={status} confirmed />}
          >
            {[
              isPerson && t('group.person'),
              country && f.country(country),
              undertaking && t('group.undertaking'),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Line>
        ))}
      </Lines>
    </Section>
  )
}
