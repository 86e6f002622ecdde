import * as z from 'zod'
import { claimStates, rowDecisions } from '../domain/claim.ts'
import { checkCodes } from '../domain/claim-checks.ts'
import { endpoint } from './endpoint.ts'
import { rateUsed } from './expenses.ts'
import { basisPoints, funderKind, minor, signedMinor } from './grants.ts'
import { money } from './missions.ts'
import * as p from './primitives.ts'

/** What is reported to the funders for a period. Frozen, its rows and rates never change: corrections go into the next claim. */

export const claimState = z.enum(claimStates)
const steps = {
  frozenOn: z.string().nullable(),
  submittedOn: z.string().nullable(),
  decidedOn: z.string().nullable(),
  paidOn: z.string().nullable(),
}

export const claimCheck = z
  .object({
    code: z.enum(checkCodes),
    /** What blocks must be mended before the claim is frozen. */
    severity: z.enum(['block', 'warn']),
    /** How many rows it is about, and the first hundred. */
    count: z.int(),
    rowIds: z.array(p.id),
    category: z.string().nullable(),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
  })
  .meta({ id: 'ClaimCheck' })
export type ClaimCheck = z.infer<typeof claimCheck>

/** Sums in the grant's currency; of a draft as they would be. */
const sums = {
  direct: signedMinor,
  indirect: signedMinor,
  total: signedMinor,
}

export const claim = z
  .object({
    id: p.id,
    version: p.version,
    grant: p.named,
    currency: z.string(),
    number: z.int(),
    /** Without one it goes by its number. */
    title: z.string().nullable(),
    from: z.string(),
    to: z.string(),
    dueOn: z.string().nullable(),
    state: claimState,
    ...steps,
    paidMinor: minor.nullable(),
    note: z.string().nullable(),
    rowCount: z.int(),
    ...sums,
    /** Rows that the funder refused: still in the sums, which are what was asked for. */
    rejected: signedMinor,
    /** What is left without them, and without the indirect costs that were reckoned on them. */
    accepted: z.object(sums),
    byCategory: z.array(
      z.object({ category: z.string().nullable(), amount: signedMinor, limit: minor.nullable() }),
    ),
    /** A statement per paying cluster, with its share of the indirect costs. */
    byCluster: z.array(z.object({ cluster: p.named.nullable(), rows: z.int(), ...sums })),
    /** What each funder owes; null where its share is not known. With `uncovered` it adds up to what is accepted. */
    byFunder: z.array(
      z.object({
        funder: p.named,
        kind: funderKind,
        bp: basisPoints.nullable(),
        due: signedMinor.nullable(),
      }),
    ),
    /** What no stated share covers: own funds, and those whose share is unknown. */
    uncovered: signedMinor,
    /** Rates used, each once. */
    rates: z.array(
      z.object({
        currency: z.string(),
        rate: z.string(),
        on: z.string().nullable(),
        source: z.string(),
        rows: z.int(),
      }),
    ),
    checks: z.array(claimCheck),
    sample: z.boolean(),
    createdAt: p.instant,
    updatedAt: p.instant,
  })
  .meta({ id: 'Claim' })
export type Claim = z.infer<typeof claim>

export const claimRow = z
  .object({
    id: p.id,
    kind: z.enum(['expense', 'adjustment']),
    expense: p.named,
    expenseVersion: p.version,
    shareId: p.id,
    supplier: z.string().nullable(),
    reference: z.string().nullable(),
    payer: p.named.nullable(),
    category: z.string().nullable(),
    lineId: p.id.nullable(),
    on: z.string().nullable(),
    paidOn: z.string().nullable(),
    /** The expense as a whole, the share of it, and the same in the grant's currency. */
    whole: money,
    bp: basisPoints,
    part: signedMinor,
    amount: signedMinor,
    rate: rateUsed,
    receipts: z.int(),
    /** Adjustments: what was claimed before. */
    claimedBefore: signedMinor.nullable(),
    decision: z.enum(rowDecisions).nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'ClaimRow' })
export type ClaimRow = z.infer<typeof claimRow>

export const listClaims = endpoint({
  id: 'claims.list',
  method: 'GET',
  path: '/grants/{id}/claims',
  summary: 'The claims of a grant, newest first, and the periods still to be claimed',
  access: 'read',
  params: p.byId,
  query: p.scopeQuery,
  reply: z.object({
    items: z.array(
      z.object({
        id: p.id,
        number: z.int(),
        title: z.string().nullable(),
        from: z.string(),
        to: z.string(),
        dueOn: z.string().nullable(),
        state: claimState,
        ...steps,
        rowCount: z.int(),
        total: signedMinor,
        rejected: signedMinor,
        paidMinor: minor.nullable(),
        sample: z.boolean(),
      }),
    ),
    due: z.array(z.object({ from: z.string(), to: z.string(), due: z.string(), late: z.boolean() })),
  }),
  status: 200,
  errors: ['not_found'],
})
export const readClaim = endpoint({
  id: 'claims.read',
  method: 'GET',
  path: '/claims/{id}',
  summary: 'A claim with its sums, checks, what each funder owes and what each cluster spent',
  access: 'read',
  params: p.byId,
  query: p.scopeQuery,
  reply: claim,
  status: 200,
  errors: ['not_found'],
})
export const listClaimRows = endpoint({
  id: 'claims.rows',
  method: 'GET',
  path: '/claims/{id}/rows',
  summary: 'A page of a claim’s rows, by their day',
  access: 'read',
  params: p.byId,
  query: z.object({
    cursor: z.string().max(2000).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
    payer: p.id.optional(),
    category: z.string().max(40).optional(),
    decision: z.enum([...rowDecisions, 'none']).optional(),
  }),
  reply: p.page(claimRow),
  status: 200,
  errors: ['not_found'],
})
export const draftClaim = endpoint({
  id: 'claims.draft',
  method: 'POST',
  path: '/grants/{id}/claims',
  summary:
    'Begin a claim for a period, with every expense paid in it that no claim holds yet, those of earlier claims’ days that came to light since, and what has changed since those claims',
  access: 'write',
  params: p.byId,
  body: z.object({
    title: p.optionalLine(200),
    from: p.civilDate,
    to: p.civilDate,
    dueOn: p.civilDate.nullable().default(null),
    note: p.optionalText(4000),
  }),
  reply: claim,
  status: 201,
  errors: ['not_found', 'record_in_bin', 'claim_draft_open'],
})

const change = {
  access: 'write',
  params: p.byId,
  reply: claim,
  status: 200,
  ifMatch: true,
} as const
const step = { ...change, method: 'POST', errors: ['not_found', 'record_in_bin', 'claim_state'] } as const

export const updateClaim = endpoint({
  ...change,
  id: 'claims.update',
  method: 'PATCH',
  path: '/claims/{id}',
  summary: 'Change a draft; `refill` puts in again what belongs to the period',
  body: p.patchOf({
    title: p.optionalLine(200),
    from: p.civilDate,
    to: p.civilDate,
    dueOn: p.civilDate.nullable(),
    note: p.optionalText(4000),
    refill: z.boolean(),
    /** Rows to leave out, and shares of expenses to put in. */
    leaveOut: z.array(p.id).max(500),
    putIn: z.array(p.id).max(500),
  }),
  errors: ['not_found', 'record_in_bin', 'claim_state'],
})
export const freezeClaim = endpoint({
  ...step,
  id: 'claims.freeze',
  path: '/claims/{id}/freeze',
  summary:
    'Fix the rows and rates of a claim; refused while a check blocks it; before its period is over only with a reason',
  /** `reason`: why it is frozen before its period is over; it is kept with the claim's note. */
  body: z.object({ on: p.civilDate, reason: p.optionalText(2000) }),
  errors: ['not_found', 'record_in_bin', 'claim_state', 'claim_blocked', 'reason_required'],
})
export const thawClaim = endpoint({
  ...step,
  id: 'claims.thaw',
  path: '/claims/{id}/thaw',
  summary: 'Make a frozen claim a draft again, while it has not been submitted',
  errors: ['not_found', 'record_in_bin', 'claim_state', 'claim_draft_open', 'claim_made_up_for'],
})
export const submitClaim = endpoint({
  ...step,
  id: 'claims.submit',
  path: '/claims/{id}/submit',
  summary: 'Note that a frozen claim is with the funder',
  body: z.object({ on: p.civilDate }),
})
export const decideClaim = endpoint({
  ...step,
  id: 'claims.decide',
  path: '/claims/{id}/decision',
  summary: 'Note which rows the funder accepted; those not named are accepted',
  body: z.object({
    on: p.civilDate,
    rejected: z.array(z.object({ rowId: p.id, reason: p.line(2000) })).max(5000),
  }),
})
export const payClaim = endpoint({
  ...step,
  id: 'claims.pay',
  path: '/claims/{id}/payment',
  summary: 'Note that the funders’ money is in: the accepted rows are reimbursed',
  body: z.object({ on: p.civilDate, minor }),
})
export const removeClaim = endpoint({
  id: 'claims.remove',
  method: 'DELETE',
  path: '/claims/{id}',
  summary: 'Throw a draft claim away (undo brings it back)',
  access: 'write',
  params: p.byId,
  reply: null,
  status: 204,
  ifMatch: true,
  errors: ['not_found', 'record_in_bin', 'claim_state'],
})

export const claimAuditFile = endpoint({
  id: 'claims.audit-file',
  method: 'GET',
  path: '/claims/{id}/audit-file',
  summary:
    'What an auditor asks for, in one archive: a workbook with rows, rates, adjustments, statements and co-financing, and the receipts that its rows name',
  access: 'read',
  params: p.byId,
  query: z.object({ language: z.enum(['en', 'fr']).default('en') }),
  reply: 'binary',
  status: 200,
  errors: ['not_found'],
})

export const claimEndpoints = [
  listClaims,
  readClaim,
  listClaimRows,
  claimAuditFile,
  draftClaim,
  updateClaim,
  freezeClaim,
  thawClaim,
  submitClaim,
  decideClaim,
  payClaim,
  removeClaim,
] as const
