import type { AidVerdict } from './de-minimis.ts'
import {
  type AidPurpose,
  exportPurposes,
  fairsRuleOn,
  type LegalBasis,
  regimeOn,
} from './de-minimis-regimes.ts'
import { paperHolds, type SignedPaper } from './papers.ts'
import type { CivilDate } from './partial-date.ts'
import { partOf } from './sme/accounts.ts'
import { isSme, type SmeStatus } from './sme/ceilings.ts'

/** What is asked for, and what is known of the one who asks. */
export interface AwardAsked {
  basis: LegalBasis
  purpose: AidPurpose
  grantedOn: CivilDate
  /** Euro cents. */
  amount: number
  /** In the cents or minor units of `eligibleCosts` alike. */
  eligibleCosts: { amount: number; of: number } | null
  status: SmeStatus
  /** The papers that it has signed. */
  papers: readonly SignedPaper[]
  /** Whether all owners around it are known, so that nobody is left out of the sum. */
  ownersKnown: boolean
  /** Needed for de minimis aid alone. */
  verdict: AidVerdict | null
}

export const awardFindingCodes = [
  'no_regulation',
  'export_aid',
  'ceiling_passed',
  'fairs_intensity',
  'fairs_sme_only',
  'fairs_costs_unknown',
  'not_an_sme',
  'status_unknown',
  'declaration_missing',
  'owners_unknown',
] as const
export type AwardFindingCode = (typeof awardFindingCodes)[number]

/** What stands against an award: the law, which nobody overrides, or something to give a reason for. */
export interface AwardFinding {
  code: AwardFindingCode
  blocks: boolean
  /** The law and article, where there is one. */
  article?: string
  params?: Record<string, string | number>
}

export function awardFindings(asked: AwardAsked): AwardFinding[] {
  const byLaw =
    asked.basis === 'gber_fairs'
      ? fairsFindings(asked)
      : asked.basis === 'de_minimis'
        ? deMinimisFindings(asked)
        : []
  const findings = [...byLaw]
  const said = findings.some(({ code }) => code === 'fairs_sme_only')
  if (asked.status === 'unknown') findings.push({ code: 'status_unknown', blocks: false })
  else if (!isSme(asked.status) && !said)
    findings.push({ code: 'not_an_sme', blocks: false, params: { status: asked.status } })
  return findings
}

function deMinimisFindings({ grantedOn, purpose, verdict, papers, ownersKnown }: AwardAsked): AwardFinding[] {
  const regime = regimeOn(grantedOn)
  if (!regime) return [{ code: 'no_regulation', blocks: true, params: { on: grantedOn } }]
  const findings: AwardFinding[] = []
  if (exportPurposes.includes(purpose))
    findings.push({
      code: 'export_aid',
      blocks: true,
      article: `${regime.regulation}, Article ${regime.articles.exportAid}`,
    })
  if (verdict && !verdict.allowed) {
    const { position, asked, after, most } = verdict
    findings.push({
      code: 'ceiling_passed',
      blocks: true,
      article: `${position.regulation}, Article ${position.articles?.ceiling}`,
      params: {
        regulation: position.regulation ?? '',
        day: position.day,
        from: position.from,
        ceiling: position.ceiling ?? 0,
        sum: position.sum,
        asked,
        after,
        most,
      },
    })
  }
  if (!paperHolds(papers, 'de_minimis', grantedOn))
    findings.push({ code: 'declaration_missing', blocks: false })
  if (!ownersKnown) findings.push({ code: 'owners_unknown', blocks: false })
  return findings
}

function fairsFindings({ grantedOn, eligibleCosts, status }: AwardAsked): AwardFinding[] {
  const rule = fairsRuleOn(grantedOn)
  if (!rule) return [{ code: 'no_regulation', blocks: true, params: { on: grantedOn } }]
  const findings: AwardFinding[] = []
  if (status === 'large' || status === 'not_sme')
    findings.push({ code: 'fairs_sme_only', blocks: true, article: rule.law, params: { status } })
  if (!eligibleCosts) findings.push({ code: 'fairs_costs_unknown', blocks: false, article: rule.law })
  else if (eligibleCosts.amount > partOf(eligibleCosts.of, rule.intensity))
    findings.push({
      code: 'fairs_intensity',
      blocks: true,
      article: rule.law,
      params: {
        percent: rule.intensity / 100,
        most: partOf(eligibleCosts.of, rule.intensity),
        asked: eligibleCosts.amount,
      },
    })
  return findings
}
