import type { BulkEdit } from '../../contract/bulk.ts'
import { readCompany } from '../companies/queries.ts'
import type { Context } from '../context.ts'
import { readExpenseAt } from '../expenses/queries.ts'
import { invalidField } from '../failure.ts'
import { readOrganisation } from '../organisations/queries.ts'
import { readPersonPrivacy } from '../privacy/queries.ts'

/** Operations take a list as a whole. What is to be put into it or taken out is worked into the list as the record has it. */

type Edit<V extends BulkEdit['verb']> = Extract<BulkEdit, { verb: V }>

const inOneCase = (word: string) => word.toLocaleLowerCase('en')

export async function withWords(ctx: Context, id: string, { field, add, remove }: Edit<'companies.words'>) {
  const held = (await readCompany(ctx, id))[field]
  const gone = new Set(remove.map(inOneCase))
  const words = held.filter((word) => !gone.has(inOneCase(word)))
  for (const word of add) if (!words.some((one) => inOneCase(one) === inOneCase(word))) words.push(word)
  return { [field]: words }
}

/** Null takes the market away; one that the company has keeps its products and interests. */
export async function towardsMarket(
  ctx: Context,
  id: string,
  { marketId, readiness }: Edit<'companies.market'>,
) {
  const { markets } = await readCompany(ctx, id)
  const held = markets.map(({ market: _, ...rest }) => rest)
  const others = held.filter((one) => one.marketId !== marketId)
  if (readiness === null) return { markets: others }
  if (others.length < held.length)
    return { markets: held.map((one) => (one.marketId === marketId ? { ...one, readiness } : one)) }
  return { markets: [...held, { marketId, readiness, products: null, interests: null }] }
}

const affiliationsOf = async (ctx: Context, id: string) =>
  (await readOrganisation(ctx, id)).affiliations.map(({ toName: _, ...rest }) => rest)

/** A body that is affiliated so already, and has not left, stays as it is. */
export async function affiliated(
  ctx: Context,
  id: string,
  { toId, role, from }: Edit<'organisations.affiliate'>,
) {
  const held = await affiliationsOf(ctx, id)
  if (held.some((one) => one.toId === toId && one.role === role && one.to === null))
    return { affiliations: held }
  return { affiliations: [...held, { toId, role, detail: null, from, to: null }] }
}

/** Ends what has no end yet. */
export async function left(ctx: Context, id: string, { toId, to }: Edit<'organisations.leave'>) {
  const held = await affiliationsOf(ctx, id)
  return { affiliations: held.map((one) => (one.toId === toId && one.to === null ? { ...one, to } : one)) }
}

export async function ofKind(ctx: Context, id: string, { kind, held }: Edit<'organisations.kind'>) {
  const { kinds } = await readOrganisation(ctx, id)
  const others = kinds.filter((one) => one !== kind)
  if (held) return { kinds: kinds.includes(kind) ? kinds : [...kinds, kind] }
  if (others.length === 0) throw invalidField('kinds', 'required', 'It would be of no kind')
  return { kinds: others }
}

/** Consent is kept as it was given and taken back, oldest first; what holds already is not noted again. */
export async function withConsent(ctx: Context, id: string, { verb: _, ...given }: Edit<'people.consent'>) {
  const held = await readPersonPrivacy(ctx, id)
  const consents: (Omit<(typeof held.consents)[number], 'id'> & { id?: string })[] = held.consents
  const last = consents.filter(({ purpose }) => purpose === given.purpose).at(-1)
  if (last?.decision === given.decision) return { consents }
  const at = consents.findIndex(({ on }) => on > given.on)
  return { consents: consents.toSpliced(at < 0 ? consents.length : at, 0, given) }
}

/** The grant's share goes to the line. An expense that other grants bear has none to put there. */
export async function onLine(ctx: Context, id: string, { grantId, lineId }: Edit<'expenses.line'>) {
  const { shares } = await readExpenseAt(ctx, id)
  const held = shares.map(({ id: shareId, grant, lineId: line, bp, rate }) => ({
    id: shareId,
    grantId: grant.id,
    lineId: line,
    bp,
    rate: rate.policy === 'by_hand' ? { rate: rate.rate, on: rate.on, source: rate.source } : null,
  }))
  if (held.length === 0) return { shares: [{ grantId, lineId, bp: 10_000, rate: null }] }
  if (!held.some((share) => share.grantId === grantId))
    throw invalidField('shares', 'other_grant', 'Another grant bears it')
  return { shares: held.map((share) => (share.grantId === grantId ? { ...share, lineId } : share)) }
}
