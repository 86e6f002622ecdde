import type { moveAgreement as endpoint } from '../../contract/agreements.ts'
import { agreementCan, openStages } from '../../domain/agreement.ts'
import { asOfDay } from '../context.ts'
import { mustBeAllowed } from '../failure.ts'
import { lockLiving } from '../record.ts'
import type { Verb } from '../route.ts'
import { moveStage } from '../stages.ts'
import { readAgreement } from './queries.ts'

export const moveAgreement: Verb<typeof endpoint> = async (ctx, { params: { id }, body, ifMatch }) => {
  await lockLiving(ctx, 'agreements', id, ifMatch)
  const { stages, ...agreement } = await readAgreement(ctx, id)
  mustBeAllowed(agreementCan.move(agreement))
  const since = await asOfDay(ctx, body.since ?? undefined)
  await moveStage(ctx, { noun: 'agreements', id, order: openStages, stages }, { stage: body.stage, since })
  return readAgreement(ctx, id)
}
