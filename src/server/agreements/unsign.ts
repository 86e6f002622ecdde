import type { removeSignature } from '../../contract/agreements.ts'
import { agreementCan } from '../../domain/agreement.ts'
import { Failure, mustBeAllowed } from '../failure.ts'
import { lockLiving, touch } from '../record.ts'
import type { Verb } from '../route.ts'
import { readAgreement } from './queries.ts'

/** Takes a signature or a refusal away. What stands on the signature (a termination, a successor) goes first. */
export const unsignAgreement: Verb<typeof removeSignature> = async (
  ctx,
  { params: { id, signatureId }, ifMatch },
) => {
  await lockLiving(ctx, 'agreements', id, ifMatch)
  const agreement = await readAgreement(ctx, id)
  const signature = agreement.signatures.find((candidate) => candidate.id === signatureId)
  if (!signature) throw new Failure('not_found', 'The agreement has no such signature')
  if (signature.decision === 'signed') mustBeAllowed(agreementCan.unsign(agreement))
  await ctx.db.deleteFrom('signatures').where('id', '=', signature.id).execute()
  await touch(ctx, 'agreements', id)
  return readAgreement(ctx, id)
}
