import { useTranslation } from 'react-i18next'
import { EditableFact } from '../../components/editable-fact.tsx'
import { type RecordEditing, TextFact } from '../../components/text-fact.tsx'
import type { Market } from '../../contract/markets.ts'
import { cityOf, useFormat } from '../../i18n/format.ts'
import { CountrySelect } from '../../ui/country-select.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Section } from '../../ui/section.tsx'
import { TimeZoneSelect } from '../../ui/time-zone-select.tsx'
import type { MarketPatch } from './leads.tsx'

/** What a market is, and what one should know before going there. */
export function MarketFacts({ market, editing }: { market: Market; editing: RecordEditing<MarketPatch> }) {
  const { t } = useTranslation('markets')
  const f = useFormat()
  const { name, country, timeZone, practice } = market
  const { version, reason } = editing
  return (
    <Section title={t('facts')}>
      <Facts>
        <TextFact
          editing={editing}
          field="name"
          label={t('fields.name')}
          value={name}
          required
          maxLength={300}
        />
        <EditableFact<string | null>
          label={t('fields.country')}
          field="country"
          value={country}
          version={version}
          reason={reason}
          show={(code) => code && f.country(code)}
          // An emptied field is refused by the API, which says so beside it.
          save={(code, over) => editing.save({ country: code ?? '' }, over)}
          input={(input) => <CountrySelect {...input} />}
        >
          {f.country(country)}
        </EditableFact>
        <EditableFact<string | null>
          label={t('fields.timeZone')}
          field="timeZone"
          value={timeZone}
          version={version}
          reason={reason}
          show={(zone) => zone && cityOf(zone)}
          save={(zone, over) => editing.save({ timeZone: zone }, over)}
          input={(input) => <TimeZoneSelect {...input} />}
        >
          {timeZone && cityOf(timeZone)}
        </EditableFact>
        <TextFact
          editing={editing}
          field="practice"
          label={t('fields.practice')}
          value={practice}
          long
          maxLength={20_000}
        />
      </Facts>
    </Section>
  )
}
