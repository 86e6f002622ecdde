import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caller } from '../../mocks/seed/call.ts'
import { seedFacts } from '../../mocks/seed/demo.ts'
import { agreementRecords } from '../../src/contract/agreements.ts'
import { downloadDocument, listSources, listTasks, readDossier } from '../../src/contract/dossier.ts'
import { organisationRecords } from '../../src/contract/organisations.ts'
import { readOverview } from '../../src/contract/overview.ts'
import { recordNouns } from '../../src/contract/primitives.ts'
import { exportWorkspace, readWorkspace, resetWorkspace } from '../../src/contract/workspace.ts'
import type { Api } from '../../src/server/app.ts'
import { problemOf } from '../support/api.ts'
import { testDatabase } from '../support/database.ts'
import { type Demo, demoApiOver, startDemo } from '../support/demo.ts'

let demo: Demo
// Entering takes some 450 writes.
beforeAll(async () => {
  demo = await startDemo({ sample: false })
}, 180_000)
afterAll(() => demo.database.drop())

const agreement = async (title: string) =>
  demo.call(agreementRecords.read, { params: { id: await demo.found('agreements', title) } })

const kansai = 'Partnership with the Kansai Bio Promotion Council'
const sanDiegoBoston = 'Partnership with the bioclusters of San Diego and Boston'

describe('the workspace', () => {
  test('stands on 15 September 2008, in euros, with all the records', async () => {
    expect(await demo.call(readWorkspace, {})).toMatchObject({
      name: 'Life sciences demo',
      asOf: '2008-09-15',
      homeCurrency: 'EUR',
      counts: { organisations: 64, people: 10, alliances: 3, markets: 9, agreements: 6, missions: 10 },
    })
  })

  test('has the five sources, none with an address', async () => {
    const { items } = await demo.call(listSources, {})
    expect(items.map(({ date, language }) => [date, language])).toEqual([
      ['2007-11-28', 'en'],
      ['2008-02-04', 'fr'],
      ['2008-10-24', 'fr'],
      ['2014', 'nl'],
      [null, 'en'],
    ])
    expect(items.filter(({ url }) => url !== null)).toEqual([])
  })

  test.each(recordNouns)('every one of the %s names its source', async (noun) => {
    const { rows } = await sql`
      select id from ${sql.table(noun)} r
      where not exists (select from citations c where c.noun = ${noun} and c.record_id = r.id)`.execute(
      demo.database.db,
    )
    expect(rows).toEqual([])
  })

  test('holds nothing invented: no sample records, no tasks', async () => {
    for (const noun of recordNouns) {
      const { rows } = await sql`select id from ${sql.table(noun)} where sample`.execute(demo.database.db)
      expect(rows).toEqual([])
    }
    expect((await demo.call(listTasks, { query: { state: 'all' } })).total).toBe(0)
  })
})

describe('the Kansai agreement', () => {
  test('is signed whole', async () => {
    const record = await agreement(kansai)
    expect(record).toMatchObject({
      type: 'partnership',
      status: 'active',
      signedOn: '2008-02-04',
      starts: '2008',
      ends: '2010',
      overdue: false,
      alliance: { name: 'Life Science Corridor France' },
      market: { name: 'Japan' },
      region: { name: 'Kansai' },
      negotiator: { name: 'Cancer-Bio-Santé' },
    })
    expect(
      record.parties.map(({ organisation, side, required }) => [organisation.name, side, required]),
    ).toEqual([
      ['Cancer-Bio-Santé', 'home', true],
      ['Lyonbiopôle', 'home', true],
      ['Alsace BioValley', 'home', true],
      ['Kansai Bio Promotion Council', 'partner', true],
    ])
    expect(record.actions).toHaveLength(4)
  })

  test('has four signatures in Osaka at 10:45, 02:45 in Paris, one by a man of another body', async () => {
    const { signatures, parties } = await agreement(kansai)
    const signed = signatures.map(({ partyId, person, capacity, belongsTo }) => ({
      party: parties.find(({ id }) => id === partyId)?.organisation.name,
      person: person?.name,
      capacity,
      belongsTo: belongsTo?.name ?? null,
    }))
    expect(signed).toHaveLength(4)
    expect(signed).toEqual(
      expect.arrayContaining([
        {
          party: 'Alsace BioValley',
          person: 'Nicolas Carboni',
          capacity: 'General manager',
          belongsTo: null,
        },
        {
          party: 'Lyonbiopôle',
          person: 'Bruno Bombarde',
          capacity: 'President of bioMérieux Japan',
          belongsTo: 'bioMérieux Japan',
        },
        {
          party: 'Cancer-Bio-Santé',
          person: 'Jean-Pierre Saintouil',
          capacity: 'General manager',
          belongsTo: null,
        },
        {
          party: 'Kansai Bio Promotion Council',
          person: 'Masahiro Nadamoto',
          capacity: 'President',
          belongsTo: null,
        },
      ]),
    )
    for (const signature of signatures) {
      expect(signature).toMatchObject({
        decision: 'signed',
        signedOn: '2008-02-04',
        localTime: '10:45',
        timeZone: 'Asia/Tokyo',
        place: 'Osaka',
        accepted: [],
      })
      expect(Date.parse(signature.instant ?? '')).toBe(Date.parse('2008-02-04T02:45:00+01:00'))
    }
  })

  test('has two witnesses of the DGE and three organisers', async () => {
    const { attendees } = await agreement(kansai)
    const of = (role: string) =>
      attendees
        .filter((attendee) => attendee.role === role)
        .map(({ person, organisation }) => [person?.name ?? null, organisation?.name ?? null])
    expect(of('witness')).toEqual([
      ['Luc Rousseau', 'Direction Générale des Entreprises'],
      ['Alain Griot', 'Direction Générale des Entreprises'],
    ])
    expect(of('organiser')).toEqual([
      [null, 'Osaka Chamber of Commerce and Industry'],
      [null, 'Cluster of Osaka'],
      [null, 'Cluster of Kobe'],
    ])
  })

  test('has the note on the press release attached', async () => {
    const recordId = await demo.found('agreements', kansai)
    const { documents } = await demo.call(readDossier, { query: { noun: 'agreements', recordId } })
    expect(documents).toMatchObject([{ kind: 'press', filename: 'press-release-note-2008-02-04.txt' }])
    const path = downloadDocument.path.replace('{id}', documents[0]?.id ?? '')
    const answer = await demo.api.fetch(new Request(`http://demo.test/api${path}`))
    expect(await answer.text()).toContain('Bruno Bombarde, president of bioMérieux Japan, for Lyonbiopôle')
  })

  test('was under negotiation before it was signed', async () => {
    const id = await demo.found('agreements', kansai)
    const before = await demo.call(agreementRecords.read, { params: { id }, query: { asOf: '2008-02-03' } })
    expect(before.status).toBe('negotiation')
    const after = await demo.call(agreementRecords.read, { params: { id }, query: { asOf: '2011-01-01' } })
    expect(after.status).toBe('expired')
  })
})

describe('the pipeline', () => {
  test('only San Diego and Boston is overdue on 15 September 2008', async () => {
    const { items } = await demo.call(agreementRecords.list, { query: { overdue: true } })
    expect(items.map(({ title }) => title)).toEqual([sanDiegoBoston])
    const { needs } = await demo.call(readOverview, {})
    expect(needs.filter(({ kind }) => kind === 'overdue_signature')).toMatchObject([
      { title: sanDiegoBoston },
    ])
  })

  test('Canada is awaited within 2008', async () => {
    expect(await agreement('Partnership with Canada')).toMatchObject({
      status: 'negotiation',
      targetSignature: '2008',
      overdue: false,
      negotiator: { name: 'Alsace BioValley' },
    })
  })

  test('BioX4Clusters has one MoU in view per target market, with nobody made up to sign it', async () => {
    for (const market of ['the United States', 'China', 'Brazil']) {
      expect(await agreement(`MoU with cluster partners in ${market}`)).toMatchObject({
        type: 'mou',
        status: 'prospect',
        parties: [],
        negotiator: null,
        targetSignature: null,
      })
    }
  })

  test('Medicen’s agreements stand as statements, since neither partner nor date is known', async () => {
    const five = await demo.said('organisations', 'Medicen Paris Region', 'Existing agreement')
    for (const place of ['Berlin', 'Maryland', 'Israel', 'Denmark', 'Sweden'])
      expect(five.filter((body) => body.includes(place))).toHaveLength(1)
    const id = await demo.found('organisations', 'Medicen Paris Region')
    const medicen = await demo.call(organisationRecords.read, { params: { id } })
    expect(medicen.agreements).toEqual([])
  })
})

describe('as a file', () => {
  const fileOf = async (of: Api) => {
    const answer = await of.fetch(new Request(`http://demo.test/api${exportWorkspace.path}`))
    if (!answer.ok) throw new Error((await problemOf(answer)).detail)
    return new Uint8Array(await answer.arrayBuffer())
  }
  const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

  test('entered twice, it is the same to the byte', async () => {
    const other = await testDatabase()
    try {
      const again = demoApiOver(other)
      await seedFacts(again)
      expect(digest(await fileOf(again))).toBe(digest(await fileOf(demo.api)))
    } finally {
      await other.drop()
    }
  }, 120_000)

  test('a workspace reset to it says that it is the demo', async () => {
    const file = await fileOf(demo.api)
    const other = await testDatabase()
    try {
      const empty = caller(demoApiOver(other, { demo: async () => file }))
      const workspace = await empty(resetWorkspace, { body: { to: 'demo' } })
      expect(workspace).toMatchObject({ origin: 'demo', name: 'Life sciences demo', asOf: '2008-09-15' })
    } finally {
      await other.drop()
    }
  })
})
