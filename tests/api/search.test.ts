import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agreementRecords } from '../../src/contract/agreements.ts'
import { createTask } from '../../src/contract/dossier.ts'
import { missionRecords } from '../../src/contract/missions.ts'
import { organisationRecords } from '../../src/contract/organisations.ts'
import { searchAll } from '../../src/contract/overview.ts'
import { personRecords } from '../../src/contract/people.ts'
import { problemOf, startApi, type TestApi } from '../support/api.ts'
import { makers } from '../support/make.ts'

let api: TestApi
let make: ReturnType<typeof makers>

/** The world of these tests: bodies, people and agreements of the source documents, and many that are like them. */
beforeAll(async () => {
  api = await startApi()
  make = makers(api)
  const lyon = await make.organisation({
    name: 'Lyonbiopôle',
    kinds: ['cluster'],
    town: 'Lyon',
    names: [{ name: 'Lyon Biopôle' }],
    websites: [{ url: 'http://www.lyonbiopole.com' }],
  })
  await make.organisation({
    name: 'Cancer-Bio-Santé',
    kinds: ['cluster'],
    names: [{ name: 'CBS', kind: 'acronym' }],
  })
  const kobe = await make.organisation({
    name: 'Cluster of Kobe',
    kinds: ['partner', 'cluster'],
    country: 'JP',
    town: 'Kobe',
  })
  await make.organisation({ name: 'Kobe Steel', kinds: ['company'], country: 'JP' })
  await make.organisation({ name: 'Kobelco', kinds: ['company'], country: 'JP' })
  await make.organisation({ name: 'Sake Brewers', kinds: ['company'], town: 'Kōbe' })
  await make.organisation({ name: 'bioMérieux', kinds: ['company'], town: 'Marcy-l’Étoile' })
  await make.organisation({ name: '関西バイオ推進会議', kinds: ['association'] })
  await make.organisation({ name: 'Life Science Council', kinds: ['association'] })
  await make.person({
    givenName: 'Masahiro',
    familyName: 'Nadamoto',
    posts: [{ organisationId: kobe.id, title: 'President' }],
  })
  await make.person({ givenName: 'Jean-Pierre', familyName: 'Saintouil' })
  await make.alliance({ name: 'Life Science Corridor France', members: [{ organisationId: lyon.id }] })
  await make.market({
    name: 'Japan',
    country: 'JP',
    regions: [{ name: 'Kansai', detail: 'Osaka, Hyogo, Kyoto' }],
  })
  await make.agreement({ title: 'Kobe partnership' })
  await api.call(createTask, { body: { title: 'Call Kobe back' } })
  const bodies = [{ organisationId: lyon.id, role: 'lead' as const }]
  await make.mission({
    title: 'Bio-Japan 2008',
    kind: 'trade_fair',
    starts: '2008-10-15',
    town: 'Yokohama',
    bodies,
  })
})
afterAll(() => api.stop())

const hits = async (q: string, more: object = {}) =>
  (await api.call(searchAll, { query: { q, ...more } })).items
const titles = async (q: string, more: object = {}) => (await hits(q, more)).map(({ title }) => title)

describe('search', () => {
  it.each([
    ['lyonbiopole', 'Lyonbiopôle'],
    ['LYON BIOPÔLE', 'Lyonbiopôle'],
    ['lyon bio', 'Lyonbiopôle'],
    ['biopole lyon', 'Lyonbiopôle'],
    ['Ｌｙｏｎ', 'Lyonbiopôle'],
    ['lyonbiopole.com', 'Lyonbiopôle'],
    ['lionbiopole', 'Lyonbiopôle'],
    ['cancerbiosante', 'Cancer-Bio-Santé'],
    ['cbs', 'Cancer-Bio-Santé'],
    ['biomerieu', 'bioMérieux'],
    ['bio merieux', 'bioMérieux'],
    ['biomerieus', 'bioMérieux'],
    ['nadamotto', 'Masahiro Nadamoto'],
    ['nadamoto masahiro', 'Masahiro Nadamoto'],
    ['masahiro nad', 'Masahiro Nadamoto'],
    ['saintoul', 'Jean-Pierre Saintouil'],
    ['jean pierre', 'Jean-Pierre Saintouil'],
    ['hyogo', 'Japan'],
    ['life sience coridor', 'Life Science Corridor France'],
    ['関西', '関西バイオ推進会議'],
    ['推進', '関西バイオ推進会議'],
    ['ﾊﾞｲｵ', '関西バイオ推進会議'],
    ['marcy', 'bioMérieux'],
    ['bio japan', 'Bio-Japan 2008'],
    ['biojapan', 'Bio-Japan 2008'],
    ['yokohama', 'Bio-Japan 2008'],
    ['2008-10', 'Bio-Japan 2008'],
  ])('%s finds %s first', async (q, title) => {
    expect((await titles(q))[0]).toBe(title)
  })

  it('shows the very title first, then what begins with it, has it as a word, and has it elsewhere; clusters first', async () => {
    expect(await titles('kobe')).toEqual([
      'Kobelco',
      'Kobe Steel',
      'Kobe partnership',
      'Cluster of Kobe',
      'Call Kobe back',
      expect.any(String),
      expect.any(String),
    ])
    expect((await titles('kobe')).slice(5).sort()).toEqual(['Masahiro Nadamoto', 'Sake Brewers'])
    expect((await titles('kobe steel'))[0]).toBe('Kobe Steel')
    expect((await titles('life science'))[0]).toBe('Life Science Council')
    expect((await titles('cluster'))[0]).toBe('Cluster of Kobe')
  })

  it('says what each is: its noun, what stands below it, whether it is a cluster', async () => {
    expect((await hits('lyonbiopole'))[0]).toEqual({
      noun: 'organisations',
      id: expect.any(String),
      title: 'Lyonbiopôle',
      subtitle: 'Lyon',
      of: null,
      isCluster: true,
    })
    expect((await hits('nadamoto'))[0]).toMatchObject({
      noun: 'people',
      subtitle: 'President, Cluster of Kobe',
      isCluster: false,
    })
    expect((await hits('bio-japan'))[0]).toMatchObject({ noun: 'missions', subtitle: 'Yokohama, 2008-10-15' })
    expect((await hits('call kobe'))[0]).toMatchObject({ noun: 'tasks', subtitle: null })
  })

  it('keeps to a noun and a number where asked', async () => {
    expect(await titles('kobe', { noun: 'agreements' })).toEqual(['Kobe partnership'])
    expect(await titles('kobbe', { noun: 'people' })).toEqual(['Masahiro Nadamoto'])
    expect(await titles('kobe', { limit: 2 })).toHaveLength(2)
  })

  it('takes one or two letters as the beginning of a word', async () => {
    expect((await titles('s')).sort()).toEqual(
      expect.arrayContaining(['Sake Brewers', 'Kobe Steel', 'Jean-Pierre Saintouil']),
    )
    expect(await titles('ko', { noun: 'organisations' })).not.toContain('Lyonbiopôle')
    expect(await titles('on', { noun: 'organisations' })).toEqual([])
  })

  it('finds nothing where nothing is like it, and no record for signs alone', async () => {
    for (const q of ['zzzzqqq', '12345678', '--', '%', '_', '%%%', "'", '\\', 'kobe zzzzqqq'])
      expect(await titles(q), q).toEqual([])
  })

  it('follows names as they change, and leaves out the bin', async () => {
    const made = await make.organisation({ name: 'Merial' })
    const person = await make.person({ familyName: 'Renamed', at: made.id })
    const agreement = await make.agreement({
      title: 'Untitled',
      parties: [{ organisationId: made.id, side: 'home' }],
    })
    const mission = await make.mission({ bodies: [{ organisationId: made.id, role: 'host' }] })
    const renamed = await api.call(
      organisationRecords.update,
      { params: { id: made.id }, body: { name: 'Boehringer' } },
      { version: made.version },
    )
    expect((await hits('boehringer')).map(({ id }) => id).sort()).toEqual(
      [made.id, person.id, agreement.id, mission.id].sort(),
    )
    expect(await titles('merial')).toEqual([])
    await api.call(missionRecords.remove, { params: { id: mission.id } }, { version: mission.version })
    await api.call(agreementRecords.remove, { params: { id: agreement.id } }, { version: agreement.version })
    await api.call(personRecords.remove, { params: { id: person.id } }, { version: person.version })
    await api.call(organisationRecords.remove, { params: { id: made.id } }, { version: renamed.version })
    expect(await titles('boehringer')).toEqual([])
  })

  it('finds an agreement by who organised its signature, whatever they are called since', async () => {
    const organiser = await make.organisation({ name: 'Chamber of Uji' })
    const witness = await make.person({ givenName: 'Aiko', familyName: 'Teramachi' })
    const agreement = await make.agreement({
      title: 'Signed before many',
      attendees: [
        { role: 'organiser', organisationId: organiser.id },
        { role: 'witness', personId: witness.id },
      ],
    })
    const found = async (q: string) => (await hits(q, { noun: 'agreements' })).map(({ id }) => id)
    expect(await found('uji')).toEqual([agreement.id])
    expect(await found('aiko teramachi')).toEqual([agreement.id])
    const { id, version } = organiser
    await api.call(
      organisationRecords.update,
      { params: { id }, body: { name: 'Chamber of Nara' } },
      { version },
    )
    expect(await found('nara')).toEqual([agreement.id])
    expect(await found('chamber uji')).toEqual([])
    const body = { attendees: [] }
    await api.call(agreementRecords.update, { params: { id: agreement.id }, body }, agreement)
    expect(await found('nara')).toEqual([])
  })

  it('asks for a text, and who is asking', async () => {
    for (const q of ['', '  ', 'x'.repeat(201), 'a\u0000'])
      expect((await api.send(searchAll, { query: { q } })).status, q).toBe(422)
    expect((await api.send(searchAll, {})).status).toBe(422)
    expect((await api.send(searchAll, { query: { q: 'a', noun: 'tables' } })).status).toBe(422)
    const unknown = await api.send(searchAll, { query: { q: 'kobe' } }, { actor: null })
    expect((await problemOf(unknown)).code).toBe('not_signed_in')
  })
})
