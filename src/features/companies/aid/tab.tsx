import { useState } from 'react'
import { useScope } from '../../../components/scope.ts'
import { useRecord } from '../../../components/use-record.ts'
import type { Aid } from '../../../contract/aid.ts'
import type { Expense } from '../../../contract/expenses.ts'
import { maxPage } from '../../../contract/primitives.ts'
import { aid } from '../../../data/aid.ts'
import { isCivilDate } from '../../../domain/partial-date.ts'
import { WaitingLines } from '../../../ui/waiting-lines.tsx'
import { useTabCompany } from '../page/use-company.ts'
import { AidActions } from './actions.tsx'
import classes from './aid.module.css'
import { AidDialog } from './dialog.tsx'
import { Entries } from './entries.tsx'
import { Gauge } from './gauge.tsx'
import { Papers } from './papers.tsx'
import { useRoom } from './use-room.ts'

/** An award may be begun from the expense that it is given by. */
export type Editing =
  | { kind: 'award'; expense?: Expense }
  | { kind: 'declare' }
  | { kind: 'edit'; entry: Aid }

/** What it got on which legal basis, what it may still get on a day of choice, and the papers it signed. */
export function Component() {
  const company = useTabCompany()
  const { day } = useScope()
  const [chosen, choose] = useState<{ day?: string | null; memberState?: string | null }>({})
  const [editing, setEditing] = useState<Editing | null>(null)
  const on = chosen.day && isCivilDate(chosen.day) ? chosen.day : day
  const position = useRoom(company.id, {
    asOf: on,
    ...(chosen.memberState ? { memberState: chosen.memberState } : {}),
  }).data
  const ledger = useRecord(
    aid.page({ query: { organisation: company.id, undertaking: true, asOf: on, limit: maxPage } }),
  )
  if (!position || !ledger) return <WaitingLines />
  return (
    <div className={classes.tab}>
      <Gauge
        position={position}
        day={chosen.day === undefined ? day : chosen.day}
        onDay={(next) => choose({ ...chosen, day: next })}
        onMemberState={(memberState) => choose({ ...chosen, memberState })}
        actions={<AidActions company={company} onBegin={(kind) => setEditing({ kind })} />}
      />
      <Entries
        company={company}
        position={position}
        entries={ledger.items}
        onEdit={(entry) => setEditing({ kind: 'edit', entry })}
      />
      <Papers company={company} />
      {editing && <AidDialog company={company} editing={editing} day={on} onClose={() => setEditing(null)} />}
    </div>
  )
}
