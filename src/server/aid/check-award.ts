import { type AwardFinding, awardFindings } from '../../domain/aid-award.ts'
import { aidVerdict } from '../../domain/de-minimis.ts'
import type { AidPurpose, LegalBasis } from '../../domain/de-minimis-regimes.ts'
import { Failure } from '../failure.ts'
import type { Beneficiary } from './undertaking.ts'

export interface Award {
  /** The entry itself, where it is corrected. */
  id?: string
  memberState: string
  grantedOn: string
  basis: LegalBasis
  purpose: AidPurpose
  euros: number
  amount: { minor: number }
  eligibleCosts: { minor: number } | null
  reason: string | null
}

/** Refuses what the law forbids, with the arithmetic; asks for a reason where something is unusual; gives what was warned of. */
export function checkAward(beneficiary: Beneficiary, award: Award): AwardFinding['code'][] {
  const { undertaking, company, status, papers, ownersKnown } = beneficiary
  const entries = beneficiary.entries.filter(({ id }) => id !== award.id)
  const findings = awardFindings({
    basis: award.basis,
    purpose: award.purpose,
    grantedOn: award.grantedOn,
    amount: award.euros,
    eligibleCosts: award.eligibleCosts && { amount: award.amount.minor, of: award.eligibleCosts.minor },
    status,
    papers,
    ownersKnown,
    verdict: aidVerdict(undertaking, entries, {
      day: award.grantedOn,
      memberState: award.memberState,
      amount: award.euros,
    }),
  })
  const forbidden = findings.find(({ blocks }) => blocks)
  if (forbidden) {
    const { code, article = '', params } = forbidden
    throw new Failure('aid_forbidden', `${company.name}: ${code.replaceAll('_', ' ')}`, {
      params: { ...params, article, finding: code, who: company.name },
    })
  }
  if (findings.length > 0 && !award.reason)
    throw new Failure('reason_required', 'Say why', {
      errors: findings.map(({ code, params }) => ({
        path: 'reason',
        code,
        message: code.replaceAll('_', ' '),
        params: { ...params, who: company.name },
      })),
    })
  return findings.map(({ code }) => code)
}
