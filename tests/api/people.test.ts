import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agreementRecords, signAgreement } from '../../src/contract/agreements.ts'
import { createTask } from '../../src/contract/dossier.ts'
import { organisationRecords } from '../../src/contract/organisations.ts'
import { type Person, personRecords } from '../../src/contract/people.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { makers } from '../support/make.ts'
import { describeRecords } from '../support/record-suite.ts'
import { refusal } from '../support/refusal.ts'

const { list, read, create, update, remove } = personRecords

let api: TestApi
let make: ReturnType<typeof makers>
beforeAll(async () => {
  api = await startApi()
  make = makers(api)
})
afterAll(() => api.stop())

/** A post as the API takes it: the organisation's name is not the person's to change. */
const asSent = ({ organisationName: _, ...post }: Person['posts'][number]) => post

describeRecords<Person>({
  api: () => api,
  records: personRecords,
  body: (familyName) => ({ familyName }),
  field: 'familyName',
  longest: 200,
})

/** An agreement between two new clusters that `who` signed for the first of them. */
async function signedBy(who: Person, signedOn: string, more: Parameters<typeof make.agreement>[0] = {}) {
  const [home, partner] = [await make.organisation(), await make.organisation()]
  const agreement = await make.agreement({
    parties: [
      { organisationId: home.id, side: 'home' },
      { organisationId: partner.id, side: 'partner' },
    ],
    ...more,
  })
  const signed = await api.call(
    signAgreement,
    {
      params: { id: agreement.id },
      body: {
        signatures: [
          {
            partyId: agreement.parties[0]!.id,
            signatory: { id: who.id },
            capacity: 'General manager',
            place: 'Osaka',
            signedOn,
          },
        ],
      },
    },
    { version: agreement.version },
  )
  return { agreement: signed, home, partner }
}

describe('create and update', () => {
  it('gives the person with all it was given', async () => {
    const [first, second] = [await make.organisation(), await make.organisation()]
    const made = await api.call(create, {
      body: {
        givenName: ' Tarō ',
        familyName: 'Okada',
        nativeName: '岡田 太郎',
        email: 'taro@example.jp',
        phone: '+81 6 1234',
        language: 'ja',
        posts: [
          { organisationId: first.id, title: 'President', from: '2007-04' },
          { organisationId: second.id, to: '2007' },
        ],
      },
    })
    expect(made).toMatchObject({
      name: 'Tarō Okada',
      givenName: 'Tarō',
      nativeName: '岡田 太郎',
      email: 'taro@example.jp',
      language: 'ja',
      posts: [
        {
          organisationId: first.id,
          organisationName: first.name,
          title: 'President',
          from: '2007-04',
          to: null,
        },
        { organisationId: second.id, title: null, from: null, to: '2007' },
      ],
      signatures: [],
      attended: [],
    })
    const here = await api.call(organisationRecords.read, { params: { id: first.id } })
    expect(here.people).toMatchObject([{ person: { id: made.id, name: 'Tarō Okada' }, title: 'President' }])
    const changed = await api.call(
      update,
      { params: { id: made.id }, body: { givenName: null, posts: [asSent(made.posts[1]!)] } },
      { version: made.version },
    )
    expect(changed).toMatchObject({ name: 'Okada', givenName: null, email: 'taro@example.jp' })
    expect(changed.posts.map(({ id }) => id)).toEqual([made.posts[1]!.id])
  })

  it('refuses posts at no organisation, that end first, or of another person; and what is no address', async () => {
    const at = await make.organisation()
    const { id, version } = await make.person()
    const problem = async (body: object) =>
      (await refusal(api.call(update, { params: { id }, body }, { version }))).problem
    expect(
      await problem({ posts: [{ organisationId: at.id }, { organisationId: randomUUID() }] }),
    ).toMatchObject({
      status: 422,
      errors: [{ path: 'posts.1.organisationId', code: 'unknown_reference' }],
    })
    expect(await problem({ posts: [{ organisationId: at.id, from: '2009', to: '2008' }] })).toMatchObject({
      errors: [{ path: 'posts.0.to', code: 'period' }],
    })
    const other = await make.person({ at: at.id })
    expect(await problem({ posts: [asSent(other.posts[0]!)] })).toMatchObject({
      errors: [{ path: 'posts.0.id' }],
    })
    expect(await problem({ email: 'not an address' })).toMatchObject({ errors: [{ path: 'email' }] })
    expect(await problem({ language: 'Japanese' })).toMatchObject({ errors: [{ path: 'language' }] })
    expect(await api.call(read, { params: { id } })).toMatchObject({ version, posts: [] })
  })
})

describe('what a person signed and attended', () => {
  it('stands on the page, refusals too, without what is in the bin', async () => {
    const who = await make.person()
    const { agreement, home } = await signedBy(who, '2008-02-04', {
      attendees: [{ role: 'witness', personId: who.id, capacity: 'For the ministry' }],
    })
    const shown = await api.call(read, { params: { id: who.id } })
    expect(shown.signatures).toMatchObject([
      {
        agreement: { id: agreement.id, name: agreement.title },
        party: { name: home.name },
        decision: 'signed',
        capacity: 'General manager',
        signedOn: '2008-02-04',
        place: 'Osaka',
      },
    ])
    await api.call(agreementRecords.remove, { params: { id: agreement.id } }, { version: agreement.version })
    expect(await api.call(read, { params: { id: who.id } })).toMatchObject({ signatures: [], attended: [] })
  })

  it('keeps a signatory out of the bin, and one with open tasks', async () => {
    const who = await make.person()
    const { agreement } = await signedBy(who, '2008-02-04')
    const task = await api.call(createTask, { body: { title: 'Call', assigneeId: who.id } })
    const { problem } = await refusal(api.call(remove, { params: { id: who.id } }, { version: who.version }))
    expect(problem).toMatchObject({ status: 409, code: 'in_use', params: { count: 2 } })
    expect(problem.blockers).toEqual([
      { noun: 'agreements', recordId: agreement.id, title: agreement.title },
      { noun: 'tasks', recordId: task.id, title: 'Call' },
    ])
  })
})

describe('list', () => {
  it('shows posts and signatures as of the day, and narrows by organisation', async () => {
    const [was, is] = [await make.organisation(), await make.organisation()]
    const who = await make.person({
      familyName: 'Asofday',
      posts: [
        { organisationId: was.id, to: '2007' },
        { organisationId: is.id, title: 'Director', from: '2008' },
      ],
    })
    await signedBy(who, '2008-02-04')
    const on = async (asOf: string) => (await api.call(list, { query: { q: 'asofday', asOf } })).items[0]
    expect(await on('2008-02-04')).toMatchObject({
      name: 'Ada Asofday',
      posts: [{ title: 'Director', organisation: { id: is.id } }],
      signatureCount: 1,
    })
    expect(await on('2007-12-31')).toMatchObject({
      posts: [{ organisation: { id: was.id } }],
      signatureCount: 0,
    })
    for (const [organisation, total] of [
      [was.id, 1],
      [is.id, 1],
      [randomUUID(), 0],
    ] as const)
      expect((await api.call(list, { query: { organisation } })).total).toBe(total)
  })

  it('narrows to the scope: people of its organisations, and who signed or attended', async () => {
    const employed = await make.person({ familyName: 'Scoped One' })
    const [signatory, witness] = [
      await make.person({ familyName: 'Scoped Two' }),
      await make.person({ familyName: 'Scoped Three' }),
    ]
    await make.person({ familyName: 'Scoped Nowhere' })
    const alliance = await make.alliance({ members: [] })
    const market = await make.market()
    const { home, agreement } = await signedBy(signatory, '2008-02-04', {
      marketId: market.id,
      attendees: [{ role: 'witness', personId: witness.id }],
    })
    await api.call(
      agreementRecords.update,
      { params: { id: agreement.id }, body: { allianceId: alliance.id } },
      { version: agreement.version },
    )
    await api.call(
      update,
      { params: { id: employed.id }, body: { posts: [{ organisationId: home.id }] } },
      { version: employed.version },
    )
    for (const scope of [{ alliance: alliance.id }, { market: market.id }, { cluster: home.id }]) {
      const { items, total } = await api.call(list, { query: { ...scope, q: 'scoped' } })
      expect(items.map(({ familyName }) => familyName)).toEqual(['Scoped One', 'Scoped Three', 'Scoped Two'])
      expect(total).toBe(3)
    }
  })

  it('sorts by family name, then given name; and by signatures', async () => {
    const names = [
      ['Élodie', 'Sortable'],
      ['Eliane', 'sortable'],
      [null, 'Sortable'],
      ['Zoé', 'Sortabla'],
    ] as const
    for (const [givenName, familyName] of names) await make.person({ givenName, familyName })
    const shown = async (sort?: 'familyName' | '-familyName' | '-signatureCount') =>
      (await api.call(list, { query: { q: 'sortabl', sort } })).items.map(({ name }) => name)
    expect(await shown()).toEqual(['Zoé Sortabla', 'Sortable', 'Eliane sortable', 'Élodie Sortable'])
    expect(await shown('-familyName')).toEqual([...(await shown())].reverse())
    const busy = (await api.call(list, { query: { q: 'elodie sortable' } })).items[0]!
    await signedBy(await api.call(read, { params: { id: busy.id } }), '2008-03-01')
    expect((await shown('-signatureCount'))[0]).toBe('Élodie Sortable')
    const first = await api.call(list, { query: { sort: '-signatureCount', limit: 1 } })
    expect(first.items[0]!.signatureCount).toBeGreaterThan(0)
    expect(first.next).not.toBeNull()
  })

  it('finds by native name, address and post, in any order of words', async () => {
    const at = await make.organisation({ name: 'Kansai Bio Promotion Council' })
    const who = await make.person({
      givenName: 'Masahiro',
      familyName: 'Nadamoto',
      nativeName: '灘本 正博',
      email: 'nadamoto@kansai.example',
      posts: [{ organisationId: at.id, title: 'President' }],
    })
    for (const q of [
      'nadamotto',
      'Nadamoto Masahiro',
      'masahiro nad',
      '灘本',
      '正博',
      'nadamoto@kansai',
      'president kansai',
      'na ma',
    ])
      expect(
        (await api.call(list, { query: { q } })).items.map(({ id }) => id),
        q,
      ).toContain(who.id)
    expect((await api.call(list, { query: { q: 'nadamoto lyon' } })).total).toBe(0)
  })
})
