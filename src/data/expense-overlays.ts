import { type createExpense, type Expense, listExpenses } from '../contract/expenses.ts'
import { eligibleMinor, expenseState } from '../domain/expense.ts'
import { overWhole, splitByShares } from '../domain/shares.ts'
import { lay, type Overlay, type ReadInput, type Waiting, withAdded } from './outbox/overlays.ts'

/** How an expense that waits for the connection looks on the screen. */

const unnamed = (id: string | null | undefined) => (id ? { id, name: '…' } : null)

/** Only the API converts: until it has, a share stands in the expense's own currency, and its rate is not final. */
function sharesOf({ input: { body } }: Waiting<typeof createExpense>): Expense['shares'] {
  const { amount, vatMinor = null, vatRecoverable = null, shares = [] } = body
  const given = shares.map(({ bp }) => bp)
  // More than the whole the API refuses; nothing is made up of it here.
  const { parts } = splitByShares(
    eligibleMinor(amount.minor, vatMinor, vatRecoverable),
    overWhole(given) ? given.map(() => 0) : given,
  )
  return shares.map((share, n) => ({
    id: `${share.grantId}-${n}`,
    grant: { id: share.grantId, name: '…' },
    lineId: share.lineId ?? null,
    category: null,
    bp: share.bp,
    part: parts[n] ?? 0,
    amount: { minor: parts[n] ?? 0, currency: amount.currency },
    rate: {
      policy: 'same_currency',
      rate: '1',
      crossRate: null,
      on: null,
      source: '',
      provisional: true,
    },
    claim: null,
  }))
}

function replyOf(write: Waiting<typeof createExpense>): Expense {
  const { id, at, actor, input } = write
  const { body } = input
  const days = {
    plannedOn: body.plannedOn ?? null,
    committedOn: body.committedOn ?? null,
    paidOn: body.paidOn ?? null,
    cancelledOn: body.cancelledOn ?? null,
  }
  const eligible = eligibleMinor(body.amount.minor, body.vatMinor ?? null, body.vatRecoverable ?? null)
  const shares = sharesOf(write)
  const today = at.slice(0, 10)
  return {
    id: body.id ?? id,
    version: 1,
    sample: false,
    deletedAt: null,
    createdAt: at,
    updatedAt: at,
    title: body.title,
    reference: body.reference ?? null,
    note: body.note ?? null,
    state: expenseState(days, [], today),
    asOf: today,
    supplier: unnamed(body.supplierId),
    supplierName: body.supplierName ?? null,
    payer: unnamed(body.payerId),
    payerColour: null,
    beneficiary: unnamed(body.beneficiaryId),
    mission: unnamed(body.missionId),
    company: unnamed(body.companyId),
    amount: body.amount,
    vatMinor: body.vatMinor ?? null,
    vatRecoverable: body.vatRecoverable ?? null,
    eligible,
    ...days,
    expectedOn: body.expectedOn ?? null,
    partOf: unnamed(body.partOfId),
    invoiced: 0,
    shares,
    own: eligible - shares.reduce((sum, { part }) => sum + part, 0),
    aidable: 0,
    aid: [],
    receipts: 0,
    enteredBy: actor,
    approvedBy: null,
    approvedOn: null,
    gaps: [],
  }
}

/** Of a list narrowed otherwise it can't be told whether the expense belongs to it. */
const isListOf = ({ query = {} }: ReadInput, { shares }: Expense) =>
  Object.keys(query).every((key) => key === 'grant' || key === 'limit') &&
  (query.grant === undefined || shares.some(({ grant }) => grant.id === query.grant))

export const expenseAdded: Overlay<typeof createExpense> = {
  reply: replyOf,
  title: ({ input }) => input.body.title,
  apply: [
    lay(listExpenses, (page, { reply }, read) =>
      page.next === null && isListOf(read, reply)
        ? { ...page, items: withAdded(page.items, reply, 'last') }
        : page,
    ),
  ],
}
