import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listCompanies, readCompany } from '../../src/contract/companies.ts'
import { readDossier } from '../../src/contract/dossier.ts'
import * as contract from '../../src/contract/imports.ts'
import { organisationRecords } from '../../src/contract/organisations.ts'
import { personRecords } from '../../src/contract/people.ts'
import { readPrivacy } from '../../src/contract/privacy.ts'
import { fingerprintOf } from '../../src/domain/import/mapping.ts'
import { bulkTables } from '../../src/server/imports/bulk.ts'
import { startApi, type TestApi, viewer } from '../support/api.ts'
import { company, importMakers } from '../support/imports.ts'
import { makers } from '../support/make.ts'
import { refusal } from '../support/refusal.ts'

let api: TestApi
let make: ReturnType<typeof makers>
let imports: ReturnType<typeof importMakers>
beforeAll(async () => {
  api = await startApi()
  make = makers(api)
  imports = importMakers(api)
})
afterAll(() => api.stop())

const nobody = { params: { id: randomUUID() } }
const decide = (
  record: contract.ImportRecord,
  body: Parameters<typeof api.call<typeof contract.decideImportRows>>[1]['body'],
) => api.call(contract.decideImportRows, { params: { id: record.id }, body }, { version: record.version })

describe('access', () => {
  const body = { name: 'x', source: 'csv', headers: [], mapping: [] }
  it('asks who it is, and lets viewers look only', async () => {
    for (const endpoint of contract.importEndpoints)
      expect((await api.send(endpoint, nobody, { actor: null })).status).toBe(401)
    for (const endpoint of contract.importEndpoints.filter(({ access }) => access === 'write'))
      expect((await api.send(endpoint, nobody, { actor: viewer, version: 1 })).status).toBe(403)
    expect((await api.send(contract.listImports, {}, { actor: viewer })).status).toBe(200)
    expect((await api.send(contract.createImport, { body }, { actor: viewer })).status).toBe(403)
  })

  it('404s where there is none', async () => {
    for (const endpoint of [contract.readImport, contract.listImportRows])
      expect((await api.send(endpoint, nobody)).status).toBe(404)
    const rows = [{ position: 0, line: 2, draft: company('X') }]
    expect((await api.send(contract.sendImportRows, { ...nobody, body: { rows } })).status).toBe(404)
    expect((await api.send(contract.applyImport, { ...nobody, body: {} }, { version: 1 })).status).toBe(404)
    expect((await api.send(contract.revertImport, nobody, { version: 1 })).status).toBe(404)
    expect((await api.send(contract.removeImport, nobody, { version: 1 })).status).toBe(404)
  })

  it('412s for who has seen another version, 428 for who has seen none', async () => {
    const { id, version } = await imports.sent([company('Stale & Sons')])
    const body = { rows: { positions: [0] }, decision: 'skip' }
    for (const [endpoint, input] of [
      [contract.decideImportRows, { params: { id }, body }],
      [contract.applyImport, { params: { id }, body: {} }],
      [contract.revertImport, { params: { id } }],
      [contract.removeImport, { params: { id } }],
    ] as const) {
      expect((await api.send(endpoint, input, { version: version + 1 })).status).toBe(412)
      expect((await api.send(endpoint, input)).status).toBe(428)
    }
  })

  it('422s for what is no draft, naming the field', async () => {
    const { id } = await imports.begin()
    const refusals = async (draft: unknown) => {
      const answer = await api.send(contract.sendImportRows, {
        params: { id },
        body: { rows: [{ position: 0, line: 2, draft }] },
      })
      expect(answer.status).toBe(422)
      const { errors } = (await answer.json()) as { errors: { path: string; code: string }[] }
      return errors.map(({ path, code }) => `${path} ${code}`)
    }
    expect(await refusals({})).toEqual(['rows.0.draft nothing'])
    expect(await refusals({ ...company('X'), colour: 'red' })).toEqual(['rows.0.draft.colour unknown_field'])
    expect(await refusals(company('X', { numbers: [{ scheme: 'siren', value: '732829321' }] }))).toEqual([
      'rows.0.draft.organisation.numbers.0.value number_check',
    ])
    expect(await refusals(company(''))).toEqual(['rows.0.draft.organisation.name required'])
    const many = Array.from({ length: 501 }, (_, position) => ({ position, line: 2, draft: company('X') }))
    expect((await api.send(contract.sendImportRows, { params: { id }, body: { rows: many } })).status).toBe(
      422,
    )
    const twice = [0, 0].map((position) => ({ position, line: 2, draft: company('X') }))
    expect((await api.send(contract.sendImportRows, { params: { id }, body: { rows: twice } })).status).toBe(
      422,
    )
  })
})

describe('matching', () => {
  it('finds records by name, former name, number and domain, and rows by the rows before them', async () => {
    const known = await make.organisation({
      name: 'Alpha Biotech SAS',
      kinds: ['company'],
      country: 'FR',
      town: 'Lyon',
      names: [{ name: 'Betabio', kind: 'former' }],
      websites: [{ url: 'https://www.alpha-biotech.fr/' }],
    })
    const record = await imports.sent([
      company('ALPHA BIOTECH', { town: 'LYON CEDEX 07' }),
      company('Betabio', { town: 'Lyon' }),
      company('Unheard Of', { town: 'Lille' }),
      company('Unheard of S.A.R.L.', { town: 'Lille' }),
      company('Alpha Biotech', { country: 'IT', town: 'Torino' }),
      company('Quite Another', { websites: ['https://alpha-biotech.fr/contact'], town: 'Lyon' }),
    ])
    expect(record.rows).toBe(6)
    const rows = await imports.rows(record.id)
    expect(rows[0]).toMatchObject({ verdict: 'same', decision: 'update', targetId: known.id })
    expect(rows[0]?.matches[0]).toMatchObject({
      id: known.id,
      name: known.name,
      detail: 'Lyon, FR',
      score: 87,
    })
    expect(rows[0]?.matches[0]?.reasons.map(({ key }) => key)).toEqual(['name', 'town', 'country'])
    expect(rows[1]).toMatchObject({ verdict: 'same', targetId: known.id })
    expect(rows[1]?.matches[0]?.reasons[0]).toEqual({
      key: 'formerName',
      weight: 62,
      params: { name: 'Betabio' },
    })
    expect(rows[2]).toMatchObject({ verdict: 'new', decision: 'create', matches: [] })
    expect(rows[3]).toMatchObject({ verdict: 'same', decision: 'update', targetId: null, targetPosition: 2 })
    expect(rows[4]?.decision).not.toBe('update')
    expect(rows[5]).toMatchObject({ verdict: 'perhaps', decision: null })
    expect(record.decisions).toMatchObject({ create: 2, update: 3 })
  })

  it('takes the one of the same number where all the rest is alike too', async () => {
    const at = { websites: ['https://www.acme-numbered.fr/'] }
    const numbers = [{ scheme: 'siren' as const, value: '552100554' }]
    const numbered = company('ACME Numbered SAS', { ...at, town: 'Meylan', numbers })
    await imports.applied(await imports.sent([numbered]))
    const { items } = await api.call(organisationRecords.list, { query: { q: 'acme numbered' } })
    await make.organisation({
      name: 'Acmé Numbered S.A.S.',
      kinds: ['company'],
      country: 'FR',
      town: 'Grenoble',
      websites: [{ url: 'https://www.acme-numbered.fr/' }],
    })
    const record = await imports.sent([company('ACME Numbered SAS', { ...at, town: 'Grenoble', numbers })])
    const [row] = await imports.rows(record.id)
    expect(row?.matches.map(({ score }) => score)).toEqual([100, 100])
    expect(row?.matches[0]).toMatchObject({ id: items[0]?.id, name: 'ACME Numbered SAS' })
  })

  it('takes a record’s own id for proof', async () => {
    const known = await make.organisation({ name: 'Gamma', kinds: ['company'] })
    const record = await imports.sent([company('Renamed Entirely', { id: known.id, country: 'ES' })])
    expect(await imports.rows(record.id)).toMatchObject([
      { verdict: 'same', targetId: known.id, matches: [{ score: 100, reasons: [{ key: 'id' }] }] },
    ])
  })

  it('matches people by mail address, by name and body, and not by name alone', async () => {
    const body = await make.organisation({ name: 'Delta Institute', kinds: ['research'] })
    const ada = await make.person({
      givenName: 'Ada',
      familyName: 'Lovelace',
      email: 'ada@delta.org',
      at: body.id,
    })
    const record = await imports.sent([
      { person: { givenName: 'Ada', familyName: 'Lovelace', email: 'ADA@delta.org' } },
      { person: { givenName: 'Ada', familyName: 'Lovelace' } },
      { person: { familyName: 'Nobody' } },
    ])
    const rows = await imports.rows(record.id)
    expect(rows.map(({ verdict }) => verdict)).toEqual(['same', 'new', 'new'])
    expect(rows[0]).toMatchObject({ targetId: ada.id, matches: [{ noun: 'people', name: 'Ada Lovelace' }] })
  })

  it('sends rows again as often as they are changed', async () => {
    const record = await imports.sent([company('Tpyo')])
    await imports.send(record.id, [company('Typo corrected')])
    expect(await imports.rows(record.id)).toMatchObject([
      { draft: { organisation: { name: 'Typo corrected' } } },
    ])
  })
})

describe('decisions', () => {
  it('are taken row by row, for all of a kind, and taken back', async () => {
    let record = await imports.sent(['Uno', 'Due', 'Tre', 'Quattro'].map((name) => company(`${name} Nova`)))
    record = await decide(record, { rows: { positions: [1, 2] }, decision: 'skip' })
    expect(record.decisions).toMatchObject({ create: 2, skip: 2 })
    record = await decide(record, { rows: { verdict: 'new', onlyUndecided: false }, decision: null })
    expect(record.decisions).toMatchObject({ undecided: 4 })
    record = await decide(record, { rows: { verdict: 'new' }, decision: 'create' })
    expect(record.decisions).toMatchObject({ create: 4 })
    record = await decide(record, { rows: { positions: [3] }, decision: null })
    record = await decide(record, { rows: { undecided: true }, decision: 'create' })
    expect(record.decisions).toMatchObject({ create: 4, undecided: 0 })
    const target = await make.organisation({ kinds: ['company'] })
    record = await decide(record, { rows: { positions: [0] }, decision: 'update', targetId: target.id })
    expect((await imports.rows(record.id, { decision: ['update'] })).map(({ targetId }) => targetId)).toEqual(
      [target.id],
    )
    expect(await imports.rows(record.id, { decision: ['undecided'] })).toEqual([])
  })

  it('need a target that is there', async () => {
    const record = await imports.sent([company('Aim'), company('Higher')])
    const refused = (body: object) =>
      api.send(contract.decideImportRows, { params: { id: record.id }, body }, { version: record.version })
    const rows = { positions: [0] }
    expect((await refused({ rows, decision: 'update', targetId: randomUUID() })).status).toBe(422)
    expect((await refused({ rows, decision: 'create', targetId: randomUUID() })).status).toBe(422)
    expect((await refused({ rows, decision: 'update', targetPosition: 1 })).status).toBe(422)
    expect((await refused({ rows: { positions: [1] }, decision: 'update', targetPosition: 0 })).status).toBe(
      200,
    )
  })

  it('leave rows without a match as they are, where the best match is asked for', async () => {
    const before = await imports.sent([company('Matchless')])
    const record = await decide(before, { rows: { positions: [0] }, decision: 'update' })
    expect(record.decisions).toMatchObject({ create: 1, update: 0 })
  })
})

describe('applying', () => {
  it('writes what each row says, once, as one change of the history', async () => {
    const cluster = await make.organisation({ name: 'Corridor Cluster' })
    const mission = await make.mission({ title: 'BioJapan 2007', starts: '2007-09-19', ends: '2007-09-21' })
    const record = await imports.applied(
      await imports.sent([
        company(
          'Epsilon SAS',
          {
            town: 'Grenoble',
            street: '1 rue X',
            postcode: '38000',
            numbers: [{ scheme: 'siren', value: '732829320' }],
            websites: ['https://epsilon.fr'],
            names: [{ name: 'Epsi', kind: 'former' }],
            legalForm: 'SAS',
            sectors: ['C21'],
          },
          {
            person: { givenName: 'Eva', familyName: 'Epsilon', email: 'eva@epsilon.fr', jobTitle: 'CEO' },
            memberships: [{ cluster: 'corridor cluster', from: '2006' }],
            participation: { mission: 'BioJapan 2007', since: '2007-09-19' },
          },
        ),
      ]),
    )
    expect(record).toMatchObject({ state: 'applied', outcomes: { created: 1, refused: 0 }, parts: 1 })
    const [row] = await imports.rows(record.id)
    const found = await api.call(readCompany, { params: { id: row?.recordId ?? '' } })
    expect(found).toMatchObject({
      name: 'Epsilon SAS',
      legalForm: 'SAS',
      sectors: ['C21'],
      numbers: [{ scheme: 'siren', value: '732829320' }],
      addresses: [{ kind: 'registered', lines: '1 rue X', postcode: '38000', town: 'Grenoble' }],
      clusters: [{ cluster: { id: cluster.id }, role: 'member', from: '2006' }],
      names: [{ name: 'Epsi', kind: 'former' }],
      participations: 1,
    })
    const whole = await api.call(organisationRecords.read, { params: { id: found.id } })
    expect(whole.people).toMatchObject([{ person: { name: 'Eva Epsilon' }, title: 'CEO' }])
    expect(whole.websites).toMatchObject([{ url: 'https://epsilon.fr' }])
    const { items } = await api.call(organisationRecords.list, { query: { q: 'epsilon' } })
    expect(items.map(({ id }) => id)).toEqual([found.id])
    expect(mission.id).toBeTruthy()
  })

  it('notes each row that it adds in the history, whole and once', async () => {
    await make.organisation({ name: 'Cluster of the noted' })
    const record = await imports.applied(
      await imports.sent(
        ['Noted One', 'Noted Two'].map((name, n) =>
          company(
            name,
            {
              town: 'Lille',
              street: '1 rue X',
              legalForm: 'SAS',
              numbers: [{ scheme: 'siren', value: ['443061841', '542107651'][n] as string }],
              websites: [`https://noted-${n}.example`],
              names: [{ name: `Note ${n}`, kind: 'former' }],
            },
            { person: { familyName: `Notable ${n}` }, memberships: [{ cluster: 'Cluster of the noted' }] },
          ),
        ),
      ),
    )
    expect(record.outcomes).toMatchObject({ created: 2 })
    for (const table of bulkTables) {
      const { rows } = await sql<{ same: boolean; noun: string }>`
        select c.before is null and c.after = to_jsonb(t) as same, c.noun
        from changes c left join ${sql.table(table)} t on t.id = c.row_id
        where c.table_name = ${table} and c.change_set_id in (
          select id from change_sets where record_id = ${record.id} and verb = 'imports.apply')`.execute(
        api.db,
      )
      const noun = ['people', 'person_privacy', 'posts'].includes(table) ? 'people' : 'organisations'
      expect([table, rows]).toEqual([table, Array.from({ length: 2 }, () => ({ same: true, noun }))])
    }
  })

  it('lets the planner know of many rows, which nobody else tells PGlite', async () => {
    const known = async () => {
      const { rows } = await sql<{ rows: number }>`
        select reltuples::int as rows from pg_class where oid = 'match_keys'::regclass`.execute(api.db)
      return rows[0]?.rows ?? 0
    }
    const before = await known()
    const names = Array.from({ length: 500 }, (_, n) => company(`Counted ${n} of many`))
    await imports.applied(await imports.sent(names))
    expect(await known()).toBeGreaterThanOrEqual(Math.max(before, 0) + 500)
  })

  it('puts companies, new and known, among the members of their cluster at once, and takes them out again', async () => {
    const cluster = await make.organisation({ name: 'Cluster of many' })
    const known = await make.organisation({ name: 'Known before', kinds: ['company'], country: 'FR' })
    const members = async () =>
      (await api.call(listCompanies, { query: { of: cluster.id } })).items.map(({ name }) => name)
    const record = await imports.applied(
      await imports.sent(
        ['New by import', 'Known before'].map((name) =>
          company(
            name,
            { id: name === known.name ? known.id : null },
            { memberships: [{ cluster: 'Cluster of many' }] },
          ),
        ),
      ),
    )
    expect(record.outcomes).toMatchObject({ created: 1, updated: 1 })
    expect(await members()).toEqual(['Known before', 'New by import'])
    await imports.reverted(record)
    expect(await members()).toEqual([])
  })

  it('adds a membership to one that had ended before, and fills in what is not known of one', async () => {
    const cluster = await make.organisation({ name: 'Cluster left and joined' })
    const periods = async (rows: { from?: string; to?: string }[]) => {
      const { id } = await make.organisation({ name: 'Comes and goes', kinds: ['company'] })
      for (const period of rows) {
        const memberships = [{ cluster: cluster.name, ...period }]
        await imports.applied(await imports.sent([company('Comes and goes', { id }, { memberships })]))
      }
      const { clusters, version } = await api.call(readCompany, { params: { id } })
      await api.call(organisationRecords.remove, { params: { id } }, { version })
      return clusters.map(({ from, to }) => [from, to])
    }
    const twice = { from: '2008', to: '2010' }
    expect(await periods([{ to: '2006' }, twice, twice])).toEqual([
      [null, '2006'],
      ['2008', '2010'],
    ])
    expect(await periods([{ from: '2006' }, { from: '2006', to: '2010' }])).toEqual([['2006', '2010']])
    expect(await periods([{ to: '2006' }, { from: '2006' }])).toEqual([['2006', '2006']])
  })

  it('twice changes nothing the second time', async () => {
    const drafts = [
      company('Zeta SA', {
        town: 'Lyon',
        websites: ['zeta.fr', 'www.zeta.fr/en'].map((at) => `https://${at}`),
      }),
      company(
        'Eta',
        { town: 'Paris', postcode: '75001', themes: ['cells', 'genes'] },
        { person: { familyName: 'Dupont', email: 'd@eta.fr' } },
      ),
      company('ETA SARL', { town: 'Paris', focus: 'More is known here' }),
      { person: { givenName: 'Theta', familyName: 'Alone', email: 'theta@alone.org' } },
    ]
    for (const onUpdate of ['fill', 'overwrite'] as const) {
      await imports.applied(await imports.sent(drafts, { onUpdate }))
      const again = await imports.applied(await imports.sent(drafts, { onUpdate }))
      expect(again).toMatchObject({
        outcomes: { unchanged: 4, created: 0, updated: 0, refused: 0 },
        parts: 0,
      })
    }
  })

  it('fills what is not known, or overwrites what is, as asked', async () => {
    const fields = { kinds: ['company' as const], country: 'FR', town: 'Nice', region: 'PACA' }
    const one = await make.organisation({ name: 'Iota One', ...fields })
    const two = await make.organisation({ name: 'Iota Two', ...fields })
    const said = { town: 'Nice', region: 'Provence', founded: '1999' }
    await imports.applied(await imports.sent([company('Iota One', said)]))
    await imports.applied(await imports.sent([company('IOTA TWO', said)], { onUpdate: 'overwrite' }))
    const read = (id: string) => api.call(organisationRecords.read, { params: { id } })
    expect(await read(one.id)).toMatchObject({ name: 'Iota One', region: 'PACA', founded: '1999', names: [] })
    expect(await read(two.id)).toMatchObject({ name: 'IOTA TWO', region: 'Provence', founded: '1999' })
  })

  it('takes the kind of a known body from a row that says one, never from what rows are taken for', async () => {
    const bodies = [
      await make.organisation({ kinds: ['other'] }),
      await make.organisation({ kinds: ['other'] }),
    ]
    const [silent, said] = bodies
    const record = await imports.sent([
      company('Silent', { id: silent?.id }),
      company('Said', { id: said?.id, kindSaid: true }),
    ])
    await imports.applied(record)
    const kinds = await Promise.all(
      bodies.map(async ({ id }) => (await api.call(organisationRecords.read, { params: { id } })).kinds),
    )
    expect(kinds).toEqual([['other'], ['company']])
  })

  it('refuses a row with the reason and goes on with the others', async () => {
    const body = await make.organisation({ name: 'Kappa', kinds: ['company'], country: 'FR', town: 'Metz' })
    let record = await imports.sent([
      company('Kappa', { town: 'Metz' }),
      company('Lambda', {}, { memberships: [{ cluster: 'No such cluster' }] }),
      company('Mu', {}, { participation: { mission: 'No such mission' } }),
      company('Nu Pharma'),
      company('Mu Two', {}, { memberships: [{ cluster: 'No such cluster' }] }),
    ])
    record = await decide(record, { rows: { positions: [0, 4] }, decision: 'create' })
    record = await imports.applied(record, 2)
    expect(record.outcomes).toMatchObject({ created: 1, refused: 4 })
    const rows = await imports.rows(record.id, { outcome: ['refused'] })
    expect(rows.map(({ refusal }) => refusal?.code)).toEqual([
      'duplicate',
      'cluster_unknown',
      'mission_unknown',
      'cluster_unknown',
    ])
    expect(rows[1]?.refusal?.params).toEqual({ cluster: 'No such cluster' })
    const { items } = await api.call(organisationRecords.list, { query: { q: 'lambda' } })
    expect(items).toEqual([])
    expect(body.id).toBeTruthy()
  })

  it('is done with rows that are applied', async () => {
    const record = await imports.applied(await imports.sent([company('Xi')]))
    const rows = [{ position: 0, line: 2, draft: company('Xi again') }]
    expect(
      (await api.send(contract.sendImportRows, { params: { id: record.id }, body: { rows } })).status,
    ).toBe(409)
    const removed = await api.send(
      contract.removeImport,
      { params: { id: record.id } },
      { version: record.version },
    )
    expect(removed.status).toBe(409)
    const reverted = await imports.reverted(record)
    expect(reverted).toMatchObject({ state: 'reverted', parts: 0 })
    const again = { params: { id: record.id }, body: {} }
    expect((await api.send(contract.applyImport, again, { version: reverted.version })).status).toBe(409)
    expect((await api.send(contract.revertImport, again, { version: reverted.version })).status).toBe(409)
    const gone = await api.send(
      contract.removeImport,
      { params: { id: record.id } },
      { version: reverted.version },
    )
    expect(gone.status).toBe(204)
  })

  it('gives people a post where they are known already, once', async () => {
    const pi = { givenName: 'Pia', familyName: 'Pi', email: 'pia@pi.fr', jobTitle: 'CTO' }
    await imports.applied(
      await imports.sent([company('Pi Un', {}, { person: pi }), company('Omicron Deux', {}, { person: pi })]),
    )
    const { items } = await api.call(personRecords.list, { query: { q: 'pia@pi.fr' } })
    expect(items).toMatchObject([
      { posts: [{ organisation: { name: 'Pi Un' } }, { organisation: { name: 'Omicron Deux' } }] },
    ])
  })
})

describe('what columns were taken for', () => {
  it('is remembered by their headers', async () => {
    const headers = ['Raison sociale', 'Ville']
    const fingerprint = fingerprintOf(headers)
    expect(await api.call(contract.readImportMapping, { query: { fingerprint } })).toEqual({
      mapping: null,
      personal: null,
    })
    await imports.begin({ headers, mapping: ['name', null] })
    await imports.begin({ headers, mapping: ['name', 'region'] })
    expect(await api.call(contract.readImportMapping, { query: { fingerprint } })).toEqual({
      mapping: ['name', 'region'],
      personal: null,
    })
  })

  it('is remembered with where the people in such a table came from', async () => {
    const headers = ['Société', 'Dirigeant']
    const said = { source: 'Salon 2007', purpose: 'Invitations', legalBasis: 'legitimate_interest' as const }
    const { id } = await imports.begin({ headers, mapping: ['name', 'personName'] })
    await imports.send(id, [company('Nobody there'), { person: { familyName: 'Remembered', ...said } }])
    const { personal } = await api.call(contract.readImportMapping, {
      query: { fingerprint: fingerprintOf(headers) },
    })
    expect(personal).toEqual(said)
  })
})

describe('people', () => {
  const privacyOf = async (id: string) => api.call(readPrivacy, { params: { id }, query: {} })

  it('are kept with where their data comes from, and told of beside what came of their bodies', async () => {
    const known = await make.organisation({ name: 'Kappa of people', kinds: ['company'], country: 'FR' })
    const ada = await make.person({ givenName: 'Ada', familyName: 'Kappa', at: known.id })
    const record = await imports.applied(
      await imports.sent([
        company(
          'Kappa of people',
          { id: known.id },
          { person: { givenName: 'Ada', familyName: 'Kappa', phone: '12' } },
        ),
        company(
          'Kappa of people',
          { id: known.id },
          {
            person: { givenName: 'Bea', familyName: 'Kappa', legalBasis: 'legitimate_interest' },
            notes: ['Met in Osaka'],
          },
        ),
      ]),
    )
    expect(record.people).toEqual({ created: 1, updated: 1 })
    const [first, second] = await imports.rows(record.id)
    expect(first?.person).toEqual({ recordId: ada.id, outcome: 'updated' })
    expect(second?.person).toMatchObject({ outcome: 'created' })
    const bea = second?.person?.recordId ?? ''
    expect(await privacyOf(bea)).toMatchObject({
      source: 'A list of the chamber – Missions to Japan',
      legalBasis: 'legitimate_interest',
      collectedOn: '2008-09-15',
    })
    // What is held of who was known before came from elsewhere.
    expect((await privacyOf(ada.id)).source).toBeNull()
    const notes = async () =>
      (await api.call(readDossier, { query: { noun: 'people', recordId: bea } })).notes.map(
        ({ body }) => body,
      )
    expect(await notes()).toEqual(['Met in Osaka'])
    await imports.applied(
      await imports.sent([
        company(
          'Kappa of people',
          { id: known.id },
          {
            person: { givenName: 'Bea', familyName: 'Kappa' },
            notes: ['Met in Osaka'],
          },
        ),
      ]),
    )
    expect(await notes()).toEqual(['Met in Osaka'])
    expect((await imports.reverted(record)).people).toEqual({ created: 0, updated: 0 })
    expect(await refusal(privacyOf(bea))).toMatchObject({ status: 404 })
  })

  it('are not entered without where their data comes from and what it is for', async () => {
    const nowhere = { givenName: 'Nowhere', familyName: 'Lambda', source: null }
    const aimless = { givenName: 'Aimless', familyName: 'Lambda', purpose: null }
    const record = await imports.applied(
      await imports.sent([{ person: nowhere }, company('Lambda of nobody', {}, { person: aimless })]),
    )
    expect(record.outcomes).toMatchObject({ created: 0, refused: 2 })
    expect((await imports.rows(record.id)).map((row) => row.refusal?.code)).toEqual([
      'person_source',
      'person_source',
    ])
  })

  it('are known by the id of an export, whatever else is like', async () => {
    const mu = await make.person({ givenName: 'Jean', familyName: 'de la Mu', email: null })
    const same = await imports.sent([{ person: { id: mu.id, givenName: 'Jean de la', familyName: 'Mu' } }])
    expect((await imports.rows(same.id))[0]).toMatchObject({
      verdict: 'same',
      decision: 'update',
      targetId: mu.id,
      matches: [{ reasons: [{ key: 'id' }] }],
    })
    const { outcomes } = await imports.applied(same)
    expect(outcomes).toMatchObject({ unchanged: 1, created: 0, updated: 0 })
  })

  it('are found by the keys that names had before', async () => {
    const names = [
      'SAS Dupont & Fils',
      'Dupont et Fils',
      'The Company',
      'Société de l’Art S.A.',
      'Kappa s.a.r.l.',
      'Ltd',
      '株式会社',
      'de',
      '',
    ]
    const { rows } = await sql<{ key: string | null }>`
      select name_key(n) as key from unnest(${sql.val(names)}::text[]) with ordinality u (n, at) order by at`.execute(
      api.db,
    )
    expect(rows.map(({ key }) => key)).toEqual([
      'dupontfils',
      'dupontfils',
      'company',
      'artsociete',
      'kappa',
      'ltd',
      '株式会社',
      'de',
      null,
    ])
  })
})

describe('lists', () => {
  it('page through rows and imports', async () => {
    const { id } = await imports.sent(
      Array.from({ length: 7 }, (_, n) => company(`Page ${'abcdefg'[n]} Company`)),
    )
    const seen: number[] = []
    let cursor: string | null | undefined
    do {
      const page = await api.call(contract.listImportRows, {
        params: { id },
        query: { limit: 3, ...(cursor ? { cursor } : {}) },
      })
      expect(page.total).toBe(7)
      seen.push(...page.items.map(({ position }) => position))
      cursor = page.next
    } while (cursor)
    expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6])
    const first = await api.call(contract.listImports, { query: { limit: 1 } })
    expect(first.items).toHaveLength(1)
    const second = await api.call(contract.listImports, { query: { limit: 1, cursor: first.next ?? '' } })
    expect(second.items[0]?.id).not.toBe(first.items[0]?.id)
  })
})
