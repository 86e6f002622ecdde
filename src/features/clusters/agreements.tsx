import { useTranslation } from 'react-i18next'
import { AgreementStatusBadge } from '../../components/agreement-status-badge.tsx'
import { RecordLink } from '../../components/record-link.tsx'
import { ScopedLink } from '../../components/scoped-link.tsx'
import type { ClusterOverview } from '../../contract/overview.ts'
import { useFormat } from '../../i18n/format.ts'
import { Line, Lines, Nothing } from '../../ui/lines.tsx'
import { Section } from '../../ui/section.tsx'

type ClusterAgreement = ClusterOverview['agreements'][number]

/** What the cluster negotiated, for how many, and what it is a party to. */
export function ClusterAgreements({ id, agreements }: { id: string; agreements: ClusterAgreement[] }) {
  const { t } = useTranslation(['clusters', 'common'])
  const f = useFormat()
  const part = ({ negotiated, isParty, side, homeParties }: ClusterAgreement) => {
    if (negotiated) return t('agreements.negotiatedFor', { count: homeParties + (isParty ? 1 : 0) })
    if (!isParty) return null
    if (side === 'partner') return t('agreements.partner')
    return homeParties > 0 ? t('agreements.partyOf', { count: homeParties }) : t('agreements.party')
  }
  const when = ({ signedOn, starts, ends, targetSignature }: ClusterAgreement) => {
    if (signedOn) return f.period(starts, ends) || f.date(signedOn)
    return targetSignature && f.date(targetSignature)
  }
  return (
    <Section
      title={t('agreements.title')}
      count={agreements.length || undefined}
      action={
        agreements.length > 0 && (
          <ScopedLink to={`/agreements?cluster=${id}`}>{t('agreements.all')}</ScopedLink>
        )
      }
    >
      {agreements.length === 0 && <Nothing>{t('agreements.none')}</Nothing>}
      <Lines>
        {agreements.map((agreement) => (
          <Line
            key={agreement.id}
            title={<RecordLink noun="agreements" id={agreement.id} name={agreement.title} />}
            end={
              <>
                <span>{when(agreement)}</span>
                <AgreementStatusBadge status={agreement.status} overdue={agreement.overdue} />
              </>
            }
          >
            {[part(agreement), agreement.market && f.place(agreement.market.name), agreement.alliance?.name]
              .filter(Boolean)
              .join(' · ')}
          </Line>
        ))}
      </Lines>
    </Section>
  )
}
