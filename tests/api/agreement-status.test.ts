import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  type AgreementFacts,
  agreementStatus,
  isOverdue,
  signedOn,
  stageOn,
} from '../../src/domain/agreement.ts'
import type { Db } from '../../src/server/db/database.ts'
import { agreementFacts } from '../domain/support/agreements.ts'
import { civilDates } from '../domain/support/dates.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'

let database: TestDatabase
let bodies: string[]
beforeAll(async () => {
  database = await testDatabase()
  bodies = Array.from({ length: 5 }, () => randomUUID())
  const at = '2008-09-15T12:00:00Z'
  await database.db
    .insertInto('organisations')
    .values(
      bodies.map((id, n) => ({ id, name: `Body ${n}`, kinds: ['cluster'], created_at: at, updated_at: at })),
    )
    .execute()
})
afterAll(() => database.drop())

interface Row {
  agreement_id: string
  status: string
  stage: string
  overdue: boolean
  signed_on: string | null
  signed_count: number
  required_count: number
}

it('gives in SQL what the domain gives, for any agreement on any day', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(agreementFacts(), { minLength: 10, maxLength: 20 }),
      fc.array(civilDates(2006, 2012), { minLength: 1, maxLength: 5 }),
      async (many, days) => {
        const ids = await store(database.db, many)
        for (const day of [...days, ...boundaries(many)]) {
          const { rows } =
            await sql<Row>`select * from agreements_on(${day}, ${sql.val(ids)}::uuid[])`.execute(database.db)
          const found = new Map(rows.map(({ agreement_id: id, ...row }) => [id, row]))
          expect(found.size).toBe(ids.length)
          for (const [n, facts] of many.entries())
            expect([day, found.get(ids[n]!)]).toEqual([day, derived(facts, day)])
        }
      },
    ),
    { numRuns: 15 },
  )
}, 60_000)

it('gives the same for all at once', async () => {
  const many = fc.sample(agreementFacts(), 100)
  const ids = await store(database.db, many)
  for (const day of boundaries(many)) {
    const { rows } = await sql<Row>`select * from agreements_on(${day})`.execute(database.db)
    const found = new Map(rows.map(({ agreement_id: id, ...row }) => [id, row]))
    for (const [n, facts] of many.entries())
      expect([day, found.get(ids[n]!)]).toEqual([day, derived(facts, day)])
  }
})

const derived = (facts: AgreementFacts, day: string): Omit<Row, 'agreement_id'> => {
  const required = facts.parties.filter((party) => party.required)
  return {
    status: agreementStatus(facts, day),
    stage: stageOn(facts.stages, day),
    overdue: isOverdue(facts, day),
    signed_on: signedOn(facts.parties),
    signed_count: required.filter((party) => party.signedOn && party.signedOn <= day).length,
    required_count: required.length,
  }
}

/** Days on which something happens to some of them: where a rule that is off by one would show. */
const boundaries = (many: AgreementFacts[]) =>
  many.slice(0, 5).flatMap(({ parties, stages, abandonedOn, terminatedOn, renewedOn }) => {
    const days = [parties[0]?.signedOn, stages[0]?.since, abandonedOn, terminatedOn, renewedOn]
    return days.filter((day) => typeof day === 'string')
  })

/** Writes agreements of these facts, each renewed one with a successor signed that day; gives their ids. */
async function store(db: Db, many: AgreementFacts[]): Promise<string[]> {
  const kept = many.map((facts) => ({ ...facts, id: randomUUID() }))
  const successors = kept.flatMap(({ id, renewedOn }) =>
    renewedOn ? [{ id: randomUUID(), of: id, signedOn: renewedOn }] : [],
  )
  const parties = [
    ...kept.flatMap(({ id: agreement, parties }) =>
      parties.map((party, position) => ({ ...party, agreement, position })),
    ),
    ...successors.map(({ id, signedOn }) => ({ id, agreement: id, position: 0, required: true, signedOn })),
  ]
  const at = '2008-09-15T12:00:00Z'
  const base = { type: 'mou', created_at: at, updated_at: at }
  await db.transaction().execute(async (tx) => {
    // Nobody searches for them, so they need not be made findable.
    await sql`select set_config('corridor.bulk', 'on', true)`.execute(tx)
    for (const { id, ...facts } of kept) {
      await tx
        .insertInto('agreements')
        .values({
          ...base,
          id,
          title: 'Agreement',
          starts: facts.starts,
          ends: facts.ends,
          notice_days: facts.noticeDays,
          target_signature: facts.targetSignature,
          abandoned_on: facts.abandonedOn,
          abandoned_reason: facts.abandonedOn && 'Given up',
          terminated_on: facts.terminatedOn,
          terminated_reason: facts.terminatedOn && 'Ended',
        })
        .execute()
      for (const { stage, since } of facts.stages)
        await tx
          .insertInto('agreement_stages')
          .values({ id: randomUUID(), agreement_id: id, stage, since })
          .execute()
    }
    for (const { id, of } of successors)
      await tx
        .insertInto('agreements')
        .values({ ...base, id, title: 'Successor', renews_id: of })
        .execute()
    for (const [n, { id, agreement, position, required, signedOn: on }] of parties.entries()) {
      await tx
        .insertInto('agreement_parties')
        .values({
          id,
          agreement_id: agreement,
          position,
          organisation_id: bodies[position]!,
          side: 'home',
          required,
        })
        .execute()
      const decision = { agreement_id: agreement, party_id: id, created_at: at }
      if (on)
        await tx
          .insertInto('signatures')
          .values({ ...decision, id: randomUUID(), decision: 'signed', signed_on: on })
          .execute()
      // A refusal before or after changes nothing.
      if (n % 5 === 0)
        await tx
          .insertInto('signatures')
          .values({
            ...decision,
            id: randomUUID(),
            decision: 'refused',
            signed_on: '2008-06-01',
            reason: 'Not yet',
          })
          .execute()
    }
    await sql`select refresh_all_standing()`.execute(tx)
  })
  return kept.map((facts) => facts.id)
}
