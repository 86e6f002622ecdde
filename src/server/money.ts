import { type RawBuilder, sql } from 'kysely'

/** An amount in minor units, and its ISO 4217 currency. */
interface Money {
  minor: number
  currency: string
}

/** An amount that stands in two columns ("m.fee" for "m.fee_minor" and "m.fee_currency"), as one value; null without one. */
export const money = (columns: string): RawBuilder<Money | null> =>
  sql`case when ${sql.ref(`${columns}_minor`)} is not null
    then json_build_object('minor', ${sql.ref(`${columns}_minor`)}, 'currency', ${sql.ref(`${columns}_currency`)}) end`

/** What a fee is kept as; undefined where none was given, so that it stays as it is. */
export const feeColumns = (fee: Money | null | undefined) =>
  fee === undefined ? {} : { fee_minor: fee?.minor ?? null, fee_currency: fee?.currency ?? null }
