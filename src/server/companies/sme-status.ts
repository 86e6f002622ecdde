import type { readSmeStatus, SmeStep } from '../../contract/accounts.ts'
import type { Named } from '../../contract/primitives.ts'
import type { Total } from '../../domain/sme/ceilings.ts'
import { smeStatus as statusOf } from '../../domain/sme/status.ts'
import type { SmeStep as Step } from '../../domain/sme/steps.ts'
import { asOfDay } from '../context.ts'
import type { Verb } from '../route.ts'
import { factsAround } from './facts.ts'
import { mustBeThere } from './hold.ts'

/** The status with its reasoning, names in place of ids, work units and percent in place of hundredths. */
export const smeStatus: Verb<typeof readSmeStatus> = async (ctx, { params: { id }, query }) => {
  await mustBeThere(ctx, id)
  const facts = await factsAround(ctx.db, [id])
  const names = new Map(facts.enterprises.map((one) => [one.id, one.name]))
  const named = (of: string): Named => ({ id: of, name: names.get(of) ?? '' })
  const result = statusOf(id, facts, await asOfDay(ctx, query.asOf))
  return {
    ...result,
    total: result.total && inUnits(result.total),
    missing: result.missing.map(({ enterpriseId, ...missing }) => ({
      ...missing,
      enterprise: named(enterpriseId),
    })),
    steps: result.steps.map((step) => stepOf(step, named)),
  }
}

const inUnits = ({ headcount, turnover, balanceSheet }: Total): Total => ({
  headcount: { ...headcount, known: headcount.known / 100 },
  turnover,
  balanceSheet,
})

function stepOf(
  { enterpriseId, withId, share, figures, ceiling, ...step }: Step,
  named: (id: string) => Named,
): SmeStep {
  return {
    ...step,
    ...(enterpriseId ? { enterprise: named(enterpriseId) } : {}),
    ...(withId ? { with: named(withId) } : {}),
    ...(share === undefined ? {} : { share: share / 100 }),
    ...(figures ? { figures: inUnits(figures) } : {}),
    ...(ceiling
      ? {
          ceiling: {
            size: ceiling.size,
            headcount: ceiling.headcount / 100,
            turnover: ceiling.turnover,
            balanceSheet: ceiling.balanceSheet,
          },
        }
      : {}),
  }
}
