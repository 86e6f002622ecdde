import { Documents } from '../../../components/dossier/documents.tsx'
import { Notes } from '../../../components/dossier/notes.tsx'
import { Sources } from '../../../components/dossier/sources.tsx'
import { Tasks } from '../../../components/dossier/tasks.tsx'
import { RecordHistory } from '../../../components/record-history.tsx'
import type { Mission } from '../../../contract/missions.ts'
import { Columns } from '../../../ui/page.tsx'
import { MissionAgreements } from './agreements.tsx'
import { MissionBodies } from './bodies.tsx'
import { Checklist } from './checklist.tsx'
import { MissionFacts } from './facts.tsx'
import { useMissionEditing } from './use-editing.ts'

/** What is planned: the checklist, who does it with whom and for which agreements, and the facts. */
export function PlanTab({ mission }: { mission: Mission }) {
  const record = { noun: 'missions' as const, recordId: mission.id }
  const editing = useMissionEditing(mission)
  return (
    <Columns
      aside={
        <>
          <MissionFacts mission={mission} editing={editing} />
          <Tasks {...record} />
          <Notes {...record} />
          <Documents {...record} />
        </>
      }
    >
      <Checklist mission={mission} editing={editing} />
      <MissionBodies mission={mission} editing={editing} />
      <MissionAgreements mission={mission} editing={editing} />
      <Sources {...record} />
      <RecordHistory {...record} few />
    </Columns>
  )
}
