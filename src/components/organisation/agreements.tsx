import { useTranslation } from 'react-i18next'
import type { Organisation } from '../../contract/organisations.ts'
import { groupBy } from '../../ui/group-by.ts'
import { Line, Lines, Nothing } from '../../ui/lines.tsx'
import { Section } from '../../ui/section.tsx'
import { AgreementStatusBadge } from '../agreement-status-badge.tsx'
import { RecordLink } from '../record-link.tsx'

/** The agreements a body has to do with, each with its roles in it. */
export function OrganisationAgreements({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation('organisations')
  const byAgreement = [...groupBy(organisation.agreements, ({ id }) => id).values()]
  return (
    <Section title={t('section.agreements')} count={byAgreement.length || undefined}>
      {byAgreement.length === 0 && <Nothing>{t('none.agreements')}</Nothing>}
      <Lines>
        {byAgreement.map((roles) => {
          const first = roles[0]
          return (
            first && (
              <Line
                key={first.id}
                title={<RecordLink noun="agreements" id={first.id} name={first.title} />}
                end={<AgreementStatusBadge status={first.status} />}
              >
                {roles.map(({ role }) => t(`role.${role}`)).join(' · ')}
              </Line>
            )
          )
        })}
      </Lines>
    </Section>
  )
}
