import * as z from 'zod'
import { alertKinds } from '../domain/budget-alerts.ts'
import { endpoint } from './endpoint.ts'
import { basisPoints, category, funderKind, grantUse, minor, signedMinor } from './grants.ts'
import * as p from './primitives.ts'

/** The budget of a grant: lines, versions, transfers; and its position as of any day. */

export const versionKinds = ['initial', 'amendment'] as const
export const versionKind = z.enum(versionKinds)

/** What is planned for: category × cluster × market × mission or work package. */
const lineFields = {
  name: p.optionalLine(200),
  /** The key of one of the grant's categories. */
  category: category.shape.key,
  clusterId: p.id.nullable().default(null),
  marketId: p.id.nullable().default(null),
  missionId: p.id.nullable().default(null),
  workPackage: p.optionalLine(120),
}

export const budgetLine = z.object({
  id: p.id,
  name: z.string().nullable(),
  category: z.string(),
  cluster: p.named.nullable(),
  clusterColour: z.string().nullable(),
  market: p.named.nullable(),
  mission: p.named.nullable(),
  workPackage: z.string().nullable(),
  /** Its amount in each version that names it. */
  amounts: z.array(z.object({ versionId: p.id, minor })),
  /** Its budget as of the day: the version in force, and the transfers since. */
  budget: minor,
  /** How many expenses stand against it. */
  expenses: z.int(),
  sample: z.boolean(),
})
export type BudgetLine = z.infer<typeof budgetLine>

export const verdict = z
  .object({
    /** Null where the grant's rule is unknown. */
    rule: z.enum(['free', 'heading_increase', 'recipient_total']).nullable(),
    verdict: z.enum(['allowed', 'warn']),
    /** The heading or recipient that the rule is about; null where it is about none. */
    about: z.string().nullable(),
    bp: basisPoints.nullable(),
    /** Amount that the share is taken of, what it comes to, what was moved before and what will have been. */
    base: minor.nullable(),
    limit: minor.nullable(),
    before: minor,
    after: minor,
    over: minor,
  })
  .meta({ id: 'TransferVerdict' })
export type TransferVerdict = z.infer<typeof verdict>

export const transfer = z
  .object({
    id: p.id,
    versionId: p.id,
    fromLineId: p.id,
    toLineId: p.id,
    minor,
    on: z.string(),
    reason: z.string().nullable(),
    verdict,
    by: p.named.nullable(),
    sample: z.boolean(),
    createdAt: p.instant,
  })
  .meta({ id: 'Transfer' })
export type Transfer = z.infer<typeof transfer>

export const budget = z
  .object({
    grantId: p.id,
    /** The grant's version: goes into `If-Match`. */
    version: p.version,
    asOf: z.string(),
    currency: z.string(),
    /** The version in force as of the day; null before any is adopted. */
    inForceId: p.id.nullable(),
    versions: z.array(
      z.object({
        id: p.id,
        kind: versionKind,
        title: z.string().nullable(),
        /** Null while it is a draft, which does not count. */
        adoptedOn: z.string().nullable(),
        note: z.string().nullable(),
        total: minor,
        sample: z.boolean(),
      }),
    ),
    lines: z.array(budgetLine),
    transfers: z.array(transfer),
    total: minor,
  })
  .meta({ id: 'Budget' })
export type Budget = z.infer<typeof budget>

const ofGrant = { access: 'write', params: p.byId, reply: budget, ifMatch: true, status: 200 } as const

export const readBudget = endpoint({
  id: 'budget.read',
  method: 'GET',
  path: '/grants/{id}/budget',
  summary: 'Lines, versions and transfers of a grant, with the budget as of the day',
  access: 'read',
  params: p.byId,
  query: p.scopeQuery,
  reply: budget,
  status: 200,
  errors: ['not_found'],
})
/** `If-Match` here and below is the grant's version. */
export const beginVersion = endpoint({
  ...ofGrant,
  id: 'budget.begin',
  method: 'POST',
  path: '/grants/{id}/budget/versions',
  summary:
    'Begin a version: the initial one, or an amendment that starts from what is in force, transfers included',
  body: z.object({ title: p.optionalLine(200), note: p.optionalText(4000) }),
  errors: ['not_found', 'record_in_bin', 'budget_draft_open'],
})
export const storeLines = endpoint({
  ...ofGrant,
  id: 'budget.store',
  method: 'PUT',
  path: '/grants/{id}/budget/versions/{versionId}/lines',
  summary:
    'Make the lines of a draft version what is given, rows matched by id; a line left out keeps its expenses and has no amount here',
  params: z.object({ id: p.id, versionId: p.id }),
  body: z.object({
    lines: z.array(z.object({ id: p.id.optional(), ...lineFields, minor })).max(2000),
  }),
  errors: ['not_found', 'record_in_bin', 'budget_adopted'],
})
export const adoptVersion = endpoint({
  ...ofGrant,
  id: 'budget.adopt',
  method: 'POST',
  path: '/grants/{id}/budget/versions/{versionId}/adopt',
  summary: 'Adopt a draft version that has lines: it is in force from that day on',
  params: z.object({ id: p.id, versionId: p.id }),
  body: z.object({ on: p.civilDate }),
  errors: ['not_found', 'record_in_bin', 'budget_adopted', 'budget_without_lines'],
})
export const dropVersion = endpoint({
  ...ofGrant,
  id: 'budget.drop',
  method: 'DELETE',
  path: '/grants/{id}/budget/versions/{versionId}',
  summary: 'Throw a draft version away (undo brings it back)',
  params: z.object({ id: p.id, versionId: p.id }),
  errors: ['not_found', 'record_in_bin', 'budget_adopted'],
})

const transferFields = {
  fromLineId: p.id,
  toLineId: p.id,
  minor: z.int().min(1).max(999_999_999_999),
  on: p.civilDate,
}
export const checkTransfer = endpoint({
  id: 'budget.check-transfer',
  method: 'GET',
  path: '/grants/{id}/transfers/check',
  summary: 'What the grant’s rule says of a transfer, with the arithmetic; nothing is written',
  access: 'read',
  params: p.byId,
  query: z.object({ ...transferFields, minor: z.coerce.number().int().min(1).max(999_999_999_999) }),
  reply: verdict,
  status: 200,
  errors: ['not_found'],
})
export const makeTransfer = endpoint({
  ...ofGrant,
  id: 'budget.transfer',
  method: 'POST',
  path: '/grants/{id}/transfers',
  summary: 'Move money between lines of the version in force; past the rule’s limit only with a reason',
  body: z.object({ ...transferFields, reason: p.optionalText(2000) }),
  errors: ['not_found', 'record_in_bin', 'reason_required', 'budget_not_adopted', 'budget_draft_open'],
})
export const dropTransfer = endpoint({
  ...ofGrant,
  id: 'budget.drop-transfer',
  method: 'DELETE',
  path: '/grants/{id}/transfers/{transferId}',
  summary: 'Take a transfer back, as long as its version is in force',
  params: z.object({ id: p.id, transferId: p.id }),
  errors: ['not_found', 'record_in_bin', 'budget_superseded', 'budget_draft_open'],
})

/** Sums as of a day, in the grant's currency. */
export const figures = z.object({
  budget: signedMinor,
  planned: signedMinor,
  /** Orders and contracts, without what of them has been invoiced. */
  committed: signedMinor,
  /** Without what a funder rejected. */
  paid: signedMinor,
  /** With the funders: submitted, not refused, not paid back yet. */
  claimed: signedMinor,
  /** Paid back by the funders. */
  reimbursed: signedMinor,
  rejected: signedMinor,
  /** Budget − committed − paid; negative where the line is overspent. */
  available: signedMinor,
  /** At completion: paid + committed + planned. */
  forecast: signedMinor,
  /** Paid, of the budget; null without a budget. */
  spentBp: z.int().min(0).nullable(),
  expenses: z.int(),
})
export type Figures = z.infer<typeof figures>

export const rollUps = ['category', 'cluster', 'market', 'mission', 'work_package', 'funder'] as const

export const budgetAlert = z
  .object({
    kind: z.enum(alertKinds),
    severity: z.enum(['over', 'warning', 'info']),
    lineId: p.id.nullable(),
    /** How many expenses it is about, where it is about expenses: the list filtered by `gap` or `outside` shows them. */
    count: z.int().nullable(),
    /** What the sentence needs: amounts in minor units, points, days. */
    params: z.record(z.string(), z.union([z.string(), z.number()])),
  })
  .meta({ id: 'BudgetAlert' })
export type BudgetAlert = z.infer<typeof budgetAlert>

export const position = z
  .object({
    grantId: p.id,
    asOf: z.string(),
    currency: z.string(),
    ...grantUse.pick({ elapsedBp: true }).shape,
    total: figures,
    /** Lines, and last, with no id, what stands against none. */
    lines: z.array(
      z.object({
        lineId: p.id.nullable(),
        name: z.string().nullable(),
        category: z.string().nullable(),
        cluster: p.named.nullable(),
        clusterColour: z.string().nullable(),
        market: p.named.nullable(),
        mission: p.named.nullable(),
        workPackage: z.string().nullable(),
        sample: z.boolean(),
        figures,
      }),
    ),
    /** The same sums by dimension. A funder's are its share of each; `key` is null for what belongs to none. */
    rollUps: z.array(
      z.object({
        by: z.enum(rollUps),
        key: z.string().nullable(),
        name: z.string().nullable(),
        kind: funderKind.nullable(),
        figures,
      }),
    ),
    alerts: z.array(budgetAlert),
    /** What is still open (planned and committed), by line and currency: what a change of rates bears on. */
    exposure: z.array(
      z.object({
        lineId: p.id.nullable(),
        currency: z.string(),
        /** In that currency, and as reckoned in the grant's. */
        minor,
        amount: minor,
      }),
    ),
  })
  .meta({ id: 'Position' })
export type Position = z.infer<typeof position>
export const readPosition = endpoint({
  id: 'budget.position',
  method: 'GET',
  path: '/grants/{id}/position',
  summary: 'Where a grant stands as of the day: per line, by every dimension, with alerts',
  access: 'read',
  params: p.byId,
  query: p.scopeQuery,
  reply: position,
  status: 200,
  errors: ['not_found'],
})

export const burn = z
  .object({
    grantId: p.id,
    asOf: z.string(),
    currency: z.string(),
    /** As of each day: budget in force, and what had been paid and committed by then. After the as-of date: the forecast. */
    points: z.array(
      z.object({
        day: z.string(),
        /** The share of the period passed by then. */
        elapsedBp: basisPoints.nullable(),
        budget: minor,
        /** Less what the funder had refused by then; below nothing where that is said to have been paid later. */
        paid: z.int(),
        committed: minor,
        /** Paid, committed and planned: what is expected to have been paid by then. */
        forecast: z.int(),
        future: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'Burn' })
export type Burn = z.infer<typeof burn>
export const readBurn = endpoint({
  id: 'budget.burn',
  method: 'GET',
  path: '/grants/{id}/burn',
  summary: 'Budget use month by month over the grant’s period, as of the day, with the forecast',
  access: 'read',
  params: p.byId,
  query: p.scopeQuery,
  reply: burn,
  status: 200,
  errors: ['not_found'],
})

export const budgetEndpoints = [
  readBudget,
  beginVersion,
  storeLines,
  adoptVersion,
  dropVersion,
  checkTransfer,
  makeTransfer,
  dropTransfer,
  readPosition,
  readBurn,
] as const
