import {
  type Claim,
  decideClaim,
  draftClaim,
  freezeClaim,
  listClaimRows,
  payClaim,
  submitClaim,
} from '../../../src/contract/claims.ts'
import { readExpense, updateExpense } from '../../../src/contract/expenses.ts'
import type { Call } from '../call.ts'
import type { SampleClaim } from './funding.ts'

type Ids = ReadonlyMap<string, string>

/** Takes the invented claims of a grant as far as they have come; the expenses must have been entered. */
export async function enterClaims(
  call: Call,
  grantId: string,
  claims: readonly SampleClaim[],
  expenses: Ids,
): Promise<void> {
  for (const claim of claims) {
    const { title, from, to, due, frozen, submitted } = claim
    const drafted = await call(draftClaim, {
      params: { id: grantId },
      body: { title, from, to, dueOn: due },
    })
    if (!frozen) continue
    const params = { id: drafted.id }
    const kept = await call(freezeClaim, { params, body: { on: frozen } }, drafted.version)
    if (submitted) {
      const sent = await call(submitClaim, { params, body: { on: submitted } }, kept.version)
      await settle(call, sent, claim, expenses)
    }
    await correct(call, claim, expenses)
  }
}

/** What the funder said and paid. */
async function settle(call: Call, sent: Claim, claim: SampleClaim, expenses: Ids): Promise<void> {
  const { decided, paid, rejected = {} } = claim
  if (!decided) return
  const params = { id: sent.id }
  const { items } = await call(listClaimRows, { params, query: { limit: 500 } })
  const refused = Object.entries(rejected).map(([key, reason]) => {
    const row = items.find(({ expense }) => expense.id === expenses.get(key))
    if (!row) throw new Error(`“${key}” is not in “${claim.title}”`)
    return { rowId: row.id, reason }
  })
  const told = await call(decideClaim, { params, body: { on: decided, rejected: refused } }, sent.version)
  if (!paid) return
  const minor = told.total - told.rejected
  await call(payClaim, { params, body: { on: paid, minor } }, told.version)
}

async function correct(call: Call, { corrected = {} }: SampleClaim, expenses: Ids): Promise<void> {
  for (const [key, body] of Object.entries(corrected)) {
    const params = { id: expenses.get(key) ?? '' }
    const { version } = await call(readExpense, { params })
    await call(updateExpense, { params, body }, version)
  }
}
