import * as z from 'zod'
import { consentDecisions, consentPurposes } from '../domain/privacy.ts'
import { agreementPatch, moveAgreement } from './agreements.ts'
import { companyPatch, readinessStages } from './companies.ts'
import { taskPatch } from './dossier.ts'
import { endpoint } from './endpoint.ts'
import { expensePatch } from './expenses.ts'
import { rowChange } from './history.ts'
import { missionPatch, moveMission } from './missions.ts'
import { affiliationRoles, organisationPatch } from './organisations.ts'
import { personPatch } from './people.ts'
import * as p from './primitives.ts'
import { privacyPatch } from './privacy.ts'
import { fieldError, problem, problemCodes } from './problems.ts'

/**
 * The same change of many records at once: looked at first, then made as one change, all of it or nothing. What may be changed and what
 * is refused is as for each record alone.
 */

/** As many records as are changed at once. */
export const mostBulkRows = 500

const given = (set: Record<string, unknown>) => Object.values(set).some((value) => value !== undefined)
const nothingGiven = { error: 'Nothing is to be changed', params: { code: 'required' } }
/** A change of fields, at least one. */
const set = <S extends z.ZodRawShape>(shape: z.ZodObject<S>) => shape.refine(given, nothingGiven)
const edit = <V extends string, S extends z.ZodRawShape>(verb: V, more: S) =>
  z.object({ verb: z.literal(verb), ...more })
const word = p.line(100)

/** What is done to each record. `verb` names the operation that does it, or one of two that go by an operation's own fields. */
export const bulkEdit = z.discriminatedUnion('verb', [
  edit('agreements.update', {
    set: set(
      agreementPatch.pick({
        type: true,
        allianceId: true,
        marketId: true,
        negotiatorId: true,
        targetSignature: true,
        starts: true,
        ends: true,
        noticeDays: true,
      }),
    ),
  }),
  edit('agreements.move', { set: moveAgreement.body }),
  edit('agreements.remove', {}),
  edit('missions.update', {
    set: set(
      missionPatch.pick({
        kind: true,
        allianceId: true,
        marketId: true,
        capacity: true,
        applicationsClose: true,
        freeWithdrawalUntil: true,
      }),
    ),
  }),
  edit('missions.move', { set: moveMission.body }),
  edit('missions.remove', {}),
  edit('companies.update', {
    set: set(companyPatch.pick({ exportExperience: true, aidSector: true, memberState: true })),
  }),
  /** Words of its profile put in or taken out; a word is the same in either case. */
  edit('companies.words', {
    field: z.enum(['sectors', 'themes']),
    add: z.array(word).max(20).default([]),
    remove: z.array(word).max(20).default([]),
  }),
  edit('companies.market', { marketId: p.id, readiness: z.enum(readinessStages).nullable() }),
  /** Joins a cluster from a day on, or leaves it on one. */
  edit('organisations.affiliate', {
    toId: p.id,
    role: z.enum(affiliationRoles).default('member'),
    from: p.partialDate.nullable().default(null),
  }),
  edit('organisations.leave', { toId: p.id, to: p.partialDate }),
  edit('organisations.update', {
    set: set(organisationPatch.pick({ country: true, region: true, town: true })),
  }),
  edit('organisations.kind', { kind: organisationPatch.shape.kinds.unwrap().element, held: z.boolean() }),
  edit('organisations.remove', {}),
  edit('people.update', { set: set(personPatch.pick({ language: true })) }),
  edit('people.keep-privacy', {
    set: set(privacyPatch.pick({ legalBasis: true, source: true, keepMonths: true })),
  }),
  edit('people.consent', {
    purpose: z.enum(consentPurposes),
    decision: z.enum(consentDecisions),
    on: p.civilDate,
    how: p.optionalLine(),
  }),
  edit('people.remove', {}),
  edit('expenses.update', {
    set: set(
      expensePatch.pick({
        missionId: true,
        payerId: true,
        beneficiaryId: true,
        plannedOn: true,
        expectedOn: true,
        committedOn: true,
        paidOn: true,
        cancelledOn: true,
        vatRecoverable: true,
      }),
    ),
  }),
  /** Another line of the grant for the share that it bears; of an expense that no grant bears, all of it. */
  edit('expenses.line', { grantId: p.id, lineId: p.id.nullable() }),
  edit('expenses.approve', { set: z.object({ approved: z.boolean() }) }),
  edit('expenses.remove', {}),
  edit('tasks.update', {
    set: set(taskPatch.pick({ assigneeId: true, clusterId: true, due: true, doneOn: true })),
  }),
  edit('tasks.remove', {}),
])
export type BulkEdit = z.output<typeof bulkEdit>
export type BulkEditInput = z.input<typeof bulkEdit>

const body = z.object({
  edit: bulkEdit,
  /** The records, each with the version that was seen. */
  rows: z
    .array(z.object({ id: p.id, version: p.version }))
    .min(1)
    .max(mostBulkRows),
})

/** Why a record is not changed, as the operation would say it for that one alone. */
export const bulkRefusal = z.object({
  code: z.enum(problemCodes),
  params: problem.shape.params,
  errors: z.array(fieldError).optional(),
  blockers: problem.shape.blockers,
})
export const bulkRow = z.object({
  id: p.id,
  /** Null where there is no such record. */
  title: z.string().nullable(),
  outcome: z.enum(['changed', 'unchanged', 'refused']),
  /** The rows that would change, as the history will tell them. */
  changes: z.array(rowChange),
  refusal: bulkRefusal.nullable(),
})
export const bulkPreview = z
  .object({
    /** In the order asked for. */
    rows: z.array(bulkRow),
    names: z.record(z.string(), z.string()),
    currencies: z.record(z.string(), z.string()),
  })
  .meta({ id: 'BulkPreview' })
export type BulkPreview = z.infer<typeof bulkPreview>

export const previewBulk = endpoint({
  id: 'bulk.preview',
  method: 'POST',
  path: '/bulk-edits/preview',
  summary:
    'What the same change would do to each of many records, and which would refuse it; nothing is written',
  access: 'read',
  body,
  reply: bulkPreview,
  status: 200,
  errors: ['conflict', 'right_missing'],
})
export const applyBulk = endpoint({
  id: 'bulk.apply',
  method: 'POST',
  path: '/bulk-edits',
  summary:
    'Change many records at once, as one change: all of them or, where one refuses or has changed since, none. `errors` then name each by its place in `rows`',
  access: 'write',
  body,
  reply: z.object({ changed: z.int(), unchanged: z.int() }),
  status: 200,
  errors: ['bulk_refused', 'right_missing'],
})
