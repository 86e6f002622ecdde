import { useTranslation } from 'react-i18next'
import { AgreementStatusBadge } from '../../components/agreement-status-badge.tsx'
import { DialogLink } from '../../components/dialog-link.tsx'
import { useNoBeginning } from '../../components/may-write.ts'
import { RecordLink } from '../../components/record-link.tsx'
import type { Alliance } from '../../contract/alliances.ts'
import { Line, Lines, Nothing } from '../../ui/lines.tsx'
import { Section } from '../../ui/section.tsx'

/** The markets an alliance targets, and the cluster that leads each on behalf of all. */
export function AllianceMarkets({ markets }: { markets: Alliance['markets'] }) {
  const { t } = useTranslation('alliances')
  const noWriting = useNoBeginning('alliances.write')
  return (
    <Section
      title={t('markets.title')}
      count={markets.length || undefined}
      action={!noWriting && <DialogLink dialog="new-market">{t('newMarket')}</DialogLink>}
    >
      {markets.length === 0 && <Nothing>{t('markets.none')}</Nothing>}
      <Lines>
        {markets.map(({ market, lead }, index) => (
          <Line
            key={`${market.id}-${index}`}
            title={<RecordLink noun="markets" id={market.id} name={market.name} />}
            end={
              lead ? (
                <span>
                  {t('markets.lead')}{' '}
                  <RecordLink noun="organisations" cluster id={lead.id} name={lead.name} />
                </span>
              ) : (
                t('markets.noLead')
              )
            }
          />
        ))}
      </Lines>
    </Section>
  )
}

/** The agreements that an alliance concluded or prepares. */
export function AllianceAgreements({ agreements }: { agreements: Alliance['agreements'] }) {
  const { t } = useTranslation('alliances')
  return (
    <Section title={t('agreements.title')} count={agreements.length || undefined}>
      {agreements.length === 0 && <Nothing>{t('agreements.none')}</Nothing>}
      <Lines>
        {agreements.map(({ id, title, status }) => (
          <Line
            key={id}
            title={<RecordLink noun="agreements" id={id} name={title} />}
            end={<AgreementStatusBadge status={status} />}
          />
        ))}
      </Lines>
    </Section>
  )
}
