import type { reopenAgreement as endpoint } from '../../contract/agreements.ts'
import { agreementCan } from '../../domain/agreement.ts'
import { mustBeAllowed } from '../failure.ts'
import { lockLiving } from '../record.ts'
import type { Verb } from '../route.ts'
import { readAgreement } from './queries.ts'

export const reopenAgreement: Verb<typeof endpoint> = async (ctx, { params: { id }, ifMatch }) => {
  await lockLiving(ctx, 'agreements', id, ifMatch)
  mustBeAllowed(agreementCan.reopen(await readAgreement(ctx, id)))
  await ctx.db
    .updateTable('agreements')
    .set({ abandoned_on: null, abandoned_reason: null })
    .where('id', '=', id)
    .execute()
  return readAgreement(ctx, id)
}
