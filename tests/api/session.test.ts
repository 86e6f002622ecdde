import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { personRecords } from '../../src/contract/people.ts'
import { actorHeader, listActors, readSession, updateWorkspace } from '../../src/contract/workspace.ts'
import { type Api, createApi } from '../../src/server/app.ts'
import type { Deps, Sessions } from '../../src/server/context.ts'
import { chosenActor } from '../../src/server/session/chosen-actor.ts'
import { localUser } from '../../src/server/session/local-user.ts'
import { manager, startApi, type TestApi, viewer } from '../support/api.ts'
import { makers } from '../support/make.ts'
import { refusal } from '../support/refusal.ts'

let api: TestApi
let make: ReturnType<typeof makers>
beforeAll(async () => {
  api = await startApi()
  make = makers(api)
})
afterAll(() => api.stop())

const noon = () => new Date('2008-09-15T12:00:00Z')

/** The same database behind another way of saying who one is. */
const withSessions = (sessions: Sessions, deps: Pick<Deps, 'clock' | 'zone'> = { clock: noon }): Api =>
  createApi({ db: api.db, newId: randomUUID, sessions, host: 'test', ...deps })

async function sessionOf(host: Api, actor?: string) {
  const headers = new Headers(actor === undefined ? {} : { [actorHeader]: actor })
  const response = await host.fetch(new Request('http://corridor.test/api/session', { headers }))
  return { status: response.status, session: await response.json() }
}

describe('the session', () => {
  it('says who asks, what they may do, and what day it is', async () => {
    const nobodyNamed = await api.call(readSession, {}, { actor: manager })
    expect(nobodyNamed).toEqual({
      actor: null,
      role: 'manager',
      switchable: true,
      host: 'test',
      today: '2008-09-15',
    })
    const { id, name } = await make.person()
    const named = await api.call(readSession, {}, { actor: { id, name, role: 'viewer' } })
    expect(named).toMatchObject({ actor: { id, name }, role: 'viewer' })
  })

  it.each([
    ['Europe/Paris', '2008-09-16'],
    ['Asia/Tokyo', '2008-09-16'],
    ['America/Montreal', '2008-09-15'],
    [undefined, '2008-09-15'],
  ])('has the day of its host’s zone: %s', async (zone, day) => {
    const late = { clock: () => new Date('2008-09-15T22:30:00Z'), zone }
    expect((await sessionOf(withSessions(localUser, late))).session).toMatchObject({ today: day })
  })

  it('is refused to nobody', async () => {
    expect(await refusal(api.call(readSession, {}, { actor: null }))).toMatchObject({
      status: 401,
      code: 'not_signed_in',
    })
  })
})

describe('a chosen actor', () => {
  it('is a living person, somebody who only looks, or the local user', async () => {
    const host = withSessions(chosenActor)
    const person = await make.person({ givenName: 'Nicolas', familyName: 'Carboni' })
    expect((await sessionOf(host)).session).toMatchObject({ actor: null, role: 'manager' })
    expect((await sessionOf(host, 'viewer')).session).toMatchObject({ actor: null, role: 'viewer' })
    expect((await sessionOf(host, person.id)).session).toMatchObject({
      actor: { id: person.id, name: 'Nicolas Carboni' },
      role: 'manager',
    })
  })

  it.each(['manager', '%', randomUUID(), 'a'.repeat(5000)])('is nobody as %s', async (actor) => {
    expect((await sessionOf(withSessions(chosenActor), actor)).status).toBe(401)
  })

  it('is nobody once the person is in the bin', async () => {
    const { id } = await make.person()
    await api.call(personRecords.remove, { params: { id } }, { version: 1 })
    expect((await sessionOf(withSessions(chosenActor), id)).status).toBe(401)
  })

  it('is not believed by a host with one local user', async () => {
    expect((await sessionOf(withSessions(localUser), 'viewer')).session).toMatchObject({
      actor: null,
      role: 'manager',
    })
  })

  it('signs what it writes', async () => {
    const { id, name } = await make.person()
    const note = await api.send(
      updateWorkspace,
      { body: { name: 'Signed' } },
      {
        actor: { id, name, role: 'manager' },
        version: 1,
      },
    )
    expect(note.headers.get('x-change-set')).not.toBeNull()
    const { actor_id } = await api.db
      .selectFrom('change_sets')
      .select('actor_id')
      .where('id', '=', note.headers.get('x-change-set') ?? '')
      .executeTakeFirstOrThrow()
    expect(actor_id).toBe(id)
  })
})

describe('the persons one can act as', () => {
  it('hold a post at a home cluster, or have had one at a coordinator; by cluster and name, each once', async () => {
    const fresh = await startApi()
    const { organisation, alliance, person } = makers(fresh)
    const lyon = await organisation({ name: 'Lyonbiopôle' })
    const alsace = await organisation({ name: 'Alsace BioValley' })
    const erai = await organisation({ name: 'ERAI', kinds: ['development_agency'] })
    const kobe = await organisation({ name: 'Kobe', kinds: ['cluster', 'partner'] })
    await alliance({
      members: [
        { organisationId: lyon.id },
        { organisationId: alsace.id },
        { organisationId: erai.id, role: 'coordinator' },
      ],
    })
    const names = ['Zoé', 'Anne', 'Former', 'Director']
    const [zoe, anne, former, director] = await Promise.all(
      names.map((familyName) => person({ givenName: null, familyName })),
    )
    const post = (id: string, posts: { organisationId: string; title?: string; to?: string }[]) =>
      fresh.call(personRecords.update, { params: { id }, body: { posts } }, { version: 1 })
    await post(zoe!.id, [
      { organisationId: lyon.id, title: 'Manager' },
      { organisationId: alsace.id, to: '2007' },
    ])
    await post(anne!.id, [{ organisationId: lyon.id }, { organisationId: erai.id }])
    await post(former!.id, [{ organisationId: alsace.id, to: '2007' }])
    await post(director!.id, [{ organisationId: erai.id, to: '2006' }])
    await person({ at: kobe.id })
    const { items } = await fresh.call(listActors, {}, { actor: viewer })
    expect(items.map((item) => [item.organisation?.name, item.person.name, item.title])).toEqual([
      ['ERAI', 'Anne', null],
      ['ERAI', 'Director', null],
      ['Lyonbiopôle', 'Zoé', 'Manager'],
    ])
    await fresh.stop()
  })
})
