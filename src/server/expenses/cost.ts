import { sql } from 'kysely'

/** What an expense costs: without VAT that comes back. */
export const costOf = (expense: string) => {
  const column = (name: string) => sql.ref(`${expense}.${name}`)
  return sql`(${column('amount_minor')} - case when ${column('vat_recoverable')} then coalesce(${column('vat_minor')}, 0) else 0 end)`
}
