import * as z from 'zod'
import { agreementStatuses, defaultNoticeDays, openStages } from '../domain/agreement.ts'
import { signatureWarnings } from '../domain/signature-warnings.ts'
import { endpoint } from './endpoint.ts'
import * as p from './primitives.ts'
import { recordEndpoints } from './record-endpoints.ts'

export const agreementTypes = [
  'mou',
  'letter_of_intent',
  'partnership',
  'cooperation',
  'consortium',
  'nda',
] as const
export const agreementType = z.enum(agreementTypes)
export type AgreementType = z.infer<typeof agreementType>
export const agreementStatus = z.enum(agreementStatuses)
export const openStage = z.enum(openStages)
export const sides = ['home', 'partner'] as const
export const side = z.enum(sides)

/** A party; one that has signed or refused can't be taken away. */
export const party = z.object({
  id: p.id.optional(),
  organisationId: p.id,
  side,
  required: z.boolean().default(true),
})

/** What one side (or both) has to do under a cooperation action. */
export const obligation = z.object({
  id: p.id.optional(),
  side: z.enum([...sides, 'both']).default('both'),
  description: p.line(2000),
  ownerOrganisationId: p.id.nullable().default(null),
  ownerPersonId: p.id.nullable().default(null),
  due: p.partialDate.nullable().default(null),
  progress: z.int().min(0).max(100).default(0),
  evidence: p.optionalText(4000),
})
export const actionStates = ['planned', 'in_progress', 'done', 'dropped'] as const
/** What the parties agreed to do together. */
export const action = z.object({
  id: p.id.optional(),
  title: p.line(1000),
  state: z.enum(actionStates).default('planned'),
  due: p.partialDate.nullable().default(null),
  obligations: z.array(obligation).max(100).default([]),
})

/** Who was there at a signature without signing: a person, an organisation, or a person for an organisation. */
export const attendee = z.object({
  id: p.id.optional(),
  role: z.enum(['witness', 'organiser']),
  personId: p.id.nullable().default(null),
  organisationId: p.id.nullable().default(null),
  capacity: p.optionalLine(500),
})
export type AttendeeInput = z.input<typeof attendee>

const fields = {
  title: p.line(500),
  type: agreementType,
  summary: p.optionalText(),
  allianceId: p.id.nullable().default(null),
  marketId: p.id.nullable().default(null),
  regionId: p.id.nullable().default(null),
  negotiatorId: p.id.nullable().default(null),
  starts: p.partialDate.nullable().default(null),
  ends: p.partialDate.nullable().default(null),
  noticeDays: z.int().min(0).max(3650).default(defaultNoticeDays),
  targetSignature: p.partialDate.nullable().default(null),
  language: p.language.nullable().default(null),
  reference: p.optionalLine(200),
  parties: z.array(party).max(50).default([]),
  actions: z.array(action).max(100).default([]),
  attendees: z.array(attendee).max(100).default([]),
}
export const agreementInput = z.object({
  ...fields,
  /** The stage to begin with, and since when (default: the workspace’s day). */
  stage: openStage.default('prospect'),
  stageSince: p.civilDate.nullable().default(null),
})
export const agreementPatch = p.patchOf(fields)
export type AgreementInput = z.input<typeof agreementInput>

export const signature = z.object({
  id: p.id,
  partyId: p.id,
  decision: z.enum(['signed', 'refused']),
  person: p.named.nullable(),
  /** In which capacity: "president of bioMérieux Japan". */
  capacity: z.string().nullable(),
  /** The body the signatory belongs to, where it is not the party itself. */
  belongsTo: p.named.nullable(),
  signedOn: z.string(),
  localTime: z.string().nullable(),
  timeZone: z.string().nullable(),
  /** The instant, where time and zone are known. */
  instant: p.instant.nullable(),
  place: z.string().nullable(),
  /** Why the party refused. */
  reason: z.string().nullable(),
  /** Warnings that were let pass, each with its reason. */
  accepted: z.array(z.object({ warning: z.enum(signatureWarnings), reason: z.string() })),
})
export type Signature = z.infer<typeof signature>

export const agreement = z
  .object({
    ...p.recordBase,
    title: z.string(),
    type: agreementType,
    summary: z.string().nullable(),
    /** Derived as of the day asked for. */
    status: agreementStatus,
    /** The stage before signature, as of the day asked for. */
    stage: openStage,
    overdue: z.boolean(),
    asOf: z.string(),
    alliance: p.named.nullable(),
    market: p.named.nullable(),
    region: p.named.nullable(),
    negotiator: p.named.nullable(),
    starts: z.string().nullable(),
    ends: z.string().nullable(),
    noticeDays: z.int(),
    targetSignature: z.string().nullable(),
    language: z.string().nullable(),
    reference: z.string().nullable(),
    /** The day the last required party signed, whatever the as-of date. */
    signedOn: z.string().nullable(),
    abandonedOn: z.string().nullable(),
    abandonedReason: z.string().nullable(),
    terminatedOn: z.string().nullable(),
    terminatedReason: z.string().nullable(),
    stages: z.array(z.object({ id: p.id, stage: openStage, since: z.string() })),
    parties: z.array(
      z.object({
        id: p.id,
        organisation: p.named,
        colour: z.string().nullable(),
        side,
        required: z.boolean(),
        signedOn: z.string().nullable(),
        refusedOn: z.string().nullable(),
      }),
    ),
    signatures: z.array(signature),
    attendees: z.array(
      z.object({
        id: p.id,
        role: z.enum(['witness', 'organiser']),
        person: p.named.nullable(),
        organisation: p.named.nullable(),
        capacity: z.string().nullable(),
      }),
    ),
    actions: z.array(
      z.object({
        id: p.id,
        title: z.string(),
        state: z.enum(actionStates),
        due: z.string().nullable(),
        obligations: z.array(
          z.object({
            id: p.id,
            side: z.enum([...sides, 'both']),
            description: z.string(),
            ownerOrganisation: p.named.nullable(),
            ownerPerson: p.named.nullable(),
            due: z.string().nullable(),
            progress: z.int(),
            evidence: z.string().nullable(),
          }),
        ),
      }),
    ),
    renews: z.object({ id: p.id, title: z.string() }).nullable(),
    renewedBy: z.object({ id: p.id, title: z.string(), signedOn: z.string().nullable() }).nullable(),
    /** When last something was heard of it, up to the day: the newest signature, stage or note. */
    lastSignOfLife: z.string().nullable(),
  })
  .meta({ id: 'Agreement' })
export type Agreement = z.infer<typeof agreement>

export const agreementRow = z
  .object({
    id: p.id,
    version: p.version,
    title: z.string(),
    type: agreementType,
    status: agreementStatus,
    overdue: z.boolean(),
    alliance: p.named.nullable(),
    market: p.named.nullable(),
    negotiator: p.named.nullable(),
    parties: z.array(z.object({ id: p.id, name: z.string(), side })),
    starts: z.string().nullable(),
    ends: z.string().nullable(),
    targetSignature: z.string().nullable(),
    signedOn: z.string().nullable(),
    signedCount: z.int(),
    requiredCount: z.int(),
    abandonedOn: z.string().nullable(),
    terminatedOn: z.string().nullable(),
    sample: z.boolean(),
    updatedAt: p.instant,
  })
  .meta({ id: 'AgreementRow' })
export type AgreementRow = z.infer<typeof agreementRow>

export const agreementSorts = [
  'title',
  'status',
  'signedOn',
  'targetSignature',
  'ends',
  'market',
  'updatedAt',
] as const
export const agreementFilters = {
  status: p.several(agreementStatus).optional(),
  type: p.several(agreementType).optional(),
  /** Only those whose target date has passed unsigned. */
  overdue: p.flag.optional(),
  /** Only those that can still be signed. */
  signable: p.flag.optional(),
  party: p.id.optional(),
  /** Only those that this cluster negotiates. */
  negotiator: p.id.optional(),
  /** Only those whose last required signature, by the day, is of this calendar year. */
  year: z.coerce.number().int().min(1900).max(2200).optional(),
}
export const agreementList = p.listQuery(agreementSorts, agreementFilters)

/** A person who exists, or one to be added with this signature. */
export const signatory = z.union([
  z.object({ id: p.id }),
  z.object({
    givenName: p.optionalLine(200),
    familyName: p.line(200),
    nativeName: p.optionalLine(200),
    /** Adds a post there, with the capacity as its title. */
    organisationId: p.id.nullable().default(null),
    title: p.optionalLine(),
  }),
])

export const signatureInput = z.object({
  partyId: p.id,
  decision: z.enum(['signed', 'refused']).default('signed'),
  signatory: signatory.nullable().default(null),
  capacity: p.optionalLine(500),
  belongsToId: p.id.nullable().default(null),
  signedOn: p.civilDate,
  localTime: p.localTime.nullable().default(null),
  timeZone: p.timeZone.nullable().default(null),
  place: p.optionalLine(300),
  /** Why the party refused; asked for with a refusal. */
  reason: p.optionalText(2000),
  /** Each warning that is let pass, with the reason. */
  accepted: z
    .array(z.object({ warning: z.enum(signatureWarnings), reason: p.line(1000) }))
    .max(10)
    .default([]),
})
export type SignatureInput = z.input<typeof signatureInput>

/** Witness or organiser recorded while signing; a new person or organisation is added on the fly. */
export const attendeeInput = z.object({
  role: z.enum(['witness', 'organiser']),
  signatory: signatory.nullable().default(null),
  organisationId: p.id.nullable().default(null),
  capacity: p.optionalLine(500),
})

/** The task proposed or asked for as a signature is logged. */
const followUp = z.object({ title: p.line(500), due: p.civilDate.nullable().default(null) })

export const signInput = z.object({
  signatures: z.array(signatureInput).min(1).max(50),
  attendees: z.array(attendeeInput).max(50).default([]),
  /** Cooperation actions to add. */
  actions: z.array(p.line(1000)).max(50).default([]),
  starts: p.partialDate.nullable().optional(),
  ends: p.partialDate.nullable().optional(),
  tasks: z.array(followUp).max(60).default([]),
})
export type SignInput = z.input<typeof signInput>

export const agreementRecords = recordEndpoints({
  noun: 'agreements',
  one: 'an agreement',
  list: agreementList,
  row: agreementRow,
  input: agreementInput,
  patch: agreementPatch,
  resource: agreement,
  updateErrors: ['party_has_signed', 'in_use'],
})

/** A dated end of an agreement, with its reason. */
const ending = z.object({ on: p.civilDate, reason: p.line(2000) })
const byIdAndSignature = z.object({ id: p.id, signatureId: p.id })

export const moveAgreement = endpoint({
  id: 'agreements.move',
  method: 'POST',
  path: '/agreements/{id}/stage',
  summary: 'Move an open agreement to another stage, from a day on',
  access: 'write',
  params: p.byId,
  body: z.object({ stage: openStage, since: p.civilDate.nullable().default(null) }),
  reply: agreement,
  status: 200,
  ifMatch: true,
  errors: ['not_found', 'record_in_bin', 'agreement_signed', 'agreement_abandoned', 'agreement_terminated'],
})

export const signAgreement = endpoint({
  id: 'agreements.sign',
  method: 'POST',
  path: '/agreements/{id}/signatures',
  summary: 'Log signatures (or refusals) of parties, with witnesses, organisers and what follows',
  access: 'write',
  params: p.byId,
  body: signInput,
  reply: agreement,
  status: 200,
  ifMatch: true,
  errors: [
    'not_found',
    'record_in_bin',
    'party_already_signed',
    'agreement_without_parties',
    'agreement_fully_signed',
    'agreement_abandoned',
    'agreement_terminated',
    'party_unknown',
    'reason_required',
  ],
})

export const removeSignature = endpoint({
  id: 'agreements.unsign',
  method: 'DELETE',
  path: '/agreements/{id}/signatures/{signatureId}',
  summary: 'Take a signature entered by mistake away',
  access: 'write',
  params: byIdAndSignature,
  reply: agreement,
  status: 200,
  ifMatch: true,
  errors: ['not_found', 'record_in_bin', 'agreement_terminated', 'agreement_already_renewed'],
})

export const abandonAgreement = endpoint({
  id: 'agreements.abandon',
  method: 'POST',
  path: '/agreements/{id}/abandon',
  summary: 'Abandon an agreement before it is signed',
  access: 'write',
  params: p.byId,
  body: ending,
  reply: agreement,
  status: 200,
  ifMatch: true,
  errors: ['not_found', 'record_in_bin', 'agreement_signed', 'agreement_abandoned', 'agreement_terminated'],
})

export const reopenAgreement = endpoint({
  id: 'agreements.reopen',
  method: 'POST',
  path: '/agreements/{id}/reopen',
  summary: 'Take an abandoned agreement up again',
  access: 'write',
  params: p.byId,
  reply: agreement,
  status: 200,
  ifMatch: true,
  errors: ['not_found', 'record_in_bin', 'agreement_not_abandoned'],
})

export const terminateAgreement = endpoint({
  id: 'agreements.terminate',
  method: 'POST',
  path: '/agreements/{id}/terminate',
  summary: 'Terminate a signed agreement',
  access: 'write',
  params: p.byId,
  body: ending,
  reply: agreement,
  status: 200,
  ifMatch: true,
  errors: [
    'not_found',
    'record_in_bin',
    'agreement_not_signed',
    'agreement_abandoned',
    'agreement_terminated',
  ],
})

export const renewAgreement = endpoint({
  id: 'agreements.renew',
  method: 'POST',
  path: '/agreements/{id}/renewals',
  summary: 'Begin the successor of a signed agreement; parties and actions are carried over',
  access: 'write',
  params: p.byId,
  body: z.object({
    title: p.line(500),
    starts: p.partialDate.nullable().default(null),
    ends: p.partialDate.nullable().default(null),
    targetSignature: p.partialDate.nullable().default(null),
  }),
  reply: agreement,
  status: 201,
  ifMatch: true,
  errors: [
    'not_found',
    'record_in_bin',
    'agreement_not_signed',
    'agreement_abandoned',
    'agreement_already_renewed',
  ],
})

export const agreementEndpoints = [
  ...Object.values(agreementRecords),
  moveAgreement,
  signAgreement,
  removeSignature,
  abandonAgreement,
  reopenAgreement,
  terminateAgreement,
  renewAgreement,
] as const
