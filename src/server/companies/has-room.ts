import { type RawBuilder, sql } from 'kysely'
import { windowStart } from '../../domain/de-minimis.ts'
import {
  type AidRegime,
  type AidSector,
  aidSectors,
  isMemberState,
  memberStates,
  regimeOn,
} from '../../domain/de-minimis-regimes.ts'
import type { CivilDate } from '../../domain/partial-date.ts'
import type { Context } from '../context.ts'

type Condition = RawBuilder<boolean>

/** Who cannot get so much any more: by sector, and by what their undertaking has had. */
export interface Short {
  /** Of these sectors nobody has so much room; null where no regulation gives anybody any. */
  sectors: readonly AidSector[] | null
  /** The Member States of the day. */
  states: readonly string[]
  ids: readonly string[]
}

/**
 * Who has too little left of de minimis aid for so many euro cents on a day. The SQL twin of `aidPosition`; asked once, for the
 * count and the page of a list of 100,000.
 */
export async function shortOf(ctx: Context, room: number, day: CivilDate): Promise<Short> {
  const regime = regimeOn(day)
  const states = memberStates.filter((country) => isMemberState(country, day))
  if (!regime) return { sectors: null, states, ids: [] }
  const sectors = aidSectors.filter((sector) => (regime.ceilings[sector] ?? -1) < room)
  return {
    sectors,
    states,
    ids: sectors.length < aidSectors.length ? await passing(ctx, regime, room, day) : [],
  }
}

/** What narrows organisations to those that may still get so much: all of the Member States, but for those. */
export function hasRoom({ sectors, states, ids }: Short): Condition[] {
  if (sectors === null || sectors.length === aidSectors.length) return [sql<boolean>`false`]
  return [
    ofMemberState(states),
    ...sectors.map((sector) => sql<boolean>`${sector === 'road_freight' ? sql`not ` : sql``}(${inFreight})`),
    ...(ids.length > 0 ? [sql<boolean>`organisations.id <> all (${sql.val([...ids])}::uuid[])`] : []),
  ]
}

/** How many living companies that leaves, counted by what they lack: the kept numbers of a country tell the rest. */
export function countWithRoom(short: Short): RawBuilder<number> | undefined {
  if (short.sectors === null || short.sectors.length > 0) return undefined
  const states = arrayOf(short.states)
  const living = sql`organisations.deleted_at is null and 'company' = any (organisations.kinds)`
  return sql<number>`(
    (select coalesce(sum(c.living), 0)::int from organisation_counts c where c.kinds && '{company}'::text[] and c.country = any (${states}))
    -- Profiles that name another State than the country does, either way.
    + (select count(*)::int from company_profiles p join organisations on organisations.id = p.id
      where p.member_state = any (${states}) and not coalesce(organisations.country = any (${states}), false) and ${living})
    - (select count(*)::int from company_profiles p join organisations on organisations.id = p.id
      where p.member_state is not null and p.member_state <> all (${states}) and organisations.country = any (${states}) and ${living})
    - (select count(*)::int from unnest(${sql.val([...short.ids])}::uuid[]) s (id)
      cross join lateral (select from organisations where organisations.id = s.id and ${living} and ${ofMemberState(short.states)} limit 1) o))`
}

const arrayOf = (states: readonly string[]) => sql`${sql.lit(`{${states.join()}}`)}::text[]`

/** By its country, unless the profile says another. Few profiles do. */
const ofMemberState = (states: readonly string[]) => sql<boolean>`case
  when organisations.id in (select p.id from company_profiles p where p.member_state is not null)
  then organisations.id in (select p.id from company_profiles p where p.member_state = any (${arrayOf(states)}))
  else organisations.country = any (${arrayOf(states)}) end`

const inFreight = sql`organisations.id in (select p.id from company_profiles p where p.aid_sector = 'road_freight')`

/** Those whose undertaking has had more than leaves so much. */
async function passing(ctx: Context, regime: AidRegime, room: number, day: CivilDate): Promise<string[]> {
  const { rows } = await sql<{ ends: string }>`
    select distinct p.fiscal_year_end as ends from company_profiles p where p.fiscal_year_end <> '12-31'`.execute(
    ctx.db,
  )
  const windows = ['12-31', ...rows.map(({ ends }) => ends)].map((ends) => ({
    ends,
    from: windowStart(regime.window, day, ends),
  }))
  const widest = windows.reduce((first, { from }) => (from < first ? from : first), day)
  const left = (sector: 'general' | 'road_freight') =>
    sql.lit(Math.max(0, (regime.ceilings[sector] ?? 0) - room))
  const { rows: found } = await sql<{ id: string }>`
    -- Few are one undertaking with others.
    with grouped as materialized (
      select s.organisation_id as id, s.undertaking_id as undertaking from sme_periods s
      where s.undertaking_id <> s.organisation_id and ${day}::date between s.from_date and s.to_date
    ),
    aided as (
      select coalesce(g.undertaking, a.organisation_id) as undertaking, a.member_state, a.granted_on, a.euros
      from aid a left join grouped g on g.id = a.organisation_id
      where a.basis = 'de_minimis' and a.granted_on between ${widest}::date and ${day}::date
    ),
    -- Most have had too little for it to matter. Less of it does to those who carry goods by road.
    much as (
      select a.undertaking from aided a group by a.undertaking
      having sum(a.euros) > ${left('general')} or sum(a.euros) > ${left('road_freight')} and a.undertaking in (
        select coalesce(g.undertaking, p.id) from company_profiles p left join grouped g on g.id = p.id
        where p.aid_sector = 'road_freight')
    ),
    members as (
      select m.undertaking, m.undertaking as id from much m
      union
      select m.undertaking, g.id from much m join grouped g on g.undertaking = m.undertaking
    )
    select m.id
    from members m
    -- Each is looked up, where the database would read them all.
    cross join lateral (select o.country from organisations o where o.id = m.id limit 1) o
    left join lateral (select p.member_state, p.fiscal_year_end, p.aid_sector from company_profiles p where p.id = m.id limit 1) p on true
    join jsonb_to_recordset(${JSON.stringify(windows)}::jsonb) as w (ends text, "from" date) on w.ends = coalesce(p.fiscal_year_end, '12-31')
    join aided a on a.undertaking = m.undertaking and a.member_state = coalesce(p.member_state, o.country) and a.granted_on >= w."from"
    group by m.id, p.aid_sector
    having sum(a.euros) > case when p.aid_sector = 'road_freight' then ${left('road_freight')} else ${left('general')} end`.execute(
    ctx.db,
  )
  return found.map(({ id }) => id)
}
