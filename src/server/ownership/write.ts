import type * as z from 'zod'
import type {
  createOwnership,
  ownershipPatch,
  removeOwnership,
  updateOwnership,
} from '../../contract/ownership.ts'
import { aidInTurn } from '../aid/in-turn.ts'
import { hundredths } from '../companies/store.ts'
import { invalidField } from '../failure.ts'
import { lock, mustAllExist, mustExist } from '../record.ts'
import type { Verb } from '../route.ts'
import { readLink } from './queries.ts'

type Patch = z.output<typeof ownershipPatch>

/** The columns of what was given; what was not stays as it is. */
function rowOf(given: Patch) {
  const columns = {
    holder_type: given.holderType,
    capital: hundredths(given.capital),
    voting: hundredths(given.voting),
    appoints_board: given.appointsBoard,
    dominant_influence: given.dominantInfluence,
    votes_by_agreement: given.votesByAgreement,
    same_market: given.sameMarket,
    invested: given.invested,
    budget: given.budget,
    inhabitants: given.inhabitants,
    from_date: given.from,
    to_date: given.to,
    note: given.note,
  }
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
}

/** Persons hold as themselves or as business angels, organisations as anything but a person. */
function mustHoldAs(holderType: string, byPerson: boolean): void {
  if (byPerson ? !['person', 'business_angel'].includes(holderType) : holderType === 'person')
    throw invalidField('holderType', 'invalid_value', 'Not what this holder can be')
}

export const addLink: Verb<typeof createOwnership> = async (ctx, { body }) => {
  const { holderId, holderPersonId, heldId, holderType } = body
  if ((holderId === null) === (holderPersonId === null))
    throw invalidField('holderId', 'required', 'Either an organisation or a person holds')
  if (holderId === heldId) throw invalidField('holderId', 'self', 'An organisation can’t hold itself')
  mustHoldAs(holderType, holderPersonId !== null)
  await aidInTurn(ctx)
  await mustAllExist(ctx, 'organisations', [
    { id: heldId, path: 'heldId' },
    ...(holderId ? [{ id: holderId, path: 'holderId' }] : []),
  ])
  if (holderPersonId) await mustExist(ctx, 'people', holderPersonId, 'holderPersonId')
  const id = ctx.newId()
  const at = ctx.now.toISOString()
  await ctx.db
    .insertInto('ownership')
    .values({
      ...rowOf(body),
      id,
      holder_id: holderId,
      holder_person_id: holderPersonId,
      held_id: heldId,
      holder_type: holderType,
      created_at: at,
      updated_at: at,
    })
    .execute()
  return readLink(ctx, id)
}

export const changeLink: Verb<typeof updateOwnership> = async (ctx, { params: { id }, body, ifMatch }) => {
  await aidInTurn(ctx)
  await lock(ctx, 'ownership', id, ifMatch)
  const { byPerson } = await readLink(ctx, id)
  if (body.holderType) mustHoldAs(body.holderType, byPerson)
  const row = { ...rowOf(body), updated_at: ctx.now.toISOString() }
  await ctx.db.updateTable('ownership').set(row).where('id', '=', id).execute()
  return readLink(ctx, id)
}

export const dropLink: Verb<typeof removeOwnership> = async (ctx, { params: { id }, ifMatch }) => {
  await aidInTurn(ctx)
  await lock(ctx, 'ownership', id, ifMatch)
  await ctx.db.deleteFrom('ownership').where('id', '=', id).execute()
  return undefined
}
