import { MultiSelect, TagsInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { EditableFact } from '../../../components/editable-fact.tsx'
import { languageCodes } from '../../../components/language-select.tsx'
import type { Participation } from '../../../contract/participations.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Facts } from '../../../ui/facts.tsx'
import { Section } from '../../../ui/section.tsx'
import classes from './participation.module.css'
import type { ParticipationEditing } from './use-editing.ts'

const lists = ['themes', 'offers', 'seeks'] as const

/** What it works on, offers and looks for, and the languages it meets in: what meetings are suggested by. */
export function ParticipationProfile({
  row,
  editing,
}: {
  row: Participation
  editing: ParticipationEditing
}) {
  const { t } = useTranslation('participations')
  const f = useFormat()
  const { version, reason, save } = editing
  return (
    <Section title={t('profile.title')}>
      <Facts>
        {lists.map((field) => (
          <EditableFact
            key={field}
            version={version}
            reason={reason}
            label={t(`profile.${field}`)}
            field={field}
            value={row[field]}
            show={(value) => f.list(value)}
            input={({ value, onChange, ...props }) => (
              <TagsInput
                {...props}
                description={t('profile.hint')}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                maxTags={50}
                splitChars={[',', ';']}
                acceptValueOnBlur
                value={value}
                onChange={onChange}
              />
            )}
            save={(value, over) => save({ [field]: value }, over)}
          >
            <Words words={row[field]} />
          </EditableFact>
        ))}
        <EditableFact
          version={version}
          reason={reason}
          label={t('profile.languages')}
          field="languages"
          value={row.languages}
          show={(value) => f.list(value.map(f.languageName))}
          input={({ value, onChange, ...props }) => (
            <MultiSelect
              {...props}
              searchable
              data={languageCodes
                .map((code) => ({ value: code, label: f.languageName(code) }))
                .sort((a, b) => f.compare(a.label, b.label))}
              value={value}
              onChange={onChange}
            />
          )}
          save={(languages, over) => save({ languages }, over)}
        >
          {row.languages.length > 0 && f.list(row.languages.map(f.languageName))}
        </EditableFact>
      </Facts>
    </Section>
  )
}

function Words({ words }: { words: readonly string[] }) {
  const { t } = useTranslation('common')
  if (words.length === 0) return <span className={classes.unknown}>{t('unknown')}</span>
  return (
    <span className={classes.words}>
      {words.map((word) => (
        <span key={word}>{word}</span>
      ))}
    </span>
  )
}
