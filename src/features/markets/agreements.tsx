import { useTranslation } from 'react-i18next'
import { AgreementStatusBadge } from '../../components/agreement-status-badge.tsx'
import { RecordLink } from '../../components/record-link.tsx'
import { ScopedLink } from '../../components/scoped-link.tsx'
import type { Market } from '../../contract/markets.ts'
import { type CivilDate, lastDay } from '../../domain/partial-date.ts'
import { useFormat } from '../../i18n/format.ts'
import { Line, Lines, Nothing } from '../../ui/lines.tsx'
import { Section } from '../../ui/section.tsx'

const open = ['prospect', 'negotiation', 'drafting']
const inForce = ['signed', 'active', 'expiring']

/** A market's agreements: in force, in preparation, and ended. */
export function MarketAgreements({ market, day }: { market: Market; day: CivilDate }) {
  const { t } = useTranslation('markets')
  const { agreements, id } = market
  const under = agreements.filter(({ status }) => open.includes(status))
  const running = agreements.filter(({ status }) => inForce.includes(status))
  const past = agreements.filter(({ status }) => !open.includes(status) && !inForce.includes(status))
  const link = (status: string) => `/agreements?market=${id}&status=${status}`
  return (
    <>
      <Group
        title={t('inForce.title')}
        none={t('inForce.none')}
        to={link('signed,active,expiring')}
        agreements={running}
        day={day}
      />
      <Group
        title={t('pipeline.title')}
        none={t('pipeline.none')}
        to={link(open.join(','))}
        agreements={under}
        day={day}
      />
      {past.length > 0 && (
        <Group
          title={t('past.title')}
          none=""
          to={link('expired,renewed,abandoned,terminated')}
          agreements={past}
          day={day}
        />
      )}
    </>
  )
}

function Group({
  title,
  none,
  to,
  agreements,
  day,
}: {
  title: string
  none: string
  to: string
  agreements: Market['agreements']
  day: CivilDate
}) {
  const { t } = useTranslation(['markets', 'common'])
  const f = useFormat()
  return (
    <Section
      title={title}
      count={agreements.length || undefined}
      action={agreements.length > 0 && <ScopedLink to={to}>{t('inList')}</ScopedLink>}
    >
      {agreements.length === 0 && <Nothing>{none}</Nothing>}
      <Lines>
        {agreements.map(
          ({ id, title: name, status, negotiator, alliance, starts, ends, targetSignature }) => {
            const isOpen = open.includes(status)
            const overdue = isOpen && targetSignature !== null && lastDay(targetSignature) < day
            const when = isOpen
              ? targetSignature && t('pipeline.target', { date: f.date(targetSignature) })
              : f.period(starts, ends)
            return (
              <Line
                key={id}
                title={<RecordLink noun="agreements" id={id} name={name} />}
                end={
                  <>
                    {when && <span>{when}</span>}
                    <AgreementStatusBadge status={status} overdue={overdue} />
                  </>
                }
              >
                {[negotiator && t('negotiatedBy', { name: negotiator.name }), alliance?.name]
                  .filter(Boolean)
                  .join(' · ')}
              </Line>
            )
          },
        )}
      </Lines>
    </Section>
  )
}
