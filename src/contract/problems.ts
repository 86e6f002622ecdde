import * as z from 'zod'

/**
 * Every way a request can fail, by stable code, with its HTTP status. Sentences for people are made from the code and
 * `params` in the reader's language; `title` and `detail` in the problem are English, for those who read the API.
 */
export const problemStatus = {
  malformed_request: 400,
  not_signed_in: 401,
  sign_in_refused: 401,
  code_refused: 401,
  token_refused: 401,
  token_expired: 401,
  token_revoked: 401,
  not_allowed: 403,
  right_missing: 403,
  scope_missing: 403,
  not_for_tokens: 403,
  other_holder: 403,
  password_refused: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  duplicate: 409,
  in_use: 409,
  record_in_bin: 409,
  idempotency_key_reused: 409,
  undo_blocked: 409,
  undo_outdated: 409,
  already_undone: 409,
  agreement_abandoned: 409,
  agreement_terminated: 409,
  agreement_signed: 409,
  agreement_not_signed: 409,
  agreement_not_abandoned: 409,
  agreement_fully_signed: 409,
  agreement_without_parties: 409,
  agreement_already_renewed: 409,
  party_already_signed: 409,
  party_has_signed: 409,
  mission_cancelled: 409,
  mission_closed: 409,
  mission_not_ended: 409,
  mission_undated: 409,
  participation_state: 409,
  enrolment_blocked: 409,
  meeting_conflict: 409,
  meeting_recorded: 409,
  unschedules_meetings: 409,
  budget_draft_open: 409,
  budget_adopted: 409,
  budget_without_lines: 409,
  budget_not_adopted: 409,
  budget_superseded: 409,
  expense_claimed: 409,
  expense_has_aid: 409,
  approval_by_same_person: 409,
  claim_draft_open: 409,
  claim_made_up_for: 409,
  receipt_claimed: 409,
  claim_state: 409,
  claim_blocked: 409,
  aid_forbidden: 409,
  merge_refused: 409,
  record_merged: 409,
  person_erased: 409,
  import_state: 409,
  bulk_refused: 409,
  calendar_not_served: 409,
  webhooks_not_sent: 409,
  webhook_off: 409,
  too_many_tokens: 409,
  already_set_up: 409,
  last_administrator: 409,
  party_unknown: 422,
  link_refused: 410,
  version_stale: 412,
  too_large: 413,
  unsupported_media_type: 415,
  invalid: 422,
  reason_required: 422,
  workspace_file_invalid: 422,
  demo_unavailable: 409,
  version_required: 428,
  too_many_attempts: 429,
  too_many_requests: 429,
  /** The database can't be reached just now; the same request may be sent again. */
  unavailable: 503,
  took_too_long: 504,
  storage_full: 507,
  internal: 500,
} as const satisfies Record<string, number>

export type ProblemCode = keyof typeof problemStatus
export const problemCodes = Object.keys(problemStatus) as [ProblemCode, ...ProblemCode[]]

/** What is wrong with one field: `path` is dotted ("parties.0.organisationId"), `code` stable, `message` English. */
export const fieldError = z.object({
  path: z.string(),
  code: z.string(),
  message: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
export type FieldError = z.infer<typeof fieldError>

/** RFC 9457 problem details, as every error answers. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.enum(problemCodes),
    detail: z.string().optional(),
    params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    errors: z.array(fieldError).optional(),
    /** With `version_stale`: the record as it stands now. */
    current: z.unknown().optional(),
    /** With `undo_blocked` and `in_use`: what depends on it. */
    blockers: z
      .array(
        z.object({
          changeSetId: z.string().optional(),
          /** The operation: "agreements.sign". */
          verb: z.string().optional(),
          noun: z.string().optional(),
          recordId: z.string().optional(),
          title: z.string(),
          at: z.string().optional(),
        }),
      )
      .optional(),
    requestId: z.string().optional(),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof problem>
