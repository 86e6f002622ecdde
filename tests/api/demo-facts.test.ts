import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allianceRecords } from '../../src/contract/alliances.ts'
import { marketRecords } from '../../src/contract/markets.ts'
import { organisationRecords } from '../../src/contract/organisations.ts'
import { searchAll } from '../../src/contract/overview.ts'
import { personRecords } from '../../src/contract/people.ts'
import type { RecordNoun } from '../../src/contract/primitives.ts'
import { type Demo, startDemo } from '../support/demo.ts'

let demo: Demo
// Entering takes some 450 writes.
beforeAll(async () => {
  demo = await startDemo({ sample: false })
}, 180_000)
afterAll(() => demo.database.drop())

const organisation = async (name: string) =>
  demo.call(organisationRecords.read, { params: { id: await demo.found('organisations', name) } })

const kansai = 'Partnership with the Kansai Bio Promotion Council'
const sanDiegoBoston = 'Partnership with the bioclusters of San Diego and Boston'

describe('alliances and markets', () => {
  test('Lyonbiopôle is in all three alliances', async () => {
    const { alliances } = await organisation('Lyonbiopôle')
    expect(alliances.map(({ name, role, from, to }) => [name, role, from, to])).toEqual([
      ['Life Science Corridor France', 'member', '2007-12-04', null],
      ['Alps Bio Cluster', 'member', '2008-10-24', '2011'],
      ['BioX4Clusters', 'member', null, null],
    ])
  })

  test('each alliance has its members and coordinator', async () => {
    const members = async (name: string) => {
      const record = await demo.call(allianceRecords.read, {
        params: { id: await demo.found('alliances', name) },
      })
      const coordinator = record.members.find(({ role }) => role === 'coordinator')?.organisationName ?? null
      return [record.members.length, coordinator, record.starts, record.ends]
    }
    expect(await members('Life Science Corridor France')).toEqual([3, null, '2007-12-04', null])
    expect(await members('Alps Bio Cluster')).toEqual([8, 'ADEBAG', '2008-10-24', '2011'])
    expect(await members('BioX4Clusters')).toEqual([5, 'ERAI', null, null])
  })

  test('each target market has the lead that the sources give it, or none', async () => {
    const leads = async (name: string) => {
      const market = await demo.call(marketRecords.read, {
        params: { id: await demo.found('markets', name) },
      })
      return market.leads.map(({ allianceName, organisationName }) => [allianceName, organisationName])
    }
    expect(await leads('Japan')).toEqual([['Life Science Corridor France', 'Cancer-Bio-Santé']])
    expect(await leads('Canada')).toEqual([['Life Science Corridor France', 'Alsace BioValley']])
    expect(await leads('United States')).toEqual([
      ['Life Science Corridor France', 'Lyonbiopôle'],
      ['BioX4Clusters', null],
    ])
    expect(await leads('China')).toEqual([['BioX4Clusters', null]])
    expect(await leads('Brazil')).toEqual([['BioX4Clusters', null]])
    expect(await leads('Sweden')).toEqual([])
  })

  test('Kansai takes in its nine prefectures', async () => {
    const japan = await demo.call(marketRecords.read, {
      params: { id: await demo.found('markets', 'Japan') },
    })
    const [region] = japan.regions
    for (const name of 'Osaka Hyogo Kyoto Nara Shiga Wakayama Mie Fukui Tokushima Kobe'.split(' '))
      expect(region?.detail).toContain(name)
  })
})

describe('organisations and people', () => {
  test.each([
    ['bioMérieux', 'Lyonbiopôle', 'founder'],
    ['Becton Dickinson', 'Lyonbiopôle', 'founder'],
    ['Merial', 'Lyonbiopôle', 'founder'],
    ['Sanofi-Pasteur', 'Lyonbiopôle', 'founder'],
    ['BioAster', 'Lyonbiopôle', 'user'],
    ['bioMérieux', 'Cancer-Bio-Santé', 'member'],
    ['CNRS', 'Cancer-Bio-Santé', 'line_leader'],
    ['QIAGEN', 'Ipsogen', 'majority_owner'],
    ['Bioindustry Park Silvano Fumero', 'bioPmed', 'manager'],
    ['Région Rhône-Alpes', 'ERAI', 'founder'],
    ['Institut Gustave Roussy', 'Medicen Paris Region', 'member'],
    ['Food Valley NL', 'European Food Alliance', 'member'],
  ])('%s is to %s a %s', async (name, toName, role) => {
    const { affiliations } = await organisation(name)
    expect(affiliations).toContainEqual(expect.objectContaining({ toName, role }))
  })

  test.each([
    ['Nicolas Carboni', 'General manager', 'Alsace BioValley'],
    ['Bruno Bombarde', 'President', 'bioMérieux Japan'],
    ['Jean-Pierre Saintouil', 'General manager', 'Cancer-Bio-Santé'],
    ['Masahiro Nadamoto', 'President', 'Kansai Bio Promotion Council'],
    ['Luc Rousseau', 'Director general for enterprises', 'Direction Générale des Entreprises'],
    ['Alain Griot', 'Head of the office for technology partnerships', 'Direction Générale des Entreprises'],
    ['Alexandra Foissac', 'Press contact', 'VICBIOSTART'],
    ['Joannette Polo', 'Innovation attaché, Paris', 'Rijksdienst voor Ondernemend Nederland'],
    ['Céline Mainier', 'Coordinator of BioX4Clusters', 'ERAI'],
    ['Isabelle Scarabin', 'Director of economic and international affairs', 'Lyonbiopôle'],
  ])('%s is %s of %s', async (name, title, organisationName) => {
    const person = await demo.call(personRecords.read, { params: { id: await demo.found('people', name) } })
    expect(person.posts).toMatchObject([{ title, organisationName }])
  })

  test('every cluster of an alliance’s home side has a colour of its own', async () => {
    const { items } = await demo.call(organisationRecords.list, { query: { kind: 'cluster', limit: 200 } })
    const colours = items
      .filter(({ town }) => town !== 'Osaka' && town !== 'Kobe')
      .map(({ colour }) => colour)
    expect(colours).toHaveLength(11)
    expect(new Set(colours).size).toBe(11)
    expect(colours).not.toContain(null)
  })
})

describe('statements', () => {
  test.each<[RecordNoun, string, string, RegExp[]]>([
    ['organisations', 'Lyonbiopôle', 'Website', [/lyonbiopole\.com/, /lyonbiopole\.org/]],
    ['organisations', 'Lyonbiopôle', 'Members', [/317 members; over 160/, /More than 100 members/]],
    ['organisations', 'Atlanpôle Biothérapies', 'Region', [/Bretagne and Centre/, /Nantes/]],
    ['organisations', 'Alsace BioValley', 'Name', [/^Called Innovations Thérapeutiques/, /Alsace BioValley/]],
    ['organisations', 'Bioindustry Park Silvano Fumero', 'Name', [/del Canavese SpA/, /Silvano Fumero/]],
    [
      'organisations',
      'Kansai Bio Promotion Council',
      'Name',
      [/Promotion Council/, /Biomedical Cluster Kansai/],
    ],
    ['organisations', 'Merial', 'Name', [/Meril/]],
    ['alliances', 'Alps Bio Cluster', 'Region', [/six regions/, /Bavaria together with Oberbayern/]],
    ['alliances', 'Life Science Corridor France', 'Launch', [/4 December 2007/, /4 December 2007/]],
    ['agreements', kansai, 'Stage', [/finalised by signature/, /4 February 2008.*first/]],
    ['agreements', sanDiegoBoston, 'Stage', [/finalised by signature/, /June 2008/]],
    ['agreements', 'Partnership with Canada', 'Stage', [/soon/, /2008/]],
  ])('both stand where sources disagree: %s %s, %s', async (noun, name, topic, both) => {
    const bodies = await demo.said(noun, name, topic)
    for (const part of both) expect(bodies.some((body) => part.test(body))).toBe(true)
    expect(bodies.length).toBeGreaterThanOrEqual(both.length)
  })

  test.each<[RecordNoun, string, string, RegExp]>([
    ['alliances', 'Life Science Corridor France', 'Grant', /More than €300,000 over two years/],
    ['alliances', 'Life Science Corridor France', 'Grant', /PPTI 2007/],
    ['alliances', 'Life Science Corridor France', 'Planned event', /Bio-Japan.*15 to 17 October 2008/],
    ['alliances', 'Life Science Corridor France', 'Event', /4 December 2007, 11:00/],
    ['alliances', 'Life Science Corridor France', 'Target', /FP7/],
    ['alliances', 'Alps Bio Cluster', 'Grant', /€1,862,505.*76%.*€1,415,503\.80/],
    ['alliances', 'BioX4Clusters', 'Target', /at least 16 SMEs/],
    ['alliances', 'BioX4Clusters', 'Planned event', /exploratory trip to Brazil/],
    ['organisations', 'ERAI', 'Offices', /27 offices in 21 countries/],
    ['organisations', 'ERAI', 'Support instrument', /Implantis®/],
    ['organisations', 'Lyonbiopôle', 'Evaluation', /very well performing/],
    ['organisations', 'Lyonbiopôle', 'Start-ups', /14 start-ups/],
    [
      'organisations',
      'Lyonbiopôle',
      'Members',
      /30 investors, over 23 research groups, 100 research teams and four/,
    ],
    ['organisations', 'Alsace BioValley', 'Jobs and projects', /3,297/],
    ['organisations', 'Alsace BioValley', 'Jobs and projects', /473/],
    ['organisations', 'Nutrition Santé Longévité', 'Members', /24 large companies, 33 SMEs, 16 .*, 9 other/],
    ['organisations', 'EuroBioMed', 'Members', /39,000 students/],
    ['organisations', 'EuroBioMed', 'Project', /IDITOP/],
    ['organisations', 'Biocat', 'Members', /350/],
    ['organisations', 'BioM', 'Members', /320/],
    ['organisations', 'Rijksdienst voor Ondernemend Nederland', 'Pôles in France', /71 .*seven/],
    ['people', 'Céline Mainier', 'Contact', /celine\.mainier@era\.i\.org/],
  ])('%s %s: %s', async (noun, name, topic, figure) => {
    expect((await demo.said(noun, name, topic)).filter((body) => figure.test(body))).toHaveLength(1)
  })
})

describe('search', () => {
  test.each([
    ['lyonbiopole', 'Lyonbiopôle'],
    ['kobe', 'Cluster of Kobe'],
    ['kobe', 'Japan'],
    ['nadamotto', 'Masahiro Nadamoto'],
    ['innovations therapeutiques', 'Alsace BioValley'],
    ['cancer bio health', 'Cancer-Bio-Santé'],
  ])('“%s” finds %s', async (q, title) => {
    const { items } = await demo.call(searchAll, { query: { q } })
    expect(items.map((item) => item.title)).toContain(title)
  })
})
