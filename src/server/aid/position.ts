import type { AidPosition, readAidRoom } from '../../contract/aid.ts'
import { awardFindings } from '../../domain/aid-award.ts'
import { aidPosition, aidVerdict } from '../../domain/de-minimis.ts'
import { regimeOn } from '../../domain/de-minimis-regimes.ts'
import { asOfDay } from '../context.ts'
import type { Verb } from '../route.ts'
import { type Beneficiary, beneficiaryOn } from './undertaking.ts'

/** What an undertaking has had as of a day, line by line, what it may still get, and what stands against an amount asked for. */
export const readRoom: Verb<typeof readAidRoom> = async (ctx, { params: { id }, query }) => {
  const day = await asOfDay(ctx, query.asOf)
  const beneficiary = await beneficiaryOn(ctx, id, day)
  return positionOf(beneficiary, { ...query, day })
}

interface Asked {
  day: string
  memberState?: string | undefined
  basis: Parameters<typeof awardFindings>[0]['basis']
  purpose: Parameters<typeof awardFindings>[0]['purpose']
  amount?: number | undefined
  eligibleCosts?: number | undefined
  exclude?: string | undefined
}

function positionOf(beneficiary: Beneficiary, asked: Asked): AidPosition {
  const { company, members, undertaking, status, ownersKnown, papers } = beneficiary
  const entries = beneficiary.entries.filter(({ id }) => id !== asked.exclude)
  const { day, amount, eligibleCosts, basis, purpose } = asked
  const memberState = asked.memberState ?? beneficiary.memberState
  const where = { day, memberState: memberState ?? '' }
  const position = aidPosition(undertaking, entries, where)
  const verdict = aidVerdict(undertaking, entries, { ...where, amount: amount ?? 0 })
  const regime = regimeOn(day)
  const names = new Map(members.map((member) => [member.id, member]))
  const basisOf = new Map(entries.map((entry) => [entry.id, entry.basis]))
  const findings =
    amount === undefined
      ? []
      : awardFindings({
          basis,
          purpose,
          grantedOn: day,
          amount,
          eligibleCosts: eligibleCosts === undefined ? null : { amount, of: eligibleCosts },
          status,
          papers,
          ownersKnown,
          verdict: memberState === null ? null : verdict,
        })
  return {
    organisation: company,
    undertaking: members,
    memberState,
    day,
    regulation: position.regulation,
    eurLex: regime?.eurLex ?? null,
    articles: position.articles,
    window: position.window,
    from: position.from,
    ceiling: memberState === null ? null : position.ceiling,
    sum: position.sum,
    room: memberState === null ? 0 : position.room,
    over: memberState === null ? 0 : position.over,
    most: memberState === null ? 0 : verdict.most,
    asked: amount ?? null,
    after: amount === undefined ? null : position.sum + (basis === 'de_minimis' ? amount : 0),
    allowed: amount === undefined || memberState === null ? null : findings.every(({ blocks }) => !blocks),
    findings,
    lines: position.lines.map(({ entryId, organisationId, amount: euros, ...line }) => ({
      ...line,
      aidId: entryId,
      organisation: names.get(organisationId) ?? { id: organisationId, name: '' },
      euros,
      basis: basisOf.get(entryId) ?? 'other',
    })),
  }
}
