import type { ComponentType } from 'react'
import { agreementTypes } from '../../contract/agreements.ts'
import type { BulkEditInput } from '../../contract/bulk.ts'
import { exportExperiences, readinessStages } from '../../contract/companies.ts'
import { organisationKinds } from '../../contract/organisations.ts'
import type { Named } from '../../contract/primitives.ts'
import { openStages } from '../../domain/agreement.ts'
import { missionKinds, missionStages } from '../../domain/mission.ts'
import { consentDecisions, consentPurposes, legalBases } from '../../domain/privacy.ts'

/** What can be changed of many records at once, as data: what is asked for, and the edit that it makes. */

export type BulkNoun =
  | 'agreements'
  | 'missions'
  | 'companies'
  | 'organisations'
  | 'people'
  | 'expenses'
  | 'tasks'

/** What was entered, by part; not entered is null. */
export type Values = Readonly<Record<string, string | Named | null>>

export interface PartProps {
  values: Values
  set: (patch: Values) => void
}

export type RecordKind = 'cluster' | 'market' | 'alliance' | 'person' | 'mission'

export interface Part {
  key: string
  /** Nothing entered takes away what is there, instead of being asked for. */
  clears?: boolean
  /** May be left empty, which then says nothing. */
  optional?: boolean
  kind:
    | { is: 'record'; of: RecordKind }
    | { is: 'day' | 'partial' | 'text' | 'number' | 'country' }
    /** Words of the choices: where they stand in the messages. */
    | { is: 'choice'; options: readonly string[]; words: string }
    | { is: 'own'; Part: ComponentType<PartProps> }
}

export interface BulkField {
  id: string
  /** What it is called where it is brought by a feature; else `bulk:field.<id>`. */
  label?: string
  parts: readonly Part[]
  build: (values: Values) => BulkEditInput
  /** Takes records away. */
  danger?: boolean
}

const text = (values: Values, key = 'value') => (typeof values[key] === 'string' ? values[key] : null)
const record = (values: Values, key = 'value') => {
  const held = values[key]
  return held && typeof held === 'object' ? held.id : null
}
/** What the form makes sure is there. */
const must = (value: string | null) => value ?? ''
/** A choice that the form offers; anything else the API refuses. */
const chosen = <T extends string>(options: readonly T[], value: string | null): T =>
  options.find((option) => option === value) ?? (value as T)

const wordsOf = (value: string | null) =>
  (value ?? '')
    .split(/[,;\n]/)
    .map((word) => word.trim())
    .filter(Boolean)

const one = (kind: Part['kind'], more: Omit<Part, 'key' | 'kind'> = {}): Part => ({
  key: 'value',
  kind,
  ...more,
})
const recordOf = (of: RecordKind, more: Omit<Part, 'key' | 'kind'> = {}) => one({ is: 'record', of }, more)
const clears = { clears: true }

const agreements: BulkField[] = [
  {
    id: 'stage',
    parts: [
      one({ is: 'choice', options: openStages, words: 'common:status' }),
      { key: 'since', kind: { is: 'day' }, optional: true },
    ],
    build: (v) => ({
      verb: 'agreements.move',
      set: { stage: chosen(openStages, text(v)), since: text(v, 'since') },
    }),
  },
  {
    id: 'negotiator',
    parts: [recordOf('cluster', clears)],
    build: (v) => ({ verb: 'agreements.update', set: { negotiatorId: record(v) } }),
  },
  {
    id: 'market',
    parts: [recordOf('market', clears)],
    build: (v) => ({ verb: 'agreements.update', set: { marketId: record(v) } }),
  },
  {
    id: 'alliance',
    parts: [recordOf('alliance', clears)],
    build: (v) => ({ verb: 'agreements.update', set: { allianceId: record(v) } }),
  },
  {
    id: 'targetSignature',
    parts: [one({ is: 'partial' }, clears)],
    build: (v) => ({ verb: 'agreements.update', set: { targetSignature: text(v) } }),
  },
  {
    id: 'ends',
    parts: [one({ is: 'partial' }, clears)],
    build: (v) => ({ verb: 'agreements.update', set: { ends: text(v) } }),
  },
  {
    id: 'noticeDays',
    parts: [one({ is: 'number' })],
    build: (v) => ({ verb: 'agreements.update', set: { noticeDays: Number(text(v)) } }),
  },
  {
    id: 'type',
    parts: [one({ is: 'choice', options: agreementTypes, words: 'common:agreementType' })],
    build: (v) => ({ verb: 'agreements.update', set: { type: chosen(agreementTypes, text(v)) } }),
  },
  { id: 'remove', parts: [], danger: true, build: () => ({ verb: 'agreements.remove' }) },
]

const missions: BulkField[] = [
  {
    id: 'stage',
    parts: [
      one({ is: 'choice', options: missionStages, words: 'common:missionStatus' }),
      { key: 'since', kind: { is: 'day' }, optional: true },
    ],
    build: (v) => ({
      verb: 'missions.move',
      set: { stage: chosen(missionStages, text(v)), since: text(v, 'since') },
    }),
  },
  {
    id: 'kind',
    parts: [one({ is: 'choice', options: missionKinds, words: 'common:missionKind' })],
    build: (v) => ({ verb: 'missions.update', set: { kind: chosen(missionKinds, text(v)) } }),
  },
  {
    id: 'market',
    parts: [recordOf('market', clears)],
    build: (v) => ({ verb: 'missions.update', set: { marketId: record(v) } }),
  },
  {
    id: 'alliance',
    parts: [recordOf('alliance', clears)],
    build: (v) => ({ verb: 'missions.update', set: { allianceId: record(v) } }),
  },
  {
    id: 'applicationsClose',
    parts: [one({ is: 'day' }, clears)],
    build: (v) => ({ verb: 'missions.update', set: { applicationsClose: text(v) } }),
  },
  {
    id: 'freeWithdrawalUntil',
    parts: [one({ is: 'day' }, clears)],
    build: (v) => ({ verb: 'missions.update', set: { freeWithdrawalUntil: text(v) } }),
  },
  { id: 'remove', parts: [], danger: true, build: () => ({ verb: 'missions.remove' }) },
]

const removeBody: BulkField = {
  id: 'remove',
  parts: [],
  danger: true,
  build: () => ({ verb: 'organisations.remove' }),
}

const companies: BulkField[] = [
  {
    id: 'join',
    parts: [recordOf('cluster'), { key: 'from', kind: { is: 'partial' }, optional: true }],
    build: (v) => ({ verb: 'organisations.affiliate', toId: must(record(v)), from: text(v, 'from') }),
  },
  {
    id: 'leave',
    parts: [recordOf('cluster'), { key: 'to', kind: { is: 'partial' } }],
    build: (v) => ({ verb: 'organisations.leave', toId: must(record(v)), to: must(text(v, 'to')) }),
  },
  ...(['sectors', 'themes'] as const).flatMap((field): BulkField[] => [
    {
      id: `${field}Add`,
      parts: [one({ is: 'text' })],
      build: (v) => ({ verb: 'companies.words', field, add: wordsOf(text(v)) }),
    },
    {
      id: `${field}Remove`,
      parts: [one({ is: 'text' })],
      build: (v) => ({ verb: 'companies.words', field, remove: wordsOf(text(v)) }),
    },
  ]),
  {
    id: 'marketAdd',
    parts: [
      recordOf('market'),
      { key: 'readiness', kind: { is: 'choice', options: readinessStages, words: 'companies:readiness' } },
    ],
    build: (v) => ({
      verb: 'companies.market',
      marketId: must(record(v)),
      readiness: chosen(readinessStages, text(v, 'readiness')),
    }),
  },
  {
    id: 'marketRemove',
    parts: [recordOf('market')],
    build: (v) => ({ verb: 'companies.market', marketId: must(record(v)), readiness: null }),
  },
  {
    id: 'exportExperience',
    parts: [one({ is: 'choice', options: exportExperiences, words: 'companies:experience' }, clears)],
    build: (v) => {
      const value = text(v)
      return {
        verb: 'companies.update',
        set: { exportExperience: value ? chosen(exportExperiences, value) : null },
      }
    },
  },
  removeBody,
]

const kindPart = one({ is: 'choice', options: organisationKinds, words: 'common:organisationKind' })
const organisations: BulkField[] = [
  {
    id: 'kindAdd',
    parts: [kindPart],
    build: (v) => ({ verb: 'organisations.kind', kind: chosen(organisationKinds, text(v)), held: true }),
  },
  {
    id: 'kindRemove',
    parts: [kindPart],
    build: (v) => ({ verb: 'organisations.kind', kind: chosen(organisationKinds, text(v)), held: false }),
  },
  {
    id: 'country',
    parts: [one({ is: 'country' }, clears)],
    build: (v) => ({ verb: 'organisations.update', set: { country: text(v) } }),
  },
  {
    id: 'region',
    parts: [one({ is: 'text' }, clears)],
    build: (v) => ({ verb: 'organisations.update', set: { region: text(v) } }),
  },
  removeBody,
]

const people: BulkField[] = [
  {
    id: 'consent',
    parts: [
      { key: 'purpose', kind: { is: 'choice', options: consentPurposes, words: 'privacy:purpose' } },
      { key: 'decision', kind: { is: 'choice', options: consentDecisions, words: 'privacy:decision' } },
      { key: 'on', kind: { is: 'day' } },
      { key: 'how', kind: { is: 'text' }, optional: true },
    ],
    build: (v) => ({
      verb: 'people.consent',
      purpose: chosen(consentPurposes, text(v, 'purpose')),
      decision: chosen(consentDecisions, text(v, 'decision')),
      on: must(text(v, 'on')),
      how: text(v, 'how'),
    }),
  },
  {
    id: 'legalBasis',
    parts: [one({ is: 'choice', options: legalBases, words: 'privacy:legalBasisWords' })],
    build: (v) => ({ verb: 'people.keep-privacy', set: { legalBasis: chosen(legalBases, text(v)) } }),
  },
  {
    id: 'keepMonths',
    parts: [one({ is: 'number' })],
    build: (v) => ({ verb: 'people.keep-privacy', set: { keepMonths: Number(text(v)) } }),
  },
  { id: 'remove', parts: [], danger: true, build: () => ({ verb: 'people.remove' }) },
]

const days = ['plannedOn', 'committedOn', 'paidOn', 'cancelledOn'] as const
const approvals = ['approved', 'takenBack'] as const
const expenses: BulkField[] = [
  {
    id: 'mission',
    parts: [recordOf('mission', clears)],
    build: (v) => ({ verb: 'expenses.update', set: { missionId: record(v) } }),
  },
  {
    id: 'payer',
    parts: [recordOf('cluster', clears)],
    build: (v) => ({ verb: 'expenses.update', set: { payerId: record(v) } }),
  },
  {
    id: 'beneficiary',
    parts: [recordOf('cluster', clears)],
    build: (v) => ({ verb: 'expenses.update', set: { beneficiaryId: record(v) } }),
  },
  ...days.map(
    (day): BulkField => ({
      id: day,
      parts: [one({ is: 'day' }, clears)],
      build: (v) => ({ verb: 'expenses.update', set: { [day]: text(v) } }),
    }),
  ),
  {
    id: 'approval',
    parts: [one({ is: 'choice', options: approvals, words: 'bulk:approval' })],
    build: (v) => ({ verb: 'expenses.approve', set: { approved: text(v) === 'approved' } }),
  },
  { id: 'remove', parts: [], danger: true, build: () => ({ verb: 'expenses.remove' }) },
]

const tasks: BulkField[] = [
  {
    id: 'doneOn',
    parts: [one({ is: 'day' }, clears)],
    build: (v) => ({ verb: 'tasks.update', set: { doneOn: text(v) } }),
  },
  {
    id: 'due',
    parts: [one({ is: 'day' }, clears)],
    build: (v) => ({ verb: 'tasks.update', set: { due: text(v) } }),
  },
  {
    id: 'assignee',
    parts: [recordOf('person', clears)],
    build: (v) => ({ verb: 'tasks.update', set: { assigneeId: record(v) } }),
  },
  {
    id: 'cluster',
    parts: [recordOf('cluster', clears)],
    build: (v) => ({ verb: 'tasks.update', set: { clusterId: record(v) } }),
  },
  { id: 'removeTask', parts: [], danger: true, build: () => ({ verb: 'tasks.remove' }) },
]

export const bulkFields: Readonly<Record<BulkNoun, readonly BulkField[]>> = {
  agreements,
  missions,
  companies,
  organisations,
  people,
  expenses,
  tasks,
}

/** Whether all that is asked for has been entered. */
export const isWhole = ({ parts }: BulkField, values: Values): boolean =>
  parts.every(({ key, clears: mayClear, optional }) => mayClear || optional || Boolean(values[key]))
