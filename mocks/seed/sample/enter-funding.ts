import { awardAid } from '../../../src/contract/aid.ts'
import { uploadDocument } from '../../../src/contract/dossier.ts'
import {
  type Expense,
  type ExpenseInput,
  enterExpenses,
  readExpense,
} from '../../../src/contract/expenses.ts'
import type { Call } from '../call.ts'
import type { Entered } from '../entry.ts'
import type { GrantKey } from '../grants.ts'
import { demoIds } from '../ids.ts'
import { alps } from './alps.ts'
import type { Bodies, BodyKey } from './bodies.ts'
import { type EnteredLines, enterBudget } from './enter-budget.ts'
import { enterClaims } from './enter-claims.ts'
import type { SampleExpense, SampleFunding } from './funding.ts'
import { ppti } from './ppti.ts'
import { receipt } from './receipt.ts'

const fundings = { ppti, alps } as const satisfies Partial<Record<GrantKey, SampleFunding>>

/** Enters the invented use of the corridor’s grant and of Alps Bio Cluster. The grants themselves stay as the documents state them. */
export async function enterFunding(call: Call, entered: Entered, bodies: Bodies): Promise<void> {
  const lines = new Map<string, EnteredLines>()
  for (const [key, funding] of Object.entries(fundings))
    lines.set(key, await enterBudget(call, entered, entered.id('grants', key), funding))
  const newId = demoIds(0x20071204)
  for (const [key, funding] of Object.entries(fundings)) {
    const ids = await enterRows(call, { entered, bodies, lines, newId, grant: key as GrantKey }, funding)
    await enterClaims(call, entered.id('grants', key), funding.claims, ids)
    await enterAid(call, funding, ids, bodies)
  }
}

interface World {
  entered: Entered
  bodies: Bodies
  /** The lines of each grant. */
  lines: ReadonlyMap<string, EnteredLines>
  /** The same in every build. */
  newId: () => string
  grant: GrantKey
}

/** Enters the expenses at once, and their receipts; gives the ids of those that have a name. */
async function enterRows(
  call: Call,
  world: World,
  { expenses }: SampleFunding,
): Promise<ReadonlyMap<string, string>> {
  const given = expenses.map((expense) => ({ id: world.newId(), expense }))
  const ids = new Map(given.flatMap(({ id, expense: { key } }) => (key ? [[key, id] as const] : [])))
  const rows = given.map(({ id, expense }) => ({ id, ...inputOf(expense, world, ids) }))
  const { problems } = await call(enterExpenses, { body: { rows, mode: 'all' } })
  if (problems.length > 0) throw new Error(`Sample expenses are refused: ${JSON.stringify(problems)}`)
  for (const { id, expense } of given)
    if (expense.paid && !expense.noReceipt)
      await call(uploadDocument, {
        query: { noun: 'expenses', recordId: id, filename: 'Sample receipt.pdf', kind: 'evidence' },
        body: receipt(),
      })
  return ids
}

function inputOf(expense: SampleExpense, world: World, ids: ReadonlyMap<string, string>): ExpenseInput {
  const { entered, lines, bodies, grant } = world
  const { shared, company, order, by, helps, vat } = expense
  const lineOf = (of: string, key: string) => named(lines.get(of) ?? new Map(), key)
  const { id: lineId, line } = lineOf(grant, expense.line)
  const payer = by ?? line.of
  return {
    title: expense.what,
    reference: expense.reference ?? null,
    supplierName: expense.supplier ?? null,
    payerId: entered.id('organisations', payer),
    beneficiaryId: entered.id('organisations', helps ?? payer),
    missionId: expense.mission ? entered.id('missions', expense.mission) : null,
    companyId: company ? named(bodies, company).organisationId : null,
    amount: { minor: expense.amount[0], currency: expense.amount[1] },
    vatMinor: vat ?? null,
    vatRecoverable: vat === undefined ? null : true,
    plannedOn: expense.planned ?? null,
    expectedOn: expense.expected ?? null,
    committedOn: expense.ordered ?? null,
    paidOn: expense.paid ?? null,
    cancelledOn: expense.cancelled ?? null,
    partOfId: order ? named(ids, order) : null,
    shares: [
      { grantId: entered.id('grants', grant), lineId, bp: 10_000 - (shared?.bp ?? 0) },
      ...(shared
        ? [
            {
              grantId: entered.id('grants', shared.grant),
              lineId: lineOf(shared.grant, shared.line).id,
              bp: shared.bp,
            },
          ]
        : []),
    ],
  }
}

/** What helps a company, and was paid from national money, is aid to it. */
async function enterAid(
  call: Call,
  { expenses, aid = [] }: SampleFunding,
  ids: ReadonlyMap<string, string>,
  bodies: Bodies,
): Promise<void> {
  for (const { of, purpose, reason } of aid) {
    const company = expenses.find(({ key }) => key === of)?.company
    if (!company) throw new Error(`“${of}” helps no company`)
    const { id, amount, paidOn, shares }: Expense = await call(readExpense, {
      params: { id: named(ids, of) },
    })
    await call(awardAid, {
      params: { id: named(bodies, company as BodyKey).organisationId },
      body: {
        grantedOn: paidOn ?? '',
        amount,
        rate: amount.currency === 'EUR' ? null : (shares[0]?.rate.rate ?? null),
        purpose,
        instrument: 'in_kind',
        expenseId: id,
        reason,
      },
    })
  }
}

function named<K, V>(held: ReadonlyMap<K, V>, key: K): V {
  const found = held.get(key)
  if (!found) throw new Error(`“${String(key)}” is not in the sample`)
  return found
}
