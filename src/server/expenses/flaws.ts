import type { FieldError } from '../../contract/problems.ts'
import { isCurrency } from '../../domain/money.ts'
import { overWhole } from '../../domain/shares.ts'
import { unknownCurrency } from '../grants/checks.ts'
import type { Given, World } from './world.ts'

const flaw = (path: string, code: string, message: string): FieldError => ({ path, code, message })

/**
 * What is wrong with an expense by itself and with what it refers to. What is `held` already passes: it may refer to what
 * has been moved to the bin since.
 */
export function flawsOf(given: Given, world: World, held: ReadonlySet<string> = new Set()): FieldError[] {
  return [
    ...figureFlaws(given),
    ...dayFlaws(given),
    ...referenceFlaws(given, world, held),
    ...orderFlaws(given, world, held),
    ...shareFlaws(given, world, held),
  ]
}

function figureFlaws({ amount, vatMinor }: Given): FieldError[] {
  return [
    ...(isCurrency(amount.currency) ? [] : [unknownCurrency('amount.currency')]),
    ...(vatMinor !== null && vatMinor >= amount.minor
      ? [flaw('vatMinor', 'vat_in_amount', 'The amount includes its VAT, and is more')]
      : []),
  ]
}

function dayFlaws({ plannedOn, committedOn, paidOn, cancelledOn }: Given): FieldError[] {
  if (!plannedOn && !committedOn && !paidOn)
    return [flaw('plannedOn', 'no_day', 'Say when it was planned, ordered or paid')]
  return cancelledOn && paidOn
    ? [flaw('cancelledOn', 'cancelled_or_paid', 'What is paid can’t be cancelled')]
    : []
}

function referenceFlaws(given: Given, world: World, held: ReadonlySet<string>): FieldError[] {
  const missing = (field: string, id: string | null, known: ReadonlySet<string>) =>
    id === null || known.has(id) || held.has(id) ? [] : [flaw(field, 'unknown_reference', 'No such record')]
  return [
    ...missing('supplierId', given.supplierId, world.organisations),
    ...missing('payerId', given.payerId, world.organisations),
    ...missing('beneficiaryId', given.beneficiaryId, world.organisations),
    ...missing('companyId', given.companyId, world.organisations),
    ...missing('missionId', given.missionId, world.missions),
  ]
}

/** An invoice belongs to an order, and an order to nothing. */
function orderFlaws({ partOfId }: Given, world: World, held: ReadonlySet<string>): FieldError[] {
  if (partOfId === null || held.has(partOfId)) return []
  const order = world.orders.get(partOfId)
  if (!order) return [flaw('partOfId', 'unknown_reference', 'No such expense')]
  return order.partOfId === null && order.committedOn !== null && order.paidOn === null
    ? []
    : [flaw('partOfId', 'not_an_order', 'Only an order that is not paid as a whole has invoices')]
}

function shareFlaws({ shares }: Given, world: World, held: ReadonlySet<string>): FieldError[] {
  const seen = new Set<string>()
  const each = shares.flatMap(({ grantId, lineId }, n): FieldError[] => {
    if (!world.grants.has(grantId) && !held.has(grantId))
      return [flaw(`shares.${n}.grantId`, 'unknown_reference', 'No such grant')]
    if (seen.has(grantId)) return [flaw(`shares.${n}.grantId`, 'duplicate', 'Named twice')]
    seen.add(grantId)
    return lineId !== null && world.lines.get(lineId) !== grantId
      ? [flaw(`shares.${n}.lineId`, 'unknown_reference', 'Not a line of this grant')]
      : []
  })
  return overWhole(shares.map(({ bp }) => bp))
    ? [...each, flaw('shares', 'over_whole', 'The shares are more than the whole')]
    : each
}
