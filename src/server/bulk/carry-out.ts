import type { BulkEdit } from '../../contract/bulk.ts'
import type { RecordNoun } from '../../contract/primitives.ts'
import { moveAgreement } from '../agreements/move.ts'
import { updateAgreement } from '../agreements/update.ts'
import { updateCompany } from '../companies/update.ts'
import type { Context } from '../context.ts'
import { changeTask, dropTask } from '../dossier/task-verbs.ts'
import { approve } from '../expenses/approve.ts'
import { binExpense } from '../expenses/remove.ts'
import { changeExpense } from '../expenses/update.ts'
import { moveMission } from '../missions/move.ts'
import { updateMission } from '../missions/update.ts'
import { updateOrganisation } from '../organisations/update.ts'
import { updatePerson } from '../people/update.ts'
import { keepPrivacy } from '../privacy/keep.ts'
import { moveToBin } from '../record.ts'
import { affiliated, left, ofKind, onLine, towardsMarket, withConsent, withWords } from './whole-lists.ts'

export interface SeenRow {
  id: string
  version: number
}

/** The table whose rows an edit is about. */
export const nounOf = ({ verb }: BulkEdit): RecordNoun | 'tasks' => {
  const [noun] = verb.split('.') as [RecordNoun | 'tasks' | 'companies']
  return noun === 'companies' ? 'organisations' : noun
}

/** The operation that does it to one record alone: whose rights it asks for, and what the history calls it. */
const operations: Partial<Record<BulkEdit['verb'], string>> = {
  'companies.words': 'companies.update',
  'companies.market': 'companies.update',
  'organisations.affiliate': 'organisations.update',
  'organisations.leave': 'organisations.update',
  'organisations.kind': 'organisations.update',
  'people.consent': 'people.keep-privacy',
  'expenses.line': 'expenses.update',
}
export const operationOf = ({ verb }: BulkEdit): string => operations[verb] ?? verb

const about = <B>({ id, version }: SeenRow, body: B) => ({
  params: { id },
  query: undefined,
  body,
  ifMatch: version,
  mediaType: undefined,
})

/** Does to one record what an edit says, by the operation that does it for one alone: its rules are the only ones there are. */
export async function carryOut(ctx: Context, edit: BulkEdit, row: SeenRow): Promise<unknown> {
  switch (edit.verb) {
    case 'agreements.update':
      return updateAgreement(ctx, about(row, edit.set))
    case 'agreements.move':
      return moveAgreement(ctx, about(row, edit.set))
    case 'missions.update':
      return updateMission(ctx, about(row, edit.set))
    case 'missions.move':
      return moveMission(ctx, about(row, edit.set))
    case 'companies.update':
      return updateCompany(ctx, about(row, edit.set))
    case 'companies.words':
      return updateCompany(ctx, about(row, await withWords(ctx, row.id, edit)))
    case 'companies.market':
      return updateCompany(ctx, about(row, await towardsMarket(ctx, row.id, edit)))
    case 'organisations.affiliate':
      return updateOrganisation(ctx, about(row, await affiliated(ctx, row.id, edit)))
    case 'organisations.leave':
      return updateOrganisation(ctx, about(row, await left(ctx, row.id, edit)))
    case 'organisations.kind':
      return updateOrganisation(ctx, about(row, await ofKind(ctx, row.id, edit)))
    case 'organisations.update':
      return updateOrganisation(ctx, about(row, edit.set))
    case 'people.update':
      return updatePerson(ctx, about(row, edit.set))
    case 'people.keep-privacy':
      return keepPrivacy(ctx, about(row, edit.set))
    case 'people.consent':
      return keepPrivacy(ctx, about(row, await withConsent(ctx, row.id, edit)))
    case 'expenses.update':
      return changeExpense(ctx, about(row, edit.set))
    case 'expenses.line':
      return changeExpense(ctx, about(row, await onLine(ctx, row.id, edit)))
    case 'expenses.approve':
      return approve(ctx, about(row, { ...edit.set, on: null }))
    case 'expenses.remove':
      return binExpense(ctx, about(row, undefined))
    case 'tasks.update':
      return changeTask(ctx, about(row, edit.set))
    case 'tasks.remove':
      return dropTask(ctx, about(row, undefined))
    case 'agreements.remove':
    case 'missions.remove':
    case 'organisations.remove':
    case 'people.remove':
      return moveToBin(ctx, nounOf(edit) as RecordNoun, row.id, row.version)
  }
}
