import type { renewAgreement as endpoint } from '../../contract/agreements.ts'
import { agreementCan } from '../../domain/agreement.ts'
import { mustNotEndBeforeStart } from '../checks.ts'
import { asOfDay } from '../context.ts'
import { mustBeAllowed } from '../failure.ts'
import { lockLiving } from '../record.ts'
import type { Verb } from '../route.ts'
import { readAgreement } from './queries.ts'
import { storeLists } from './store.ts'

/**
 * Begins the successor, as a prospect from the workspace's day. Parties, frame and actions are carried over; what was done
 * and when it was due belongs to the old one. The old one counts as renewed once the successor is signed, which may be
 * before it ends.
 */
export const renewAgreement: Verb<typeof endpoint> = async (ctx, { params: { id }, body, ifMatch }) => {
  await lockLiving(ctx, 'agreements', id, ifMatch)
  const old = await readAgreement(ctx, id)
  mustBeAllowed(agreementCan.renew(old))
  mustNotEndBeforeStart(body.starts, body.ends)
  const successor = ctx.newId()
  const at = ctx.now.toISOString()
  await ctx.db
    .insertInto('agreements')
    .values({
      id: successor,
      renews_id: id,
      title: body.title,
      type: old.type,
      alliance_id: old.alliance?.id ?? null,
      market_id: old.market?.id ?? null,
      region_id: old.region?.id ?? null,
      negotiator_id: old.negotiator?.id ?? null,
      starts: body.starts,
      ends: body.ends,
      notice_days: old.noticeDays,
      target_signature: body.targetSignature,
      language: old.language,
      created_at: at,
      updated_at: at,
    })
    .execute()
  await ctx.db
    .insertInto('agreement_stages')
    .values({
      id: ctx.newId(),
      agreement_id: successor,
      stage: 'prospect',
      since: await asOfDay(ctx, undefined),
    })
    .execute()
  await storeLists(ctx, successor, {
    parties: old.parties.map(({ organisation, side, required }) => ({
      organisationId: organisation.id,
      side,
      required,
    })),
    actions: old.actions
      .filter((action) => action.state !== 'dropped')
      .map((action) => ({
        title: action.title,
        state: 'planned',
        due: null,
        obligations: action.obligations.map(({ side, description, ownerOrganisation, ownerPerson }) => ({
          side,
          description,
          ownerOrganisationId: ownerOrganisation?.id ?? null,
          ownerPersonId: ownerPerson?.id ?? null,
          due: null,
          progress: 0,
          evidence: null,
        })),
      })),
  })
  return readAgreement(ctx, successor)
}
