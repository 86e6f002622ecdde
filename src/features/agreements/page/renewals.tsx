import { useTranslation } from 'react-i18next'
import { RecordLink } from '../../../components/record-link.tsx'
import type { Agreement } from '../../../contract/agreements.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Section } from '../../../ui/section.tsx'
import classes from './page.module.css'

/** What it renews and what renews it. */
export function Renewals({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation('agreements')
  const f = useFormat()
  const { renews, renewedBy } = agreement
  if (!renews && !renewedBy) return null
  return (
    <Section title={t('renewals.title')}>
      <ol className={classes.chain}>
        {renews && (
          <li>
            <RecordLink noun="agreements" id={renews.id} name={renews.title} />
            <span className={classes.quietInline}>{t('renewals.before')}</span>
          </li>
        )}
        <li aria-current="true">
          <strong>{agreement.title}</strong>
          <span className={classes.quietInline}>{f.period(agreement.starts, agreement.ends)}</span>
        </li>
        {renewedBy && (
          <li>
            <RecordLink noun="agreements" id={renewedBy.id} name={renewedBy.title} />
            <span className={classes.quietInline}>
              {renewedBy.signedOn
                ? t('renewals.signed', { date: f.date(renewedBy.signedOn) })
                : t('renewals.unsigned')}
            </span>
          </li>
        )}
      </ol>
    </Section>
  )
}
