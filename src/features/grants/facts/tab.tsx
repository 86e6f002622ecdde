import { Documents } from '../../../components/dossier/documents.tsx'
import { Notes } from '../../../components/dossier/notes.tsx'
import { Sources } from '../../../components/dossier/sources.tsx'
import { Tasks } from '../../../components/dossier/tasks.tsx'
import { RecordHistory } from '../../../components/record-history.tsx'
import { Columns } from '../../../ui/page.tsx'
import { useGrantEditing, useTabGrant } from '../use-grant.ts'
import { GrantFacts } from './facts.tsx'
import { GrantFunders } from './funders.tsx'
import { RulesSection } from './rules.tsx'

/** What the grant is: who funds it, by which rules, with documents, sources and history. */
export function Component() {
  const grant = useTabGrant()
  const record = { noun: 'grants' as const, recordId: grant.id }
  const editing = useGrantEditing(grant)
  return (
    <Columns
      aside={
        <>
          <GrantFacts grant={grant} editing={editing} />
          <Tasks {...record} />
          <Notes {...record} />
          <Documents {...record} />
        </>
      }
    >
      <GrantFunders grant={grant} editing={editing} />
      <RulesSection grant={grant} editing={editing} />
      <Sources {...record} />
      <RecordHistory {...record} few />
    </Columns>
  )
}
