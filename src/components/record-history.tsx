import { useTranslation } from 'react-i18next'
import type { RecordNoun } from '../contract/primitives.ts'
import { Section } from '../ui/section.tsx'
import { History } from './history.tsx'
import { useMay, useMaySeeBeside } from './may.ts'

/** What happened to a record, at the end of its page, for those who may read it. Screens with it load the messages of "history". */
export function RecordHistory(record: { noun: RecordNoun; recordId: string; few?: boolean }) {
  const { t } = useTranslation('history')
  const may = useMay()
  const seen = useMaySeeBeside(record.noun)
  if (!seen || !may('history.read')) return null
  return (
    <Section title={t('title')}>
      <History {...record} />
    </Section>
  )
}
