import type { abandonAgreement as endpoint } from '../../contract/agreements.ts'
import { agreementCan } from '../../domain/agreement.ts'
import { mustBeAllowed } from '../failure.ts'
import { lockLiving } from '../record.ts'
import type { Verb } from '../route.ts'
import { readAgreement } from './queries.ts'

export const abandonAgreement: Verb<typeof endpoint> = async (ctx, { params: { id }, body, ifMatch }) => {
  await lockLiving(ctx, 'agreements', id, ifMatch)
  mustBeAllowed(agreementCan.abandon(await readAgreement(ctx, id)))
  await ctx.db
    .updateTable('agreements')
    .set({ abandoned_on: body.on, abandoned_reason: body.reason })
    .where('id', '=', id)
    .execute()
  return readAgreement(ctx, id)
}
