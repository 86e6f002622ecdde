import { useTranslation } from 'react-i18next'
import { RecordLink } from '../../components/record-link.tsx'
import { ScopedLink } from '../../components/scoped-link.tsx'
import type { Market } from '../../contract/markets.ts'
import { Line, Lines, Nothing } from '../../ui/lines.tsx'
import { Section } from '../../ui/section.tsx'

/** The bodies one works with in a market. */
export function MarketPartners({ market: { partners, country } }: { market: Market }) {
  const { t } = useTranslation('markets')
  return (
    <Section
      title={t('partners.title')}
      count={partners.length || undefined}
      action={<ScopedLink to={`/partners?tab=all&country=${country}`}>{t('partners.all')}</ScopedLink>}
    >
      {partners.length === 0 && <Nothing>{t('partners.none')}</Nothing>}
      <Lines>
        {partners.map(({ id, name, town }) => (
          <Line key={id} title={<RecordLink noun="organisations" id={id} name={name} />} end={town} />
        ))}
      </Lines>
    </Section>
  )
}
