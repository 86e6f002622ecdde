import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { EditableFact } from '../../../components/editable-fact.tsx'
import { TextFact } from '../../../components/text-fact.tsx'
import type { Company } from '../../../contract/companies.ts'
import { type AidSector, aidSectors } from '../../../domain/de-minimis-regimes.ts'
import { useFormat } from '../../../i18n/format.ts'
import { CountrySelect } from '../../../ui/country-select.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { Section } from '../../../ui/section.tsx'
import { useCompanyEditing } from '../page/use-company.ts'
import { AddressesFact } from './addresses.tsx'
import { FiscalYearFact } from './fiscal-year.tsx'
import { NumbersFact } from './numbers.tsx'
import { WordsFact } from './words.tsx'

/** Who the company is in law, and what the rules on aid go by. */
export function Identity({ company }: { company: Company }) {
  const { t } = useTranslation('companies')
  const f = useFormat()
  const editing = useCompanyEditing(company)
  return (
    <Section title={t('profile.identity')}>
      <Facts>
        <TextFact
          editing={editing}
          field="legalForm"
          label={t('profile.legalForm')}
          value={company.legalForm}
          maxLength={100}
        />
        <NumbersFact numbers={company.numbers} editing={editing} />
        <AddressesFact addresses={company.addresses} editing={editing} />
        <WordsFact field="sectors" words={company.sectors} editing={editing} />
        <WordsFact field="themes" words={company.themes} editing={editing} />
        <FiscalYearFact value={company.fiscalYearEnd} editing={editing} />
        <EditableFact<AidSector>
          label={t('profile.aidSector')}
          field="aidSector"
          value={company.aidSector}
          version={editing.version}
          reason={editing.reason}
          show={(sector) => t(`aidSector.${sector}`)}
          save={(aidSector, version) => editing.save({ aidSector }, version)}
          input={({ value, onChange, ...rest }) => (
            <Select
              {...rest}
              description={t('profile.aidSectorHint')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              allowDeselect={false}
              data={aidSectors.map((sector) => ({ value: sector, label: t(`aidSector.${sector}`) }))}
              value={value}
              onChange={(sector) => sector && onChange(sector as AidSector)}
            />
          )}
        >
          {t(`aidSector.${company.aidSector}`)}
        </EditableFact>
        <EditableFact
          label={t('profile.memberState')}
          field="memberState"
          value={company.memberState}
          version={editing.version}
          reason={editing.reason}
          show={(code) => code && f.country(code)}
          save={(memberState, version) => editing.save({ memberState }, version)}
          input={(input) => <CountrySelect {...input} description={t('profile.memberStateHint')} />}
        >
          {company.memberState ? f.country(company.memberState) : t('profile.memberStateOfCountry')}
        </EditableFact>
      </Facts>
    </Section>
  )
}
