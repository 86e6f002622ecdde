import { Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PersonalData } from '../../../domain/import/draft.ts'
import type { ImportField } from '../../../domain/import/fields.ts'
import { type LegalGround, legalBases } from '../../../domain/privacy.ts'
import { Section } from '../../../ui/section.tsx'
import classes from '../import.module.css'

const naming: readonly (ImportField | null)[] = ['personName', 'givenName', 'familyName']

export const namesPeople = (mapping: readonly (ImportField | null)[]): boolean =>
  mapping.some((field) => naming.includes(field))

/** Where the data about people comes from and what it is for: said once, kept with each of them. */
export function Personal({
  said: { source, purpose, legalBasis },
  onChange,
}: {
  said: PersonalData
  onChange: (more: Partial<PersonalData>) => void
}) {
  const { t } = useTranslation(['imports', 'privacy'])
  return (
    <Section title={t('defaults.personal')}>
      <p className={classes.hint}>{t('defaults.personalHint')}</p>
      <div className={classes.choices}>
        <TextInput
          label={t('defaults.source')}
          placeholder={t('defaults.sourceHint')}
          required
          maxLength={600}
          value={source ?? ''}
          onChange={(event) => onChange({ source: event.currentTarget.value })}
        />
        <TextInput
          label={t('defaults.purpose')}
          placeholder={t('defaults.purposeHint')}
          required
          maxLength={300}
          value={purpose ?? ''}
          onChange={(event) => onChange({ purpose: event.currentTarget.value })}
        />
        <Select
          label={t('defaults.legalBasis')}
          clearable
          value={legalBasis}
          data={legalBases.map((value) => ({ value, label: t(`privacy:legalBasisWords.${value}`) }))}
          onChange={(value) => onChange({ legalBasis: value as LegalGround | null })}
        />
      </div>
    </Section>
  )
}
