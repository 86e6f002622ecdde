import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { listHistory, undoChange } from '../../src/contract/history.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { makers } from '../support/make.ts'
import { participationVerbs } from '../support/participations.ts'

let api: TestApi
let make: ReturnType<typeof makers>
beforeAll(async () => {
  api = await startApi()
  make = makers(api)
})
afterAll(() => api.stop())

/** What is kept is what would be made anew, and tells of each day what the state of each participation does. */
async function holds(): Promise<void> {
  const { rows: differences } = await sql`
    (select 'kept' as where_, k::text from (select * from attendances except select * from attendances_wanted) k)
    union all
    (select 'wanted', w::text from (select * from attendances_wanted except select * from attendances) w)`.execute(
    api.db,
  )
  expect(differences).toEqual([])
  const { rows: told } = await sql`
    select p.id, d.day from participations p
    cross join (select distinct t.since + n as day from participation_states t, generate_series(-1, 1) n) d
    where p.deleted_at is null and coalesce((select s.state = 'attended' from participation_on(p.id, d.day) s), false) is distinct from
      exists (select from attendances a where a.participation_id = p.id and a.since <= d.day and a.until > d.day)`.execute(
    api.db,
  )
  expect(told).toEqual([])
}
afterEach(holds)

const kept = async (id: string) => {
  const { rows } = await sql<{ since: string; until: string; cluster: string | null }>`
    select since::text, until::text, cluster_id as cluster from attendances where participation_id = ${id} order by since`.execute(
    api.db,
  )
  return rows
}

it('follows who comes, who did not after all, and back', async () => {
  const verbs = participationVerbs(api)
  const cluster = await make.organisation({ kinds: ['cluster'] })
  const made = await make.participation({ state: 'confirmed', since: '2008-09-01' })
  await verbs.attend(made, true, '2008-10-15')
  const first = { since: '2008-10-15', until: 'infinity', cluster: made.cluster?.id ?? null }
  expect(await kept(made.id)).toEqual([first])
  await verbs.attend(made, false, '2008-10-16')
  await holds()
  await verbs.attend(made, true, '2008-10-17')
  await holds()
  await verbs.update(await verbs.read(made), { clusterId: cluster.id })
  expect((await kept(made.id)).at(-1)).toMatchObject({ until: 'infinity', cluster: cluster.id })
  await verbs.remove(await verbs.read(made))
  expect(await kept(made.id)).toEqual([])
  const { items } = await api.call(listHistory, { query: { limit: 5 } })
  for (const { id } of items) {
    await api.call(undoChange, { params: { id } })
    await holds()
  }
  // All five taken back: the removal, the cluster, and that it came, did not, and came.
  expect(await kept(made.id)).toEqual([])
})

it('holds whatever states are written, changed and taken away', async () => {
  const made = await make.participation({ state: 'invited', since: '2008-01-01' })
  const written = fc.record({
    state: fc.constantFrom('attended', 'no_show', 'confirmed', 'withdrawn'),
    since: fc.integer({ min: 1, max: 9 }).map((day) => `2008-10-0${day}`),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(written, { maxLength: 6 }),
      fc.nat(),
      written,
      async (unsorted, which, { state: other }) => {
        // No state begins before the one that it follows.
        const states = unsorted.sort((a, b) => (a.since < b.since ? -1 : 1))
        await sql`delete from participation_states where participation_id = ${made.id}`.execute(api.db)
        for (const [position, { state, since }] of states.entries())
          await sql`insert into participation_states (id, participation_id, position, state, since)
            values (gen_random_uuid(), ${made.id}, ${position}, ${state}, ${since})`.execute(api.db)
        await holds()
        await sql`update participation_states set state = ${other}
          where participation_id = ${made.id} and position = ${which % 6}`.execute(api.db)
        await holds()
        await sql`delete from participation_states where participation_id = ${made.id} and position = ${(which + 1) % 6}`.execute(
          api.db,
        )
        await holds()
      },
    ),
    { numRuns: 30 },
  )
})
