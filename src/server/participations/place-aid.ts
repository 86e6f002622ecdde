import { type AwardFinding, awardFindings } from '../../domain/aid-award.ts'
import { aidVerdict } from '../../domain/de-minimis.ts'
import type { AidPurpose } from '../../domain/de-minimis-regimes.ts'
import type { MissionKind } from '../../domain/mission.ts'
import { awardAid } from '../aid/award.ts'
import { beneficiaryOn } from '../aid/undertaking.ts'
import type { Context } from '../context.ts'

/** De minimis aid that comes with a place in a mission, in euro cents. */
export interface PlaceAid {
  missionKind: MissionKind
  day: string
  euros: number
}

const purposeOf = (kind: MissionKind): AidPurpose => (kind === 'trade_fair' ? 'trade_fair' : 'mission')

/** What stands against the aid that would come with a company's place; nothing is written. */
export async function placeAidFindings(
  ctx: Context,
  organisationId: string,
  { missionKind, day, euros }: PlaceAid,
): Promise<AwardFinding[]> {
  const { undertaking, entries, status, ownersKnown, papers, memberState } = await beneficiaryOn(
    ctx,
    organisationId,
    day,
  )
  return awardFindings({
    basis: 'de_minimis',
    purpose: purposeOf(missionKind),
    grantedOn: day,
    amount: euros,
    eligibleCosts: null,
    status,
    papers,
    ownersKnown,
    verdict:
      memberState === null ? null : aidVerdict(undertaking, entries, { day, memberState, amount: euros }),
  })
}

/** Awards it, with the reason that the place was given for: all the rules of an award hold. */
export async function awardPlaceAid(
  ctx: Context,
  of: { organisationId: string; participationId: string; reason: string | null },
  { missionKind, day, euros }: PlaceAid,
): Promise<void> {
  await awardAid(ctx, {
    params: { id: of.organisationId },
    query: undefined,
    ifMatch: undefined,
    mediaType: undefined,
    body: {
      grantedOn: day,
      memberState: null,
      basis: 'de_minimis',
      amount: { minor: euros, currency: 'EUR' },
      rate: null,
      purpose: purposeOf(missionKind),
      eligibleCosts: null,
      instrument: 'in_kind',
      sector: null,
      granterId: null,
      granterName: null,
      reference: null,
      note: null,
      participationId: of.participationId,
      serviceId: null,
      expenseId: null,
      reason: of.reason,
    },
  })
}
