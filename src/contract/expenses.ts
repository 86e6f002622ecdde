import * as z from 'zod'
import { claimStates } from '../domain/claim.ts'
import { expenseGaps, expenseStates } from '../domain/expense.ts'
import { ratePolicies } from '../domain/grant.ts'
import { endpoint } from './endpoint.ts'
import { basisPoints, currency, decimalRate, minor } from './grants.ts'
import { money } from './missions.ts'
import * as p from './primitives.ts'
import { fieldError } from './problems.ts'

/** What the clusters plan, order and pay, and which grants bear it. */

export const expenseState = z.enum(expenseStates)

/** How a share came to its amount in the grant's currency. */
export const rateUsed = z
  .object({
    policy: z.enum([...ratePolicies, 'by_hand', 'same_currency']),
    /** Units of the expense's currency for one euro, or, fixed and by hand, for one unit of the grant's currency. */
    rate: z.string(),
    /** Units of the grant's currency for one euro, where that is another. */
    crossRate: z.string().nullable(),
    /** The day of the rate; null for one that is fixed. */
    on: z.string().nullable(),
    source: z.string(),
    /** The rate is not final: the day, or the reporting period, is still to come. */
    provisional: z.boolean(),
  })
  .meta({ id: 'RateUsed' })
export type RateUsed = z.infer<typeof rateUsed>

/** Part of an expense that a grant bears. What no share covers is left to own funds. */
export const expenseShare = z.object({
  id: p.id.optional(),
  grantId: p.id,
  lineId: p.id.nullable().default(null),
  bp: z.int().min(1).max(10_000).meta({ description: 'Basis points: 10000 is 100%' }),
  /** A rate by hand: units of the expense's currency for one unit of the grant's. Null: by the grant's policy. */
  rate: z
    .object({ rate: decimalRate, on: p.civilDate.nullable().default(null), source: p.line(300) })
    .nullable()
    .default(null),
})

const fields = {
  title: p.line(500),
  /** Number of the invoice, order or contract. */
  reference: p.optionalLine(200),
  note: p.optionalText(),
  supplierId: p.id.nullable().default(null),
  /** A supplier without a record of its own. */
  supplierName: p.optionalLine(300),
  /** The cluster that pays, and the one that it is for. */
  payerId: p.id.nullable().default(null),
  beneficiaryId: p.id.nullable().default(null),
  missionId: p.id.nullable().default(null),
  /** The company that it helps. */
  companyId: p.id.nullable().default(null),
  /** VAT included. */
  amount: z.object({ minor: z.int().min(1).max(999_999_999_999), currency }),
  /** VAT in it, and whether it comes back; null is unknown, and counts as not recoverable. */
  vatMinor: minor.nullable().default(null),
  vatRecoverable: z.boolean().nullable().default(null),
  plannedOn: p.civilDate.nullable().default(null),
  /** When it is expected to be paid. */
  expectedOn: p.civilDate.nullable().default(null),
  committedOn: p.civilDate.nullable().default(null),
  paidOn: p.civilDate.nullable().default(null),
  /** Given up; of an order, what is not invoiced by then is released. */
  cancelledOn: p.civilDate.nullable().default(null),
  /** The order that it is an invoice of. */
  partOfId: p.id.nullable().default(null),
  shares: z.array(expenseShare).max(20).default([]),
}
export const expenseInput = z.object({
  ...fields,
  /** Chosen by the caller, so that a row sent twice is entered once. */
  id: p.id.optional(),
})
export const expensePatch = p.patchOf(fields)
export type ExpenseInput = z.input<typeof expenseInput>

export const expense = z
  .object({
    ...p.recordBase,
    title: z.string(),
    reference: z.string().nullable(),
    note: z.string().nullable(),
    /** As of the day asked for; null before its first day. */
    state: expenseState.nullable(),
    asOf: z.string(),
    supplier: p.named.nullable(),
    supplierName: z.string().nullable(),
    payer: p.named.nullable(),
    payerColour: z.string().nullable(),
    beneficiary: p.named.nullable(),
    mission: p.named.nullable(),
    company: p.named.nullable(),
    amount: money,
    vatMinor: minor.nullable(),
    vatRecoverable: z.boolean().nullable(),
    /** The amount without VAT that comes back, in its own currency. */
    eligible: minor,
    plannedOn: z.string().nullable(),
    expectedOn: z.string().nullable(),
    committedOn: z.string().nullable(),
    paidOn: z.string().nullable(),
    cancelledOn: z.string().nullable(),
    partOf: p.named.nullable(),
    /** Of an order: what its invoices, paid by the day, come to in its currency. */
    invoiced: minor,
    shares: z.array(
      z.object({
        id: p.id,
        grant: p.named,
        lineId: p.id.nullable(),
        /** The line's category. */
        category: z.string().nullable(),
        bp: basisPoints,
        /** The share in the expense's currency; shares and own funds add up to `eligible`. */
        part: minor,
        /** The same in the grant's currency. */
        amount: money,
        rate: rateUsed,
        claim: z
          .object({ id: p.id, number: z.int(), title: z.string().nullable(), state: z.enum(claimStates) })
          .nullable(),
      }),
    ),
    /** What no grant bears, in the expense's currency. */
    own: minor,
    /** What of it, in its currency, grants bear whose money can be state aid; 0 where it helps no company. */
    aidable: minor,
    /** Aid to the company that was given by it. */
    aid: z.array(z.object({ id: p.id, company: p.named, amount: money, grantedOn: z.string() })),
    receipts: z.int(),
    enteredBy: p.named.nullable(),
    approvedBy: p.named.nullable(),
    approvedOn: z.string().nullable(),
    /** What it still lacks as of the day. */
    gaps: z.array(z.enum(expenseGaps)),
  })
  .meta({ id: 'Expense' })
export type Expense = z.infer<typeof expense>

export const expenseSorts = ['date', 'title', 'supplier', 'amount', 'updatedAt'] as const
export const expenseFilters = {
  grant: p.id.optional(),
  line: p.id.optional(),
  /** Against no line of the grant. */
  unassigned: p.flag.optional(),
  category: p.several(z.string().max(40)).optional(),
  state: p.several(expenseState).optional(),
  payer: p.id.optional(),
  beneficiary: p.id.optional(),
  mission: p.id.optional(),
  company: p.id.optional(),
  supplier: p.id.optional(),
  currency: p.several(currency).optional(),
  /** Invoices of this order. */
  order: p.id.optional(),
  claim: p.id.optional(),
  gap: p.several(z.enum(expenseGaps)).optional(),
  /** Outside the days that the grant counts. */
  outside: p.flag.optional(),
  /** Of the days from … to …, by the day that its rate is reckoned by. */
  from: p.civilDate.optional(),
  to: p.civilDate.optional(),
}
/** "amount" sorts in the grant's currency where a grant is given, else by the figure as it stands. */
export const expenseList = p.listQuery(expenseSorts, expenseFilters)

export const listExpenses = endpoint({
  id: 'expenses.list',
  method: 'GET',
  path: '/expenses',
  summary: 'A page of expenses, with what all that match cost, or come to in the grant asked for',
  access: 'read',
  query: expenseList,
  reply: p.page(expense).extend({
    /** With the first page of a grant's: the shares of all that match and are not cancelled. */
    sums: z.array(z.object({ grantId: p.id, amount: money })),
    /** With the first page of any other: what all that match and are not cancelled cost, without VAT that comes back, per currency. */
    costs: z.array(money),
  }),
  status: 200,
})
export const exportExpenses = endpoint({
  id: 'expenses.export',
  method: 'GET',
  path: '/expense-file',
  summary: 'The expenses of a list, all of them, as CSV or workbook, safe to open in a spreadsheet',
  access: 'read',
  query: expenseList.omit({ cursor: true, limit: true }).extend({
    format: z.enum(['csv', 'xlsx']).default('csv'),
    language: z.enum(['en', 'fr']).default('en'),
  }),
  reply: 'binary',
  status: 200,
})
export const readExpense = endpoint({
  id: 'expenses.read',
  method: 'GET',
  path: '/expenses/{id}',
  summary: 'Read an expense',
  access: 'read',
  params: p.byId,
  query: p.scopeQuery,
  reply: expense,
  status: 200,
  errors: ['not_found'],
})
export const createExpense = endpoint({
  id: 'expenses.create',
  method: 'POST',
  path: '/expenses',
  summary: 'Add an expense',
  access: 'write',
  offline: 'queue',
  body: expenseInput,
  reply: expense,
  status: 201,
  errors: ['duplicate'],
})
export const enterExpenses = endpoint({
  id: 'expenses.enter',
  method: 'POST',
  path: '/expenses/bulk',
  summary:
    'Add several expenses, pasted or imported. Rows that are wrong come back with their problems; a row sent before, by its id, stays as it is',
  access: 'write',
  body: z.object({
    rows: z
      .array(expenseInput.extend({ id: p.id }))
      .min(1)
      .max(2000),
    /** Say what would come of it and write nothing. */
    dryRun: z.boolean().default(false),
    /** Enter the rows that are right, or none unless all are. */
    mode: z.enum(['valid', 'all']).default('valid'),
  }),
  reply: z.object({
    entered: z.array(p.id),
    already: z.array(p.id),
    /** By the place of the row, from 0. */
    problems: z.array(z.object({ row: z.int(), id: p.id, errors: z.array(fieldError) })),
  }),
  status: 200,
})
export const updateExpense = endpoint({
  id: 'expenses.update',
  method: 'PATCH',
  path: '/expenses/{id}',
  summary:
    'Change an expense; shares given replace those held. Of one that is claimed, what changes is made up for in the next claim',
  access: 'write',
  params: p.byId,
  body: expensePatch,
  reply: expense,
  status: 200,
  ifMatch: true,
  errors: ['not_found', 'record_in_bin', 'expense_claimed', 'expense_has_aid'],
})
export const approveExpense = endpoint({
  id: 'expenses.approve',
  method: 'POST',
  path: '/expenses/{id}/approval',
  summary: 'Approve an expense as the second person, or take the approval back',
  access: 'write',
  params: p.byId,
  body: z.object({ approved: z.boolean(), on: p.civilDate.nullable().default(null) }),
  reply: expense,
  status: 200,
  ifMatch: true,
  errors: ['not_found', 'record_in_bin', 'approval_by_same_person', 'expense_claimed'],
})
export const removeExpense = endpoint({
  id: 'expenses.remove',
  method: 'DELETE',
  path: '/expenses/{id}',
  summary: 'Move an expense to the bin',
  access: 'write',
  params: p.byId,
  reply: expense,
  status: 200,
  ifMatch: true,
  errors: ['not_found', 'in_use', 'record_in_bin', 'expense_claimed'],
})
export const restoreExpense = endpoint({
  id: 'expenses.restore',
  method: 'POST',
  path: '/expenses/{id}/restore',
  summary: 'Take an expense out of the bin',
  access: 'write',
  params: p.byId,
  reply: expense,
  status: 200,
  errors: ['not_found'],
})

export const expenseEndpoints = [
  listExpenses,
  exportExpenses,
  readExpense,
  createExpense,
  enterExpenses,
  updateExpense,
  approveExpense,
  removeExpense,
  restoreExpense,
] as const
