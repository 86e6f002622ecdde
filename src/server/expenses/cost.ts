import { sql } from 'kysely'
import type { CivilDate } from '../../domain/partial-date.ts'

/** What an expense costs: without VAT that comes back. */
export const costOf = (expense: string) => {
  const column = (name: string) => sql.ref(`${expense}.${name}`)
  return sql`(${column('amount_minor')} - case when ${column('vat_recoverable')} then coalesce(${column('vat_minor')}, 0) else 0 end)`
}

/** What of an order had been invoiced in its currency and paid by a day: that part of it is a cost no more of its own. */
export const invoicedOf = (order: string, day: CivilDate) => sql`(
  select coalesce(sum(${costOf('i')}), 0)::bigint from expenses i
  where i.part_of_id = ${sql.ref(`${order}.id`)} and i.deleted_at is null and i.currency = ${sql.ref(`${order}.currency`)} and i.paid_on <= ${day}::date)`
