import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type MissionFacts, missionStageOn, missionStatus, stepDue } from '../../src/domain/mission.ts'
import { addDays, firstDay, lastDay } from '../../src/domain/partial-date.ts'
import { participationOn, type StateEntry } from '../../src/domain/participation.ts'
import { civilDates, partialDates } from '../domain/support/dates.ts'
import { missionFacts, statePaths } from '../domain/support/missions.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

const at = { created_at: '2008-09-15T12:00:00Z', updated_at: '2008-09-15T12:00:00Z' }

async function storeMissions(many: readonly MissionFacts[]): Promise<string[]> {
  const rows = many.map((facts) => ({ id: randomUUID(), facts }))
  await database.db
    .insertInto('missions')
    .values(
      rows.map(({ id, facts }) => ({
        id,
        title: 'Any',
        kind: 'seminar',
        starts: facts.starts,
        ends: facts.ends,
        closed_on: facts.closedOn,
        cancelled_on: facts.cancelledOn,
        cancelled_reason: facts.cancelledOn && 'No budget',
        ...at,
      })),
    )
    .execute()
  const stages = rows.flatMap(({ id, facts }) =>
    facts.stages.map((entry) => ({ id: randomUUID(), mission_id: id, ...entry })),
  )
  if (stages.length > 0) await database.db.insertInto('mission_stages').values(stages).execute()
  return rows.map(({ id }) => id)
}

/** The days on which something changes, and those beside them. */
const boundaries = (many: readonly MissionFacts[]) =>
  many
    .slice(0, 3)
    .flatMap(({ starts, ends, closedOn, cancelledOn, stages }) => [
      ...[starts, ends].flatMap((date) => (date ? [firstDay(date), lastDay(date)] : [])),
      ...[closedOn, cancelledOn].flatMap((date) => date ?? []),
      ...stages.map(({ since }) => since),
    ])
    .flatMap((day) => [addDays(day, -1), day, addDays(day, 1)])

it('gives the status in SQL as the domain does, for any mission on any day', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(missionFacts(), { minLength: 10, maxLength: 20 }),
      fc.array(civilDates(2006, 2012), { minLength: 1, maxLength: 5 }),
      async (many, days) => {
        const ids = await storeMissions(many)
        for (const day of new Set([...days, ...boundaries(many)])) {
          const { rows } = await sql<{ mission_id: string; status: string; stage: string }>`
            select * from missions_on(${day}, ${sql.val(ids)}::uuid[])`.execute(database.db)
          const found = new Map(rows.map(({ mission_id: id, ...row }) => [id, row]))
          expect(found.size).toBe(ids.length)
          for (const [n, facts] of many.entries())
            expect([day, found.get(ids[n]!)]).toEqual([
              day,
              { status: missionStatus(facts, day), stage: missionStageOn(facts.stages, day) },
            ])
        }
      },
    ),
    { numRuns: 12 },
  )
}, 240_000)

it('gives the day a step is due in SQL as the domain does', async () => {
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
  const counted = fc.record({
    anchor: fc.constantFrom('start' as const, 'end' as const),
    days: fc.integer({ min: -1500, max: 1500 }),
  })
  const step = fc.tuple(maybe(civilDates()), maybe(counted)).map(([due, count]) => ({
    due,
    anchor: count?.anchor ?? null,
    days: count?.days ?? null,
  }))
  const dates = maybe(fc.oneof(partialDates(), fc.constantFrom('0001', '9999', '9999-12-31')))
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(step, dates, dates), { minLength: 50, maxLength: 50 }),
      async (cases) => {
        const { rows } = await sql<{ due: string | null }>`
        select step_due(nullif(c.due, '')::date, nullif(c.anchor, ''), nullif(c.days, '')::int, nullif(c.starts, ''), nullif(c.ends, '')) as due
        from unnest(${sql.val(cases.map(([{ due }]) => due ?? ''))}::text[], ${sql.val(cases.map(([{ anchor }]) => anchor ?? ''))}::text[],
          ${sql.val(cases.map(([{ days }]) => String(days ?? '')))}::text[], ${sql.val(cases.map(([, starts]) => starts ?? ''))}::text[],
          ${sql.val(cases.map(([, , ends]) => ends ?? ''))}::text[]) with ordinality c (due, anchor, days, starts, ends, n) order by c.n`.execute(
          database.db,
        )
        expect(rows.map(({ due }) => due)).toEqual(
          cases.map(([given, starts, ends]) => stepDue(given, { starts, ends })),
        )
      },
    ),
    { numRuns: 12 },
  )
})

it('gives the state of a participation in SQL as the domain does', async () => {
  const [missionId] = await storeMissions([
    { stages: [], starts: null, ends: null, closedOn: null, cancelledOn: null },
  ])
  const store = async (paths: readonly StateEntry[][]) => {
    const ids = paths.map(() => randomUUID())
    await database.db
      .insertInto('organisations')
      .values(ids.map((id) => ({ id, name: `Body ${id}`, kinds: ['company'], ...at })))
      .execute()
    await database.db
      .insertInto('participations')
      .values(
        ids.map((id) => ({ id, mission_id: missionId as string, side: 'home', organisation_id: id, ...at })),
      )
      .execute()
    const states = paths.flatMap((path, n) =>
      path.map((entry, position) => ({
        id: randomUUID(),
        participation_id: ids[n] as string,
        position,
        ...entry,
        turn: entry.state === 'waitlisted' ? position + 1 : null,
      })),
    )
    await database.db.insertInto('participation_states').values(states).execute()
    return ids
  }
  await fc.assert(
    fc.asyncProperty(
      fc.array(statePaths(), { minLength: 10, maxLength: 20 }),
      fc.array(civilDates(2007, 2009), { minLength: 1, maxLength: 4 }),
      async (paths, days) => {
        const ids = await store(paths)
        for (const day of [...days, ...paths.slice(0, 4).flatMap((path) => path.map(({ since }) => since))]) {
          const { rows } = await sql<{ state: string; since: string }>`
            select s.state, s.since from unnest(${sql.val(ids)}::uuid[]) with ordinality p (id, n)
            cross join lateral participation_on(p.id, ${day}) s order by p.n`.execute(database.db)
          expect(rows).toEqual(
            paths.map((path) => ({
              state: participationOn(path, day),
              since: path.filter(({ since }) => since <= day).at(-1)?.since ?? path[0]?.since,
            })),
          )
        }
      },
    ),
    { numRuns: 12 },
  )
}, 240_000)
