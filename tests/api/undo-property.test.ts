import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agreementRecords, signAgreement } from '../../src/contract/agreements.ts'
import { createNote, removeNote, updateNote } from '../../src/contract/dossier.ts'
import type { Endpoint } from '../../src/contract/endpoint.ts'
import { undoChange } from '../../src/contract/history.ts'
import { missionRecords } from '../../src/contract/missions.ts'
import { organisationRecords } from '../../src/contract/organisations.ts'
import { inviteParticipants, moveParticipation } from '../../src/contract/participations.ts'
import { type ParticipationState, participationSteps } from '../../src/domain/participation.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { makers } from '../support/make.ts'
import { contentOf } from '../support/tables.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
  const { agreement, organisation, mission } = makers(api)
  await agreement()
  await organisation()
  await mission({ capacity: 1 })
  // One in the bin to begin with: what is rare on its own is tried all the same.
  const { id } = await organisation()
  await api.call(organisationRecords.remove, { params: { id } }, { version: 1 })
})
afterAll(() => api.stop())

/** A write to be tried; `pick` chooses among the records there are, and what can't be done is passed over. */
const writes = [
  'addOrganisation',
  'changeOrganisation',
  'binOrganisation',
  'restoreOrganisation',
  'addAgreement',
  'changeAgreement',
  'signAgreement',
  'addNote',
  'changeNote',
  'removeNote',
  'addMission',
  'changeMission',
  'invite',
  'moveParticipation',
] as const
const step = fc.record({ write: fc.constantFrom(...writes), pick: fc.nat(), number: fc.nat(999) })
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

type Table = 'organisations' | 'agreements' | 'notes' | 'missions' | 'participations'
const idsIn = async (table: Table) =>
  (await api.db.selectFrom(table).select(['id', 'version']).orderBy('id').execute()) as {
    id: string
    version: number
  }[]

/** Every kind of write in an order in which each succeeds: what chance tries depends on how many kinds there are. */
const all: Step[] = (
  [
    'addOrganisation',
    'binOrganisation',
    'restoreOrganisation',
    'changeOrganisation',
    'addOrganisation',
    'addAgreement',
    'changeAgreement',
    'signAgreement',
    'addNote',
    'changeNote',
    'removeNote',
    'addMission',
    'changeMission',
    'invite',
    'moveParticipation',
  ] as const
).map((write, n) => ({ write, pick: 0, number: 10 * n + 2 }))

/** The change that a write made, or null where it was refused or changed nothing. */
async function send(endpoint: Endpoint, input: object, version?: number): Promise<string | null> {
  const response = await api.send(endpoint, input, version === undefined ? {} : { version })
  expect(response.status).toBeLessThan(500)
  return response.headers.get('x-change-set')
}

async function carryOut({ write, pick, number }: Step): Promise<string | null> {
  const one = async (table: Table) => {
    const rows = await idsIn(table)
    return rows[pick % Math.max(1, rows.length)]
  }
  const organisation = await one('organisations')
  const agreement = await one('agreements')
  const note = await one('notes')
  const at = (row: { id: string }) => ({ params: { id: row.id } })
  if (write === 'addOrganisation') {
    const affiliations = organisation ? [{ toId: organisation.id }] : []
    return send(organisationRecords.create, {
      body: { name: `Body ${number}`, kinds: ['cluster'], affiliations },
    })
  }
  if (write === 'addAgreement') {
    const [home, partner] = await idsIn('organisations')
    const parties = [home, partner].flatMap((row, n) =>
      row ? [{ organisationId: row.id, side: n === 0 ? 'home' : 'partner' }] : [],
    )
    return send(agreementRecords.create, { body: { title: `Agreement ${number}`, type: 'mou', parties } })
  }
  if (write === 'restoreOrganisation') {
    const binned = await api.db
      .selectFrom('organisations')
      .select('id')
      .where('deleted_at', 'is not', null)
      .executeTakeFirst()
    return binned ? send(organisationRecords.restore, at(binned)) : null
  }
  if (write === 'addMission')
    return send(missionRecords.create, {
      body: { title: `Mission ${number}`, kind: 'seminar', template: true, capacity: 1 + (number % 2) },
    })
  const mission = await one('missions')
  if (mission && write === 'changeMission') {
    const criteria = Array.from({ length: number % 3 }, (_, n) => ({ name: `Criterion ${number + n}` }))
    const steps = criteria.map(({ name }) => ({ phase: 'decision', title: name }))
    return send(
      missionRecords.update,
      { ...at(mission), body: { town: `Town ${number}`, latitude: number / 17, criteria, steps } },
      mission.version,
    )
  }
  if (mission && organisation && write === 'invite') {
    const body = { side: 'home', state: number % 2 ? 'applied' : 'accepted', reason: 'Known' }
    return send(inviteParticipants, {
      ...at(mission),
      body: { ...body, invitees: [{ organisationId: organisation.id }] },
    })
  }
  if (write === 'moveParticipation') {
    const participation = await one('participations')
    if (!participation) return null
    const { state } = await api.db
      .selectFrom('participation_states')
      .select('state')
      .where('participation_id', '=', participation.id)
      .orderBy('position', 'desc')
      .executeTakeFirstOrThrow()
    const next = participationSteps[state as ParticipationState]
    const body = { state: next[number % next.length], reason: 'Asked to' }
    return send(moveParticipation, { ...at(participation), body }, participation.version)
  }
  if (organisation) {
    const names = Array.from({ length: number % 4 }, (_, n) => ({ name: `Name ${number + n}` }))
    if (write === 'changeOrganisation')
      return send(
        organisationRecords.update,
        { ...at(organisation), body: { name: `Body ${number}`, names, latitude: number / 17 } },
        organisation.version,
      )
    if (write === 'binOrganisation')
      return send(organisationRecords.remove, at(organisation), organisation.version)
    if (write === 'addNote')
      return send(createNote, {
        body: { noun: 'organisations', recordId: organisation.id, body: `Note ${number}` },
      })
  }
  if (agreement) {
    if (write === 'changeAgreement') {
      const actions = Array.from({ length: number % 3 }, (_, n) => ({ title: `Action ${number + n}` }))
      return send(
        agreementRecords.update,
        { ...at(agreement), body: { summary: `Summary ${number}`, actions } },
        agreement.version,
      )
    }
    if (write === 'signAgreement') {
      const party = await api.db
        .selectFrom('agreement_parties')
        .select('id')
        .where('agreement_id', '=', agreement.id)
        .orderBy('position')
        .offset(number % 2)
        .executeTakeFirst()
      const signatures = [{ partyId: party?.id ?? agreement.id, signedOn: '2008-02-04' }]
      return send(signAgreement, { ...at(agreement), body: { signatures } }, agreement.version)
    }
  }
  if (note && write === 'changeNote')
    return send(updateNote, { ...at(note), body: { body: `Note ${number}` } }, note.version)
  if (note && write === 'removeNote') return send(removeNote, at(note), note.version)
  return null
}

const undo = (id: string) => api.call(undoChange, { params: { id } })

describe('any sequence of writes', () => {
  it('undone from its end leaves the tables as they were; undoing and redoing changes nothing', async () => {
    const done = new Set<string>()
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 14, maxLength: 22 }), async (steps) => {
        const before = await contentOf(api.db)
        const made: { change: string; after: unknown }[] = []
        for (const next of steps) {
          const change = await carryOut(next)
          if (!change) continue
          done.add(next.write)
          made.push({ change, after: await contentOf(api.db) })
        }
        for (const [n, { change, after }] of [...made.entries()].reverse()) {
          const undone = await undo(change)
          const redone = await undo(undone.id)
          expect(await contentOf(api.db)).toEqual(after)
          await undo(redone.id)
          expect(await contentOf(api.db)).toEqual(made[n - 1]?.after ?? before)
        }
      }),
      { examples: [[all]], numRuns: 9, seed: 20080204, endOnFailure: true },
    )
    // Every kind of write has been tried with success.
    expect([...done].sort()).toEqual([...writes].sort())
  }, 240_000)
})
