import { type RawBuilder, sql } from 'kysely'
import { windowStart } from '../../domain/de-minimis.ts'
import { type AidRegime, memberStates, regimeOn } from '../../domain/de-minimis-regimes.ts'
import type { CivilDate } from '../../domain/partial-date.ts'
import type { Context } from '../context.ts'

type Condition = RawBuilder<boolean>

/**
 * What narrows organisations to those that may still get so many euro cents of de minimis aid on a day: all of the Member States, but
 * for those whose undertaking has had too much. The SQL twin of `aidPosition`; lists of 100,000 need it in one query.
 */
export async function hasRoom(ctx: Context, room: number, day: CivilDate): Promise<Condition[]> {
  const regime = regimeOn(day)
  if (!regime) return [sql<boolean>`false`]
  return [ofMemberState, ...ofSector(regime, room), await notShort(ctx, regime, room, day)]
}

const states = sql`${sql.lit(`{${memberStates.join()}}`)}::text[]`

/** By its country, unless the profile says another. Few profiles do. */
const ofMemberState = sql<boolean>`case
  when organisations.id in (select p.id from company_profiles p where p.member_state is not null)
  then organisations.id in (select p.id from company_profiles p where p.member_state = any (${states}))
  else organisations.country = any (${states}) end`

/** Sectors whose ceiling is lower than what is asked for have no room at all. */
function ofSector({ ceilings }: AidRegime, room: number): Condition[] {
  const inFreight = sql`organisations.id in (select p.id from company_profiles p where p.aid_sector = 'road_freight')`
  const [general, freight] = [(ceilings.general ?? -1) >= room, (ceilings.road_freight ?? -1) >= room]
  if (general && freight) return []
  if (general) return [sql<boolean>`not (${inFreight})`]
  return [freight ? sql<boolean>`${inFreight}` : sql<boolean>`false`]
}

async function notShort(ctx: Context, regime: AidRegime, room: number, day: CivilDate): Promise<Condition> {
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
  const lowest = sql`least(${left('general')}::bigint, ${left('road_freight')}::bigint)`
  return sql<boolean>`organisations.id not in (
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
    -- Most have had too little for it to matter.
    much as (select a.undertaking from aided a group by a.undertaking having sum(a.euros) > ${lowest}),
    members as (
      select m.undertaking, m.undertaking as id from much m
      union
      select m.undertaking, g.id from much m join grouped g on g.undertaking = m.undertaking
    )
    select m.id
    from members m join organisations o on o.id = m.id left join company_profiles p on p.id = m.id
    join jsonb_to_recordset(${JSON.stringify(windows)}::jsonb) as w (ends text, "from" date) on w.ends = coalesce(p.fiscal_year_end, '12-31')
    join aided a on a.undertaking = m.undertaking and a.member_state = coalesce(p.member_state, o.country) and a.granted_on >= w."from"
    group by m.id, p.aid_sector
    having sum(a.euros) > case when p.aid_sector = 'road_freight' then ${left('road_freight')} else ${left('general')} end)`
}
