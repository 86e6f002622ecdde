import { useTranslation } from 'react-i18next'
import { Documents } from '../../components/dossier/documents.tsx'
import { Notes } from '../../components/dossier/notes.tsx'
import { Sources } from '../../components/dossier/sources.tsx'
import { Tasks } from '../../components/dossier/tasks.tsx'
import { History } from '../../components/history.tsx'
import { Columns } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { useTabCompany } from './page/use-company.ts'

/** Papers, notes, tasks and sources of a company, and everything that happened to it. */
export function Component() {
  const { t } = useTranslation('history')
  const record = { noun: 'organisations', recordId: useTabCompany().id } as const
  return (
    <Columns
      aside={
        <>
          <Tasks {...record} />
          <Notes {...record} />
        </>
      }
    >
      <Documents {...record} />
      <Sources {...record} />
      <Section title={t('title')}>
        <History {...record} />
      </Section>
    </Columns>
  )
}
