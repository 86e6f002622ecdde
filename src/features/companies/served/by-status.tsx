import { useTranslation } from 'react-i18next'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import { SmeStatusBadge } from '../../../components/sme-status-badge.tsx'
import type { ServedSummary } from '../../../contract/served.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Section } from '../../../ui/section.tsx'
import { toCompanies, toRecords } from './links.ts'
import classes from './served.module.css'

/** How many companies were of which status on the day of a record. */
export function ByStatus({ rows }: { rows: ServedSummary['byStatus'] }) {
  const { t } = useTranslation('served-figures')
  const f = useFormat()
  if (rows.length === 0) return null
  return (
    <Section title={t('by.status')}>
      <ul className={classes.bars} aria-label={t('by.status')}>
        {rows.map(({ status, companies }) => (
          <li key={status}>
            <SmeStatusBadge status={status} confirmed />
            <ScopedLink to={toCompanies({ status })}>{f.number(companies)}</ScopedLink>
          </li>
        ))}
      </ul>
      <p className={classes.hint}>{t('by.statusHint')}</p>
    </Section>
  )
}

/** How many of the meetings held went how. */
export function ByRating({ rows }: { rows: ServedSummary['ratings'] }) {
  const { t } = useTranslation('served-figures')
  const f = useFormat()
  if (rows.length === 0) return null
  return (
    <Section title={t('ratings')}>
      <ul className={classes.bars} aria-label={t('ratings')}>
        {rows.map(({ rating, count }) => (
          <li key={rating}>
            <span>{t(`rating.${rating}`)}</span>
            <ScopedLink to={toRecords('meeting', { rating })}>{f.number(count)}</ScopedLink>
          </li>
        ))}
      </ul>
    </Section>
  )
}
