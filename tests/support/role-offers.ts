import { exportAidRegister } from '../../src/contract/aid.ts'
import { rightOf } from '../../src/contract/rights.ts'
import type { Right } from '../../src/domain/rights.ts'

/** The lists, each with what begins a new record there and the operation that it does. */
export const lists: Record<string, Record<string, string>> = {
  '/agreements': { 'New agreement': 'agreements.create', 'Log a signature': 'agreements.sign' },
  '/agreements?view=board': { 'New agreement': 'agreements.create', 'Log a signature': 'agreements.sign' },
  '/missions': { 'New mission': 'missions.create' },
  '/companies': { 'New company': 'companies.create' },
  '/grants': { 'New grant': 'grants.create' },
  '/grants/expenses': {},
  '/clusters': { 'New cluster': 'organisations.create' },
  '/alliances': { 'New alliance': 'alliances.create' },
  '/markets': { 'New market': 'markets.create' },
  '/partners': { 'New organisation': 'organisations.create' },
  '/people': { 'New person': 'people.create' },
  '/tasks': { 'New task': 'tasks.create' },
  '/reports': { 'New report': 'reports.create' },
  '/indicators': { 'New indicator': 'indicators.create' },
}

/** What the buttons of records' pages do, by their names; `*` is the noun of the page. */
const onPages: readonly (readonly [name: RegExp, operation: string])[] = [
  [/^Edit (Legal basis|Where the data comes from|Collected on|Months kept)/, 'people.keep-privacy'],
  [/^Edit: Consents/, 'people.keep-privacy'],
  [/^(Edit|Add a step|Add an action|Delete|.*: more$)/, '*.update'],
  [/^Move (stage|to)/, '*.update'],
  [/^(Has confirmed|Other steps)/, 'participations.move'],
  [/^(Log a signature|Sign for )/, 'agreements.sign'],
  [/^Close$/, 'missions.close'],
  [/^Merge…/, 'organisations.merge'],
  [/^Erase for good/, 'people.erase'],
  [/^Undo$/, 'history.undo'],
  [/^Pin, /, 'pins.add'],
  [/^Add a task/, 'tasks.create'],
  [/^Attach a file/, 'documents.upload'],
  [/^Add a source/, 'sources.create'],
  [/^Add an expense/, 'expenses.create'],
  [/^New agreement/, 'agreements.create'],
  [/^New mission/, 'missions.create'],
  [/^New market/, 'markets.create'],
  [/^Add it to an alliance/, 'alliances.create'],
  [/^Add a target/, 'indicators.create'],
  [/^(New person|Add a person)/, 'people.create'],
  [/^Add a member/, 'organisations.update'],
  [/^Run as of/, 'reports.run'],
  [/^(Award aid|Record declared aid)/, 'aid.award'],
  [/^(Adopt…|Throw the draft away)/, 'budget.adopt'],
]

/** What only shows more, or the same in another way. Menus are among it: what can't be done says so there. */
const reading = [
  /^(Views|Columns|Export|More|More filters|Older entries|Calendar…|Choose from a calendar)$/,
  /^(Travel|Events|Try it|Swap rows and columns)$/,
]

/** The right behind a button of a record's page; null for what only reads, undefined where nobody has said yet. */
export function rightBehind(name: string, noun: string): Right | null | undefined {
  if (reading.some((one) => one.test(name))) return null
  if (name === 'Register (CSV)') return rightOf(exportAidRegister)
  const operation = onPages.find(([pattern]) => pattern.test(name))?.[1]
  return operation === undefined ? undefined : rightToDo(operation.replace('*', noun))
}

/** The right that a writing operation asks for. */
export function rightToDo(id: string): Right {
  const right = rightOf({ id, access: 'write' })
  if (!right) throw new Error(`No right for ${id}`)
  return right
}
