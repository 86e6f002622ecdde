import { MultiSelect, NumberInput, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { EditableFact } from '../../../components/editable-fact.tsx'
import { languageCodes } from '../../../components/language-select.tsx'
import { DateFact } from '../../../components/text-fact.tsx'
import { type Company, exportExperiences } from '../../../contract/companies.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Facts } from '../../../ui/facts.tsx'
import { Section } from '../../../ui/section.tsx'
import { useCompanyEditing } from '../page/use-company.ts'
import { usePercent } from '../percent.ts'

type Experience = (typeof exportExperiences)[number]

/** How far it goes abroad already, and in what languages. */
export function ExportFacts({ company }: { company: Company }) {
  const { t } = useTranslation(['companies', 'common'])
  const f = useFormat()
  const percent = usePercent()
  const editing = useCompanyEditing(company)
  const { version, reason, save } = editing
  const { languages, exportExperience, exportShare } = company
  return (
    <Section title={t('profile.abroad')}>
      <Facts>
        <EditableFact
          label={t('profile.languages')}
          field="languages"
          value={languages}
          version={version}
          reason={reason}
          show={(value) => f.list(value.map(f.languageName))}
          save={(value, over) => save({ languages: value }, over)}
          input={({ value, onChange, ...rest }) => (
            <MultiSelect
              {...rest}
              searchable
              data={languageCodes
                .map((code) => ({ value: code, label: f.languageName(code) }))
                .sort((a, b) => f.compare(a.label, b.label))}
              value={value}
              onChange={onChange}
            />
          )}
        >
          {languages.length > 0 && f.list(languages.map(f.languageName))}
        </EditableFact>
        <EditableFact<Experience | null>
          label={t('profile.exportExperience')}
          field="exportExperience"
          value={exportExperience}
          version={version}
          reason={reason}
          show={(value) => value && t(`experience.${value}`)}
          save={(value, over) => save({ exportExperience: value }, over)}
          input={({ value, onChange, ...rest }) => (
            <Select
              {...rest}
              clearable
              placeholder={t('common:unknown')}
              data={exportExperiences.map((one) => ({ value: one, label: t(`experience.${one}`) }))}
              value={value}
              onChange={(next) => onChange(next as Experience | null)}
            />
          )}
        >
          {exportExperience && t(`experience.${exportExperience}`)}
        </EditableFact>
        <DateFact
          editing={editing}
          field="exportsSince"
          label={t('profile.exportsSince')}
          value={company.exportsSince}
        />
        <EditableFact<number | null>
          label={t('profile.exportShare')}
          field="exportShare"
          value={exportShare}
          version={version}
          reason={reason}
          show={(value) => value !== null && percent(value)}
          save={(value, over) => save({ exportShare: value }, over)}
          input={({ value, onChange, ...rest }) => (
            <NumberInput
              {...rest}
              min={0}
              max={100}
              decimalScale={2}
              suffix=" %"
              hideControls
              value={value ?? ''}
              onChange={(next) => onChange(next === '' ? null : Number(next))}
            />
          )}
        >
          {exportShare !== null && percent(exportShare)}
        </EditableFact>
      </Facts>
    </Section>
  )
}
