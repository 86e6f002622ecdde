import { sql } from 'kysely'
import type { FieldError } from '../../contract/problems.ts'
import type { Context } from '../context.ts'
import { Failure, invalidField } from '../failure.ts'
import type { Fields } from './store.ts'

/** A step has a text, of a template or its own, and its days are counted from something; 422 for each that doesn't. */
export function mustBeWholeSteps(steps: Fields['steps'] = []): void {
  const errors = steps.flatMap(({ key, title, anchor, days }, n): FieldError[] => {
    const missing = (field: string) => ({
      path: `steps.${n}.${field}`,
      code: 'required',
      message: 'Must be given',
    })
    if (!key && !title) return [missing('title')]
    if (anchor !== null && days === null) return [missing('days')]
    return anchor === null && days !== null ? [missing('anchor')] : []
  })
  if (errors.length > 0) throw new Failure('invalid', 'A step is not whole', { errors })
}

/** A cooperation action that the mission serves is one of the agreement beside it. */
export async function mustBeActionsOf(ctx: Context, agreements: Fields['agreements'] = []): Promise<void> {
  const wanted = agreements.flatMap(({ actionId }) => actionId ?? [])
  if (wanted.length === 0) return
  const actions = await ctx.db
    .selectFrom('cooperation_actions')
    .select(['id', 'agreement_id'])
    .where('id', 'in', wanted)
    .forKeyShare()
    .execute()
  for (const [n, { agreementId, actionId }] of agreements.entries()) {
    if (!actionId) continue
    const path = `agreements.${n}.actionId`
    const action = actions.find(({ id }) => id === actionId)
    if (!action) throw invalidField(path, 'unknown_reference', 'No such action')
    if (action.agreement_id !== agreementId)
      throw invalidField(path, 'other_agreement', 'The action is one of another agreement')
  }
}

/** Places that companies have already stay. */
export async function mustHoldThePlaced(ctx: Context, id: string, capacity: number | null): Promise<void> {
  if (capacity === null) return
  const { rows } = await sql<{ taken: number }>`select places_taken(${id}) as taken`.execute(ctx.db)
  const taken = rows[0]?.taken ?? 0
  if (taken > capacity) throw invalidField('capacity', 'places_taken', `${taken} places are taken`, { taken })
}
