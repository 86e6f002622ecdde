import { sql } from 'kysely'

/** Whether a record of `r` is one of an SME. */
export const ofSme = sql`r.status in ('micro', 'small', 'medium')`

/** The figures of some records `r`, as columns: each company once. */
export const figures = sql`
  count(distinct r.organisation_id) filter (where r.serves)::int as companies,
  count(distinct r.organisation_id) filter (where r.serves and ${ofSme})::int as smes,
  count(distinct r.record_id) filter (where r.kind = 'mission')::int as missions,
  count(distinct r.record_id) filter (where r.kind = 'service')::int as services,
  count(distinct r.record_id) filter (where r.kind = 'meeting')::int as meetings,
  count(distinct r.record_id) filter (where r.kind = 'outcome')::int as outcomes`
