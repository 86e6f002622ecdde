import { afterAll, beforeAll, expect, it } from 'vitest'
import { agreementRecords, signAgreement } from '../../src/contract/agreements.ts'
import { downloadDocument, readDossier, uploadDocument } from '../../src/contract/dossier.ts'
import { listHistory } from '../../src/contract/history.ts'
import type { OrganisationInput } from '../../src/contract/organisations.ts'
import { personRecords } from '../../src/contract/people.ts'
import { localIn } from '../../src/domain/time-zone.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { makers } from '../support/make.ts'

// The signature of 4 February 2008 as the press release of that day tells it, entered from nothing.
let api: TestApi
beforeAll(async () => {
  api = await startApi({ clock: '2008-02-04T09:00:00Z' })
})
afterAll(() => api.stop())

it('holds the Kansai signature whole', async () => {
  const make = makers(api)
  const body = (
    name: string,
    kind: OrganisationInput['kinds'][number],
    fields: Partial<OrganisationInput> = {},
  ) => make.organisation({ name, kinds: [kind], ...fields })
  const toulouse = await body('Cancer-Bio-Santé', 'cluster', { country: 'FR', town: 'Toulouse' })
  const lyon = await body('Lyonbiopôle', 'cluster', { country: 'FR', town: 'Lyon' })
  const strasbourg = await body('Alsace BioValley', 'cluster', { country: 'FR', town: 'Strasbourg' })
  const council = await body('Kansai Bio Promotion Council', 'partner', {
    country: 'JP',
    names: [{ name: 'Biomedical Cluster Kansai' }],
  })
  const bioMérieuxJapan = await body('bioMérieux Japan', 'company', { country: 'JP' })
  const dge = await body('Direction Générale des Entreprises', 'public_body', { country: 'FR' })
  const osakaChamber = await body('Osaka Chamber of Commerce and Industry', 'chamber', { country: 'JP' })
  const osakaCluster = await body('Osaka cluster', 'cluster', { country: 'JP', town: 'Osaka' })
  const kobeCluster = await body('Kobe cluster', 'cluster', { country: 'JP', town: 'Kobe' })
  const corridor = await make.alliance({
    name: 'Life Science Corridor France',
    members: [toulouse, lyon, strasbourg].map(({ id }) => ({ organisationId: id, from: '2007-12-04' })),
  })
  const japan = await make.market({
    name: 'Japan',
    country: 'JP',
    timeZone: 'Asia/Tokyo',
    regions: [
      { name: 'Kansai', detail: 'Osaka, Hyogo, Kyoto, Nara, Shiga, Wakayama, Mie, Fukui, Tokushima' },
    ],
    leads: [{ allianceId: corridor.id, organisationId: toulouse.id }],
  })
  const begun = await make.agreement({
    title: 'Kansai – Life Science Corridor France',
    type: 'partnership',
    allianceId: corridor.id,
    marketId: japan.id,
    regionId: japan.regions[0]!.id,
    negotiatorId: toulouse.id,
    stage: 'negotiation',
    stageSince: '2007-12-04',
    parties: [
      { organisationId: toulouse.id, side: 'home' },
      { organisationId: lyon.id, side: 'home' },
      { organisationId: strasbourg.id, side: 'home' },
      { organisationId: council.id, side: 'partner' },
    ],
  })
  expect(begun.status).toBe('negotiation')

  const partyOf = (organisation: { id: string }) =>
    begun.parties.find((party) => party.organisation.id === organisation.id)!.id
  const there = {
    signedOn: '2008-02-04',
    localTime: '10:45',
    timeZone: 'Asia/Tokyo',
    place: 'Osaka',
  }
  const person = (givenName: string, familyName: string, at: { id: string }) => ({
    givenName,
    familyName,
    organisationId: at.id,
  })
  const actions = [
    'Collaboration programmes in research, marketing or sales, and finance',
    'Translational research and intellectual property',
    'Seminars in France and Japan',
    'Joint presence at international events',
  ]
  const signed = await api.call(
    signAgreement,
    {
      params: { id: begun.id },
      body: {
        signatures: [
          {
            ...there,
            partyId: partyOf(toulouse),
            signatory: person('Jean-Pierre', 'Saintouil', toulouse),
            capacity: 'General manager',
          },
          {
            ...there,
            partyId: partyOf(lyon),
            signatory: person('Bruno', 'Bombarde', bioMérieuxJapan),
            capacity: 'President of bioMérieux Japan',
            belongsToId: bioMérieuxJapan.id,
          },
          {
            ...there,
            partyId: partyOf(strasbourg),
            signatory: person('Nicolas', 'Carboni', strasbourg),
            capacity: 'General manager',
          },
          {
            ...there,
            partyId: partyOf(council),
            signatory: person('Masahiro', 'Nadamoto', council),
            capacity: 'President',
          },
        ],
        attendees: [
          {
            role: 'witness',
            signatory: person('Luc', 'Rousseau', dge),
            organisationId: dge.id,
            capacity: 'Director general for enterprises',
          },
          {
            role: 'witness',
            signatory: person('Alain', 'Griot', dge),
            organisationId: dge.id,
            capacity: 'Head of the technology-partnership office',
          },
          ...[osakaChamber, osakaCluster, kobeCluster].map(({ id }) => ({
            role: 'organiser' as const,
            organisationId: id,
          })),
        ],
        actions,
        starts: '2008',
        ends: '2010',
        tasks: [{ title: 'Prepare the renewal', due: '2010-07-04' }],
      },
    },
    { version: begun.version },
  )
  const pressRelease = new Blob(['Un premier accord de partenariat avec le Kansai Bio Promotion Council'], {
    type: 'text/plain',
  })
  const about = { noun: 'agreements', recordId: begun.id } as const
  const document = await api.call(uploadDocument, {
    query: { ...about, filename: 'Communiqué du 4 février 2008.txt', kind: 'press' },
    body: pressRelease,
  })

  const kansai = await api.call(agreementRecords.read, { params: { id: begun.id } })
  expect(kansai).toMatchObject({
    status: 'active',
    signedOn: '2008-02-04',
    starts: '2008',
    ends: '2010',
    negotiator: { name: 'Cancer-Bio-Santé' },
    region: { name: 'Kansai' },
    lastSignOfLife: '2008-02-04',
  })
  expect(
    kansai.signatures.map(({ partyId, person, capacity, belongsTo }) => [
      kansai.parties.find((party) => party.id === partyId)?.organisation.name,
      person?.name,
      capacity,
      belongsTo?.name ?? null,
    ]),
  ).toEqual([
    ['Cancer-Bio-Santé', 'Jean-Pierre Saintouil', 'General manager', null],
    ['Lyonbiopôle', 'Bruno Bombarde', 'President of bioMérieux Japan', 'bioMérieux Japan'],
    ['Alsace BioValley', 'Nicolas Carboni', 'General manager', null],
    ['Kansai Bio Promotion Council', 'Masahiro Nadamoto', 'President', null],
  ])
  for (const signature of kansai.signatures) {
    expect(signature).toMatchObject({ ...there, instant: '2008-02-04T01:45:00.000Z', accepted: [] })
    expect(localIn(Date.parse(signature.instant!), 'Europe/Paris')).toEqual({
      date: '2008-02-04',
      time: '02:45',
    })
  }
  expect(
    kansai.attendees.map(({ role, person, organisation }) => [role, person?.name, organisation?.name]),
  ).toEqual([
    ['witness', 'Luc Rousseau', 'Direction Générale des Entreprises'],
    ['witness', 'Alain Griot', 'Direction Générale des Entreprises'],
    ['organiser', undefined, 'Osaka Chamber of Commerce and Industry'],
    ['organiser', undefined, 'Osaka cluster'],
    ['organiser', undefined, 'Kobe cluster'],
  ])
  expect(kansai.actions.map((action) => action.title)).toEqual(actions)

  const dossier = await api.call(readDossier, { query: about })
  expect(dossier.documents).toEqual([document])
  expect(dossier.tasks).toMatchObject([{ title: 'Prepare the renewal', due: '2010-07-04' }])
  const { bytes } = await api.call(downloadDocument, { params: { id: document.id } })
  expect(new TextDecoder().decode(bytes)).toBe(await pressRelease.text())

  // Six people were added on the way, each with one post; nobody has one at Lyonbiopôle.
  const people = await api.call(personRecords.list, { query: { sort: 'familyName' } })
  expect(people.items.map((row) => [row.name, row.posts.map((post) => post.organisation.name)])).toEqual([
    ['Bruno Bombarde', ['bioMérieux Japan']],
    ['Nicolas Carboni', ['Alsace BioValley']],
    ['Alain Griot', ['Direction Générale des Entreprises']],
    ['Masahiro Nadamoto', ['Kansai Bio Promotion Council']],
    ['Luc Rousseau', ['Direction Générale des Entreprises']],
    ['Jean-Pierre Saintouil', ['Cancer-Bio-Santé']],
  ])

  const statusOn = async (asOf: string) =>
    (await api.call(agreementRecords.list, { query: { asOf } })).items.map((row) => row.status)
  expect(await statusOn('2008-02-03')).toEqual(['negotiation'])
  expect(await statusOn('2008-09-15')).toEqual(['active'])
  expect(await statusOn('2010-07-04')).toEqual(['expiring'])
  expect(await statusOn('2011-01-01')).toEqual(['expired'])

  for (const q of ['kansai', 'lyonbiopole', 'nadamotto', 'BOMBARDE', 'osaka', 'japan']) {
    const found = await api.call(agreementRecords.list, { query: { q } })
    expect([q, found.items.map((row) => row.id)]).toEqual([q, [kansai.id]])
  }

  const history = await api.call(listHistory, { query: about })
  expect(history.items.map((entry) => entry.verb)).toEqual([
    'documents.upload',
    'agreements.sign',
    'agreements.create',
  ])
  expect(signed.version).toBeLessThanOrEqual(kansai.version)
})
