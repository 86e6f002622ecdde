import type { readRights } from '../../contract/workspace.ts'
import { reaches, rights } from '../../domain/rights.ts'
import { reachIn } from '../rights/authorise.ts'
import { holdersOf, rowsNow } from '../rights/check-write.ts'
import { holdingOf } from '../rights/holders.ts'
import type { Verb } from '../route.ts'

/** The rights that reach a record as it stands; of one that is not there, those that the actor has everywhere. */
export const readRightsOn: Verb<typeof readRights> = async (ctx, { query: { noun, recordId } }) => {
  const [found] = await holdersOf(ctx, noun, rowsNow(new Set([recordId])))
  const { closed } = holdingOf(noun)
  return {
    rights: rights.filter((right) => {
      const reach = reachIn(ctx.actor, right)
      return found ? reaches(reach, found.holders, closed) : reach === 'everywhere'
    }),
  }
}
