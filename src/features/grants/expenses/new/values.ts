import type { ExpenseInput } from '../../../../contract/expenses.ts'
import type { Named } from '../../../../contract/primitives.ts'
import { wholeShare } from '../../../../domain/grant.ts'
import { readAmount } from '../../../../domain/money.ts'
import { type MoneyText, moneyOf } from '../../../../ui/money-input.tsx'
import { basisPointsOf } from '../../words.ts'
import type { EnteredState } from '../sheet/entry.ts'

/** A new expense as it stands in the dialog. */
export interface NewExpense {
  grant: Named | null
  title: string
  money: MoneyText
  /** VAT in it, as typed. */
  vat: string
  vatRecoverable: boolean
  state: EnteredState
  day: string | null
  supplier: Named | null
  /** A supplier without a record. */
  supplierName: string
  reference: string
  line: string | null
  /** In percent, as typed. */
  share: string
  payer: Named | null
  beneficiary: Named | null
  mission: Named | null
  /** The company that it helps. */
  company: Named | null
  /** The order that it is an invoice of. */
  order: Named | null
  note: string
}

const dayField = { planned: 'plannedOn', committed: 'committedOn', paid: 'paidOn' } as const

/** What the API is asked for; null while an amount or share can't be read, which its field says. */
export function toInput(values: NewExpense, id: string): ExpenseInput | null {
  const { money, vat, share, grant, supplier, title, reference, note } = values
  const amount = moneyOf(money)
  const bp = basisPointsOf(share)
  const vatMinor = readVat(vat, money.currency)
  if (!amount || bp === undefined || vatMinor === undefined) return null
  return {
    id,
    title,
    reference: reference || null,
    note: note || null,
    supplierId: supplier?.id ?? null,
    supplierName: supplier ? null : values.supplierName || null,
    payerId: values.payer?.id ?? null,
    beneficiaryId: values.beneficiary?.id ?? null,
    missionId: values.mission?.id ?? null,
    companyId: values.company?.id ?? null,
    partOfId: values.order?.id ?? null,
    amount,
    vatMinor,
    vatRecoverable: vatMinor === null ? null : values.vatRecoverable,
    [dayField[values.state]]: values.day,
    shares: grant ? [{ grantId: grant.id, lineId: values.line, bp: bp ?? wholeShare }] : [],
  }
}

/** VAT as typed: an amount, null for none, undefined where it can't be read. */
export function readVat(text: string, currency: string): number | null | undefined {
  if (text.trim() === '') return null
  const read = readAmount(text, currency)
  return 'minor' in read ? read.minor : undefined
}
