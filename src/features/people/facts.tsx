import { useTranslation } from 'react-i18next'
import { EditableFact } from '../../components/editable-fact.tsx'
import { LanguageSelect } from '../../components/language-select.tsx'
import { type RecordEditing, TextFact } from '../../components/text-fact.tsx'
import type { Person } from '../../contract/people.ts'
import { useFormat } from '../../i18n/format.ts'
import { Facts } from '../../ui/facts.tsx'
import { Section } from '../../ui/section.tsx'
import type { PersonPatch } from './posts.tsx'

/** Name, contact and language of a person. */
export function PersonFacts({ person, editing }: { person: Person; editing: RecordEditing<PersonPatch> }) {
  const { t } = useTranslation('people')
  const f = useFormat()
  const { givenName, familyName, nativeName, email, phone, language } = person
  return (
    <Section title={t('section.facts')}>
      <Facts>
        <TextFact
          editing={editing}
          field="givenName"
          label={t('fields.givenName')}
          value={givenName}
          maxLength={200}
        />
        <TextFact
          editing={editing}
          field="familyName"
          label={t('fields.familyName')}
          value={familyName}
          required
          maxLength={200}
        />
        <TextFact
          editing={editing}
          field="nativeName"
          label={t('fields.nativeName')}
          value={nativeName}
          maxLength={200}
        />
        <TextFact
          editing={editing}
          field="email"
          label={t('fields.email')}
          value={email}
          type="email"
          maxLength={320}
        >
          {email && <a href={`mailto:${email}`}>{email}</a>}
        </TextFact>
        <TextFact
          editing={editing}
          field="phone"
          label={t('fields.phone')}
          value={phone}
          type="tel"
          maxLength={60}
        >
          {phone && <a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>{phone}</a>}
        </TextFact>
        <EditableFact<string | null>
          label={t('fields.language')}
          field="language"
          value={language}
          version={editing.version}
          reason={editing.reason}
          show={(code) => code && f.languageName(code)}
          save={(code, version) => editing.save({ language: code }, version)}
          input={(input) => <LanguageSelect {...input} />}
        >
          {language && f.languageName(language)}
        </EditableFact>
      </Facts>
    </Section>
  )
}
