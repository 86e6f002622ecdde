import type { moveAgreement as endpoint } from '../../contract/agreements.ts'
import { agreementCan, stageOn } from '../../domain/agreement.ts'
import { today } from '../context.ts'
import { mustBeAllowed } from '../failure.ts'
import { lockLiving, touch } from '../record.ts'
import type { Verb } from '../route.ts'
import { readAgreement } from './queries.ts'

/** A day has one stage: moving on and back within it leaves the last. The stage it has that day already is no move. */
export const moveAgreement: Verb<typeof endpoint> = async (ctx, { params: { id }, body, ifMatch }) => {
  await lockLiving(ctx, 'agreements', id, ifMatch)
  const agreement = await readAgreement(ctx, id)
  mustBeAllowed(agreementCan.move(agreement))
  const since = body.since ?? today(ctx)
  const begun = agreement.stages.some((entry) => entry.since <= since)
  if (begun && stageOn(agreement.stages, since) === body.stage) return agreement
  const others = agreement.stages.filter((entry) => entry.since !== since)
  await ctx.db
    .deleteFrom('agreement_stages')
    .where('agreement_id', '=', id)
    .where('since', '=', since)
    .execute()
  const begunBefore = others.some((entry) => entry.since < since)
  if (!begunBefore || stageOn(others, since) !== body.stage) {
    await ctx.db
      .insertInto('agreement_stages')
      .values({ id: ctx.newId(), agreement_id: id, stage: body.stage, since })
      .execute()
  }
  await touch(ctx, 'agreements', id)
  return readAgreement(ctx, id)
}
