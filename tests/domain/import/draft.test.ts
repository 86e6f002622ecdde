import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { importDraft } from '../../../src/contract/import-draft.ts'
import { isReady, noDefaults } from '../../../src/domain/import/draft.ts'
import { importFieldNames } from '../../../src/domain/import/fields.ts'
import { fingerprintOf, hasHeader, proposedMapping } from '../../../src/domain/import/mapping.ts'
import { draftOf } from '../../../src/domain/import/read-row.ts'
import { countryCode, mailAddress, partialDate, webAddress } from '../../../src/domain/import/values.ts'
import { draftsIn, tableIn } from '../../support/import-tables.ts'

const row = (fields: Record<string, string>, defaults = noDefaults) => {
  const headers = Object.keys(fields)
  const cells = Object.values(fields)
  return draftOf(cells, proposedMapping(headers, [cells]), defaults)
}

describe('a mail address alone', () => {
  it.each([
    ['anne@alpha.fr', 'email_alone'],
    ['info@alpha.fr', 'email_general'],
    ['Contact@alpha.fr', 'email_general'],
  ])('%s makes nobody', (email, code) => {
    const { draft, problems } = row({ 'Raison sociale': 'Alpha', Courriel: email })
    expect(draft).toMatchObject({ organisation: { name: 'Alpha' }, person: null })
    expect(problems).toMatchObject([{ field: 'email', code, severity: 'warning' }])
    expect(row({ Courriel: email }).problems).toMatchObject([{ code, severity: 'error' }])
    const named = row({ 'Raison sociale': 'Alpha', Dirigeant: 'Anne Alpha', Courriel: email })
    expect(named.draft.person).toMatchObject({ givenName: 'Anne', familyName: 'Alpha', email })
    expect(named.problems).toEqual([])
  })
})

describe('columns', () => {
  it.each<[string[], (string | null)[]]>([
    [
      ['Raison sociale', 'Site web', 'Adresse', 'Code postal', 'Ville', 'Pays', 'PIC'],
      ['name', 'website', 'street', 'postcode', 'town', 'country', 'pic'],
    ],
    [
      ['Firma', 'PLZ', 'Ort', 'Land'],
      ['name', 'postcode', 'town', 'country'],
    ],
    [
      ['Nom', 'Prénom', 'Société', 'Fonction', 'Courriel'],
      ['familyName', 'givenName', 'name', 'jobTitle', 'email'],
    ],
    [
      ['姓', '名', '会社名', '役職', '電子メール アドレス'],
      ['familyName', 'givenName', 'name', 'jobTitle', 'email'],
    ],
    ...[
      'Dirigeant',
      'Dirigeants',
      'Contact',
      'Nom du contact',
      'Interlocuteur',
      'Gérant',
      'Représentant légal',
      'Manager',
      'CEO',
      '代表者',
      '担当者',
    ].map((head): [string[], string[]] => [
      ['Raison sociale', head],
      ['name', 'personName'],
    ]),
    [
      ['Person ID', 'Full name', 'E-mail', 'Organisation', 'Corridor ID', 'Signatures'],
      ['personId', 'personName', 'email', 'name', 'id', null],
    ],
    [
      ['Identifiant de la personne', 'Nom complet', 'ふりがな', '備考'],
      ['personId', 'personName', 'reading', 'note'],
    ],
    [
      ['Company', 'Cluster', 'Member since', 'Mission', 'Participation'],
      ['name', 'cluster', 'memberFrom', 'mission', 'participationState'],
    ],
  ])('%j', (headers, fields) => expect(proposedMapping(headers, [])).toEqual(fields))

  it('name nobody where they say yes or no', async () => {
    expect(proposedMapping(['name', 'manager'], [['Alpha', 'false']])).toEqual(['name', null])
    expect(proposedMapping(['name', 'manager'], [['Alpha', 'Ada Alpha']])).toEqual(['name', 'personName'])
    const rows = await draftsIn('h2020-part.csv')
    expect(rows.every(({ draft }) => draft.person === null)).toBe(true)
  })

  it('are not what their headers say where they hold only figures', () => {
    const headers = ['name', 'topics', 'objective', 'postCode']
    expect(proposedMapping(headers, [['Alpha', '-0.0245209', '0', '0']])).toEqual(['name', null, null, null])
    expect(proposedMapping(headers, [['Alpha', 'Imaging', 'Drugs', '01000']])).toEqual([
      'name',
      'themes',
      'focus',
      'postcode',
    ])
  })

  it('knows addresses of mail and web by their cells', () => {
    expect(proposedMapping(['x', 'y', 'z'], [['a@b.fr', 'https://c.fr', 'FR']])).toEqual([
      'email',
      'website',
      'country',
    ])
  })

  it('does not believe a header whose cells can’t be that', () => {
    expect(
      proposedMapping(
        ['Name', 'Country'],
        [
          ['Alpha', '12,5'],
          ['Beta', '13,1'],
        ],
      ),
    ).toEqual(['name', null])
  })

  it('tells a header from a row', () => {
    expect(
      hasHeader([
        ['Name', 'Town'],
        ['A', 'B'],
      ]),
    ).toBe(true)
    expect(
      hasHeader([
        ['Alpha SA', 'Lyon', '1999'],
        ['Beta', 'Paris', '2001'],
      ]),
    ).toBe(false)
  })

  it('has one fingerprint for headers in any case', () => {
    expect(fingerprintOf(['Raison sociale', 'Ville'])).toBe(fingerprintOf(['RAISON SOCIALE', ' ville ']))
    expect(fingerprintOf(['Ville', 'Raison sociale'])).not.toBe(fingerprintOf(['Raison sociale', 'Ville']))
    expect(fingerprintOf([])).toMatch(/^[0-9a-f]{32}$/)
  })
})

describe('cells', () => {
  it.each([
    ['UK', 'GB'],
    ['EL', 'GR'],
    ['Allemagne', 'DE'],
    ['Vereinigtes Königreich', 'GB'],
    ['États-Unis', 'US'],
    ['日本', 'JP'],
    ['Nowhere', null],
  ])('country %s is %s', (text, code) => expect(countryCode(text)).toBe(code))
  it.each([
    ['2008', '2008'],
    ['04/02/2008', '2008-02-04'],
    ['4.2.2008', '2008-02-04'],
    ['02/2008', '2008-02'],
    ['2008-02-30', null],
    ['13/13/2008', null],
    ['2008-02-04 00:00', '2008-02-04'],
  ])('date %s is %s', (text, date) => expect(partialDate(text)).toBe(date))
  it.each([
    ['www.vumc.nl', 'https://www.vumc.nl'],
    ['http://a.fr/x', 'http://a.fr/x'],
    ['no site', null],
    ['javascript:alert(1)', null],
  ])('site %s is %s', (text, url) => expect(webAddress(text)).toBe(url))

  it('an address with two beginnings is mended, any other that is none is left out; the row goes in', () => {
    const address = 'http://https://www.ethz.ch/de.html'
    const [mended, unread] = [address, 'not one'].map((site) => row({ Name: 'ETH', Website: site }))
    expect(mended?.draft.organisation?.websites).toEqual(['https://www.ethz.ch/de.html'])
    expect(mended?.problems).toEqual([
      {
        column: 1,
        field: 'website',
        code: 'url_repaired',
        severity: 'repair',
        params: { from: address, to: 'https://www.ethz.ch/de.html' },
      },
    ])
    expect(unread?.draft.organisation?.websites).toEqual([])
    expect(unread?.problems).toMatchObject([{ column: 1, code: 'url', severity: 'warning' }])
    expect(isReady(unread?.problems ?? [])).toBe(true)
  })
  it.each([
    ['Jane <jane@x.fr>', 'jane@x.fr'],
    ['mailto:a@b.fr', 'a@b.fr'],
    ['a@b', null],
    ['two@@b.fr', null],
  ])('mail %s is %s', (text, mail) => expect(mailAddress(text)).toBe(mail))
})

describe('a row', () => {
  it('says what it says', () => {
    const { draft, problems } = row({
      'Raison sociale': 'Alpha SAS',
      SIRET: '732 829 320 00074',
      'Site web': 'alpha.fr',
      Ville: 'Lyon',
      Pays: 'France',
      Cluster: 'Lyonbiopôle',
      'Adhérent depuis': '2006',
      Mission: 'BioJapan 2008',
    })
    expect(problems).toEqual([])
    expect(draft).toMatchObject({
      organisation: {
        name: 'Alpha SAS',
        kinds: ['company'],
        kindSaid: false,
        country: 'FR',
        town: 'Lyon',
        websites: ['https://alpha.fr'],
        numbers: [{ scheme: 'siret', value: '73282932000074' }],
      },
      person: null,
      memberships: [{ cluster: 'Lyonbiopôle', from: '2006', to: null }],
      participation: { mission: 'BioJapan 2008', state: 'attended', since: null },
    })
  })

  it('says what is wrong, cell by cell, and keeps the row back', () => {
    const { problems } = row({
      Name: 'Alpha',
      SIREN: '732829321',
      Country: 'Atlantis',
      Email: 'x',
      Latitude: '99',
    })
    // Headers that their only cell contradicts are not proposed: these are.
    expect(problems.map(({ code }) => code)).toContain('number_check')
    expect(problems.map(({ code }) => code)).toContain('coordinate')
    expect(isReady(problems)).toBe(false)
  })

  it('without a name is nobody', () => {
    const { problems } = draftOf(['', 'Lyon'], ['name', 'town'])
    expect(problems).toEqual([{ column: null, field: 'name', code: 'nothing', severity: 'error' }])
  })

  it('warns of lost letters and tells of repaired ones', () => {
    const { draft, problems } = draftOf(['Soci\ufffdt\ufffd', 'M√ºnster'], ['name', 'town'])
    expect(draft.organisation).toMatchObject({ name: 'Soci\ufffdt\ufffd', town: 'Münster' })
    expect(problems).toEqual([
      { column: 0, field: 'name', code: 'lost_letters', severity: 'warning' },
      {
        column: 1,
        field: 'town',
        code: 'repaired',
        severity: 'repair',
        params: { from: 'M√ºnster', to: 'Münster' },
      },
    ])
    expect(isReady(problems)).toBe(true)
  })

  it('that is ready is one that the API takes, whatever its cells', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.constantFrom(...importFieldNames),
            fc.oneof(
              fc.string({ unit: 'binary', maxLength: 40 }),
              fc.string({ minLength: 280, maxLength: 420 }),
              fc.constantFrom('FR', 'a@b.fr', '2008-02-04', 'https://x.fr', 'Alpha', '12,5', '999621279'),
            ),
          ),
          { maxLength: 12 },
        ),
        (cells) => {
          const { draft, problems } = draftOf(
            cells.map(([, text]) => text),
            cells.map(([field]) => field),
          )
          if (isReady(problems)) expect(importDraft.safeParse(draft).error?.issues).toBeUndefined()
        },
      ),
      { numRuns: 3000 },
    ))
})

describe('files', () => {
  it('what French Excel writes: Windows-1252, semicolons, decimal commas', async () => {
    const { file, mapping } = await tableIn('organisations_cp1252_part.csv')
    expect(file).toMatchObject({
      kind: 'text',
      decoded: { encoding: 'windows-1252' },
      delimited: { separator: ';' },
    })
    expect(mapping).toEqual([
      'name',
      'website',
      'street',
      'postcode',
      'town',
      'country',
      'latitude',
      'longitude',
      null,
      'pic',
    ])
    const rows = await draftsIn('organisations_cp1252_part.csv')
    expect(rows).toHaveLength(40)
    expect(rows.every(({ problems }) => isReady(problems))).toBe(true)
    expect(rows[0]?.draft.organisation).toMatchObject({
      country: 'CA',
      latitude: 46.501891,
      numbers: [{ scheme: 'pic', value: '950590301' }],
    })
  })

  it('Japanese contacts in Shift_JIS', async () => {
    const { file } = await tableIn('ja_contacts_cp932_part.csv')
    expect(file).toMatchObject({ kind: 'text', decoded: { encoding: 'shift_jis', unread: 0 } })
    const rows = await draftsIn('ja_contacts_cp932_part.csv')
    expect(rows.every(({ problems }) => isReady(problems))).toBe(true)
    expect(rows[0]?.draft).toMatchObject({
      organisation: { name: 'AbbVie GK' },
      person: { familyName: '岩井', givenName: '恵理', jobTitle: '部長', email: 'contact001@example.jp' },
    })
  })

  it('a public list with the EU’s codes of countries', async () => {
    const rows = await draftsIn('imi-part.csv')
    expect(rows.every(({ problems }) => isReady(problems))).toBe(true)
    expect(rows.map(({ draft }) => draft.organisation?.country)).toContain('GB')
  })

  it('clusters with former names, members of an association', async () => {
    const clusters = await draftsIn('poles_sante_france.csv', {
      ...noDefaults,
      kind: 'cluster',
      country: 'FR',
    })
    expect(clusters[1]?.draft.organisation).toMatchObject({
      name: 'BioValley France',
      kinds: ['cluster'],
      country: 'FR',
      names: [{ name: 'Alsace BioValley', kind: 'former' }],
    })
    const members = await draftsIn('jpma_members_ca2016.csv')
    expect(members).toHaveLength(72)
    expect(members.every(({ problems }) => isReady(problems))).toBe(true)
  })

  it('a CRM’s contacts', async () => {
    const rows = await draftsIn('contacts-part.csv')
    expect(rows[0]?.draft).toMatchObject({
      organisation: { name: 'Gottlieb and Sons' },
      person: { givenName: 'Shelley', familyName: 'Kerluke' },
    })
  })
})
