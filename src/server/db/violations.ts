import type { ProblemCode } from '../../contract/problems.ts'
import { Failure } from '../failure.ts'

interface DatabaseError {
  code: string
  constraint?: string
  detail?: string
  message: string
}

const isDatabaseError = (error: unknown): error is DatabaseError =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  /^[0-9A-Z]{5}$/.test(error.code)

/** What a broken constraint means to the one who asked: the code, and the field where there is one. */
const constraints: Record<string, { code: ProblemCode; path?: string; field?: string; says: string }> = {
  organisations_name_place: {
    code: 'duplicate',
    path: 'name',
    field: 'duplicate',
    says: 'An organisation of this name exists in this place',
  },
  alliances_name: {
    code: 'duplicate',
    path: 'name',
    field: 'duplicate',
    says: 'An alliance of this name exists',
  },
  markets_country: {
    code: 'duplicate',
    path: 'country',
    field: 'duplicate',
    says: 'A market for this country exists',
  },
  party_once: {
    code: 'duplicate',
    path: 'parties',
    field: 'duplicate',
    says: 'A body can be a party only once',
  },
  signatures_once: { code: 'party_already_signed', says: 'This party has signed already' },
  agreements_one_successor: {
    code: 'agreement_already_renewed',
    says: 'This agreement has a successor already',
  },
  membership_once: {
    code: 'duplicate',
    path: 'members',
    field: 'overlap',
    says: 'Two memberships of one body overlap',
  },
  lead_once: {
    code: 'duplicate',
    path: 'leads',
    field: 'overlap',
    says: 'Two leads of one alliance overlap',
  },
  seat_once: {
    code: 'meeting_conflict',
    path: 'slotId',
    field: 'seat_taken',
    says: 'Somebody or the table is in another meeting in that slot',
  },
  meetings_once: { code: 'duplicate', says: 'These two have a meeting already' },
  slots_apart: { code: 'invalid', path: 'slots', field: 'slot_overlap', says: 'Two slots overlap' },
  slot_lasts: { code: 'invalid', path: 'slots', field: 'slot_empty', says: 'A slot ends before it starts' },
  request_once: { code: 'duplicate', says: 'There is such a request already' },
  citation_once: { code: 'duplicate', says: 'This source is cited already' },
  affiliation_to_other: {
    code: 'invalid',
    path: 'affiliations',
    field: 'self',
    says: 'A body can’t be affiliated to itself',
  },
  body_once: {
    code: 'duplicate',
    path: 'bodies',
    field: 'duplicate',
    says: 'A body can have a role in a mission only once',
  },
  capacity_kept: {
    code: 'invalid',
    path: 'capacity',
    field: 'full',
    says: 'The mission has no place left',
  },
  number_once: {
    code: 'duplicate',
    path: 'numbers',
    field: 'duplicate',
    says: 'A company has a number only once',
  },
  company_market_once: {
    code: 'duplicate',
    path: 'markets',
    field: 'duplicate',
    says: 'A market can be a target only once',
  },
  accounts_once: {
    code: 'duplicate',
    path: 'closedOn',
    field: 'duplicate',
    says: 'There are such accounts of this day already',
  },
  one_draft: { code: 'claim_draft_open', says: 'Another claim is being drafted' },
  claim_made_up_for: {
    code: 'claim_made_up_for',
    says: 'A later claim makes up for what has changed since',
  },
  receipt_claimed: { code: 'receipt_claimed', says: 'The receipt belongs to a claim that is frozen' },
  paid_once: {
    code: 'invalid',
    path: 'paidOn',
    field: 'has_invoices',
    says: 'An order that has invoices is paid by them',
  },
  participations_once: { code: 'duplicate', says: 'This body takes part already' },
  renews_another: {
    code: 'invalid',
    path: 'renewsId',
    field: 'self',
    says: 'An agreement can’t renew itself',
  },
}

/** The failure that a database error stands for, or null where it is nothing the caller did. */
export function failureOf(error: unknown): Failure | null {
  if (!isDatabaseError(error)) return null
  const known = error.constraint ? constraints[error.constraint] : undefined
  if (known) {
    return new Failure(
      known.code,
      known.says,
      known.path
        ? { errors: [{ path: known.path, code: known.field ?? known.code, message: known.says }] }
        : {},
    )
  }
  const period = error.constraint?.endsWith('_period')
  if (period) {
    // A record's own period has other fields than those of its parts.
    const path = ['alliance_period', 'agreement_period', 'mission_period', 'service_period'].includes(
      error.constraint ?? '',
    )
      ? 'ends'
      : 'to'
    return new Failure('invalid', 'A period ends before it starts', {
      errors: [{ path, code: 'period', message: 'Ends before it starts' }],
    })
  }
  switch (error.code) {
    case '23503':
      return /is still referenced/.test(error.detail ?? error.message)
        ? new Failure('in_use', 'Other records depend on it')
        : new Failure('invalid', 'It refers to a record that does not exist', {
            errors: [
              {
                path: error.constraint?.replace(/_fkey$/, '') ?? '',
                code: 'unknown_reference',
                message: 'No such record',
              },
            ],
          })
    case '23505':
      return new Failure('duplicate', 'It exists already')
    case '23P01':
      return new Failure('conflict', 'It collides with another record')
    case '23514':
    case '22001':
    case '22003':
    case '22007':
    case '22008':
    case '22021':
    case '22P02':
    case '22P05':
    // Beyond what an index can hold.
    case '54000':
      return new Failure('invalid', error.message)
    case '53100':
      return new Failure('storage_full', 'The storage is full')
    default:
      return null
  }
}

/** Whether the transaction met another and may succeed when run again. */
export const isRetryable = (error: unknown): boolean =>
  isDatabaseError(error) && ['40001', '40P01'].includes(error.code)

/**
 * What the database has against given data (a value that is none, a constraint that is broken, a limit that is passed), in
 * words; null for everything else that can go wrong.
 */
export function refusalBy(error: unknown): string | null {
  if (!isDatabaseError(error) || !/^(?:22|23|54)/.test(error.code)) return null
  return error.detail ? `${error.message} (${error.detail})` : error.message
}
