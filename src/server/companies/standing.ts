import { sql } from 'kysely'
import { singleUndertaking } from '../../domain/ownership.ts'
import { addDays } from '../../domain/partial-date.ts'
import { type SmeFacts, smeStatus, smeTurningPoints } from '../../domain/sme/status.ts'
import type { Db } from '../db/database.ts'
import { factsAround, narrowing } from './facts.ts'

/** A stretch of days on which the status and the undertaking of a company stay what they are. */
interface Period {
  organisation_id: string
  from_date: string
  to_date: string
  status: string
  confirmed: boolean
  undertaking_id: string
}

interface Organisation {
  id: string
  /** A living company. */
  listed: boolean
}

const firstOfAll = '0001-01-01'
const lastOfAll = '9999-12-31'

/** The periods of one organisation; none where it is unknown and its own undertaking, as is understood. */
export function smePeriods(id: string, facts: SmeFacts): Period[] {
  const periods: Period[] = []
  for (const day of [firstOfAll, ...smeTurningPoints(facts)]) {
    const { status, confirmed } = smeStatus(id, facts, day)
    const [undertaking = id] = singleUndertaking(id, facts.links, day)
    const last = periods.at(-1)
    if (last?.status === status && last.confirmed === confirmed && last.undertaking_id === undertaking)
      continue
    if (last) last.to_date = addDays(day, -1)
    periods.push({
      organisation_id: id,
      from_date: day,
      to_date: lastOfAll,
      status,
      confirmed,
      undertaking_id: undertaking,
    })
  }
  // A turning point on the first day of all leaves nothing before it.
  return periods.filter(
    (period) =>
      period.from_date <= period.to_date && !(period.status === 'unknown' && period.undertaking_id === id),
  )
}

const listed = sql`(o.deleted_at is null and 'company' = any (o.kinds))`

/** As many organisations are read and worked out at once. */
const chunk = 500

/** Works out anew what is kept of these organisations, and of all whose status may depend on them. */
export async function refreshSmePeriods(db: Db, changed: readonly string[]): Promise<void> {
  if (changed.length === 0) return
  const { rows } = await sql<Organisation>`
    select o.id, ${listed} as listed from owners_around(${sql.val([...changed])}::uuid[]) r join organisations o on o.id = r.id`.execute(
    db,
  )
  await keepPeriods(db, rows)
}

/** The same for all; for who has written with corridor.bulk = 'on'. */
export async function refreshAllSmePeriods(db: Db): Promise<void> {
  await sql`delete from sme_periods`.execute(db)
  const { rows } = await sql<Organisation>`
    select o.id, ${listed} as listed from organisations o where o.id in (
      select a.organisation_id from accounts a union select w.held_id from ownership w
      union select w.holder_id from ownership w where w.holder_id is not null)`.execute(db)
  await keepPeriods(db, rows)
}

async function keepPeriods(db: Db, organisations: readonly Organisation[]): Promise<void> {
  for (let n = 0; n < organisations.length; n += chunk) {
    const some = organisations.slice(n, n + chunk)
    const ids = some.map(({ id }) => id)
    const factsOf = narrowing(await factsAround(db, ids))
    const periods = some.flatMap(({ id, listed }) =>
      smePeriods(id, factsOf(id)).map((period) => ({ ...period, listed })),
    )
    await sql`delete from sme_periods where organisation_id = any (${sql.val(ids)}::uuid[])`.execute(db)
    if (periods.length > 0)
      await sql`insert into sme_periods select * from jsonb_populate_recordset(null::sme_periods, ${JSON.stringify(periods)}::jsonb)`.execute(
        db,
      )
  }
}

/** After a write, whatever it was (an undo, too): what is kept follows the rows that it changed. */
export async function refreshChangedCompanies(db: Db, changeSetId: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select distinct v.id
    from changes c
    cross join lateral (values (c.after), (c.before)) row (held)
    cross join lateral (values
      (case c.table_name when 'accounts' then row.held ->> 'organisation_id' when 'organisations' then row.held ->> 'id' else row.held ->> 'held_id' end),
      (row.held ->> 'holder_id'), (row.held ->> 'holder_person_id')
    ) v (id)
    where c.change_set_id = ${changeSetId} and v.id is not null and (c.table_name in ('accounts', 'ownership')
      or c.table_name = 'organisations' and c.before is not null and c.after is not null
        and (c.before -> 'founded' <> c.after -> 'founded' or c.before -> 'deleted_at' <> c.after -> 'deleted_at' or c.before -> 'kinds' <> c.after -> 'kinds'))`.execute(
    db,
  )
  await refreshSmePeriods(
    db,
    rows.map(({ id }) => id),
  )
}
