import { TagsInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { EditableFact } from '../../../components/editable-fact.tsx'
import { useFormat } from '../../../i18n/format.ts'
import type { CompanyEditing } from '../page/use-company.ts'
import classes from './profile.module.css'

/** A list of words: its sectors, its themes. */
export function WordsFact({
  field,
  words,
  editing,
}: {
  field: 'sectors' | 'themes'
  words: string[]
  editing: CompanyEditing
}) {
  const { t } = useTranslation('companies')
  const f = useFormat()
  return (
    <EditableFact
      label={t(`profile.${field}`)}
      field={field}
      value={words}
      version={editing.version}
      reason={editing.reason}
      show={f.list}
      save={(value, version) => editing.save({ [field]: value }, version)}
      input={(input) => (
        <TagsInput
          {...input}
          description={t('profile.wordsHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxTags={50}
          splitChars={[',', ';']}
          acceptValueOnBlur
        />
      )}
    >
      {words.length > 0 && (
        <span className={classes.words}>
          {words.map((word) => (
            <span key={word}>{word}</span>
          ))}
        </span>
      )}
    </EditableFact>
  )
}
