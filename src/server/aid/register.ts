import { sql } from 'kysely'
import papaparse from 'papaparse'
import type { exportAidRegister as endpoint } from '../../contract/aid.ts'
import { type LegalBasis, lawOf } from '../../domain/de-minimis-regimes.ts'
import { lawIn } from '../../domain/law-in.ts'
import { writeAmount } from '../../domain/money.ts'
import type { Verb } from '../route.ts'
import { registerWords } from './register-words.ts'

interface Entry {
  company: string
  numbers: string | null
  place: string | null
  country: string | null
  euros: number
  grantedOn: string
  authority: string | null
  instrument: keyof (typeof registerWords)['en']['instrument']
  sector: string | null
  basis: LegalBasis
  memberState: string
  reference: string | null
  sample: boolean
}

/**
 * Our awards of a period, one line each: what Article 6(2) of Regulation (EU) 2023/2831 asks the register for (beneficiary, amount,
 * day, authority, instrument, sector), with the regulation. Cells that a spreadsheet would take for formulas are defused.
 */
export const exportRegister: Verb<typeof endpoint> = async (ctx, { query }) => {
  const { from, to, memberState, organisation, all, language } = query
  const { rows } = await sql<Entry>`
    select o.name as company,
      (select string_agg(upper(n.scheme) || ' ' || n.value, ', ' order by n.position) from registration_numbers n where n.organisation_id = o.id) as numbers,
      o.town as place, o.country, a.euros, a.granted_on as "grantedOn", coalesce(g.name, a.granter_name) as authority, a.instrument,
      coalesce(a.sector, p.sectors[1]) as sector, a.basis, a.member_state as "memberState", a.reference, a.sample or o.sample as sample
    from aid a join organisations o on o.id = a.organisation_id left join organisations g on g.id = a.granter_id
    left join company_profiles p on p.id = o.id
    where a.origin = 'awarded' and ${all ? sql`true` : sql`a.basis = 'de_minimis'`}
      and ${from ? sql`a.granted_on >= ${from}` : sql`true`} and ${to ? sql`a.granted_on <= ${to}` : sql`true`}
      and ${memberState ? sql`a.member_state = ${memberState}` : sql`true`}
      and ${organisation ? sql`a.organisation_id = ${organisation}` : sql`true`}
    order by a.granted_on, sorted_as(o.name), a.id`.execute(ctx.db)
  const words = registerWords[language]
  const amount = (minor: number) => writeAmount({ minor, currency: 'EUR' }).replace('.', words.decimal)
  const lines = rows.map((row) => [
    row.company,
    row.numbers ?? '',
    row.place ?? '',
    row.country ?? '',
    amount(row.euros),
    'EUR',
    row.grantedOn,
    row.authority ?? '',
    words.instrument[row.instrument],
    row.sector ?? '',
    lawIn(lawOf(row.basis, row.grantedOn) ?? '', language),
    words.basis[row.basis],
    row.memberState,
    row.reference ?? '',
    row.sample ? words.sample : '',
  ])
  const text = papaparse.unparse([[...words.columns], ...lines], {
    delimiter: words.separator,
    newline: '\r\n',
    escapeFormulae: true,
  })
  // The mark by which spreadsheets know UTF-8.
  return {
    bytes: new TextEncoder().encode(`\ufeff${text}\r\n`),
    mediaType: 'text/csv; charset=utf-8',
    filename: `${words.filename}${from || to ? `-${from ?? 'all'}-${to ?? 'all'}` : ''}.csv`,
  }
}
