import type { terminateAgreement as endpoint } from '../../contract/agreements.ts'
import { agreementCan } from '../../domain/agreement.ts'
import { invalidField, mustBeAllowed } from '../failure.ts'
import { lockLiving } from '../record.ts'
import type { Verb } from '../route.ts'
import { readAgreement } from './queries.ts'

export const terminateAgreement: Verb<typeof endpoint> = async (ctx, { params: { id }, body, ifMatch }) => {
  await lockLiving(ctx, 'agreements', id, ifMatch)
  const agreement = await readAgreement(ctx, id)
  mustBeAllowed(agreementCan.terminate(agreement))
  if (agreement.signedOn && body.on < agreement.signedOn)
    throw invalidField('on', 'before_signature', 'It was not signed yet', { signedOn: agreement.signedOn })
  await ctx.db
    .updateTable('agreements')
    .set({ terminated_on: body.on, terminated_reason: body.reason })
    .where('id', '=', id)
    .execute()
  return readAgreement(ctx, id)
}
