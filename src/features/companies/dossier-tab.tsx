import { Documents } from '../../components/dossier/documents.tsx'
import { Notes } from '../../components/dossier/notes.tsx'
import { Sources } from '../../components/dossier/sources.tsx'
import { Tasks } from '../../components/dossier/tasks.tsx'
import { RecordHistory } from '../../components/record-history.tsx'
import { Columns } from '../../ui/page.tsx'
import { useTabCompany } from './page/use-company.ts'

/** Papers, notes, tasks and sources of a company, and everything that happened to it. */
export function Component() {
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
      <RecordHistory {...record} />
    </Columns>
  )
}
