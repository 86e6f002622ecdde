import { describe, expect, it } from 'vitest'
import { draftOf } from '../../../src/domain/import/read-row.ts'
import { cardColumns, cardRows, isCards } from '../../../src/domain/import/vcard.ts'
import { draftsIn, draftsOfCards, importFile } from '../../support/import-tables.ts'

const card = (...lines: string[]) => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n')
const first = (text: string) => {
  const [row = []] = cardRows(text)
  return Object.fromEntries(cardColumns.map((column, n) => [column, row[n]]).filter(([, value]) => value))
}

describe('cards', () => {
  it('of 2.1, with quoted-printable lines that go on', () => {
    const text = card(
      'VERSION:2.1',
      'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Fran=C3=A7ois;Ren=',
      '=C3=A9;;;',
      'ORG;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Soci=E9t=E9;Ventes',
      'TEL;HOME;FAX:1',
      'TEL;CELL:2',
      'EMAIL;PREF;INTERNET:rene@societe.fr',
    )
    expect(first(text)).toEqual({
      familyName: 'François',
      givenName: 'René',
      name: 'Société',
      phone: '2',
      email: 'rene@societe.fr',
    })
  })

  it('of 4.0, with groups, quotes and escapes', () => {
    const text = card(
      'VERSION:4.0',
      'FN:Dr. Ada Doe',
      'N:Doe;Ada;;Dr.;',
      'item1.ORG;SORT-AS="Acme: Sons":Acme\\; Sons\\, Ltd;R&D',
      'TEL;VALUE=uri;TYPE="voice,work":tel:+33-1',
      'item2.ADR;TYPE=work:;;1\\, rue X\\nHall 2;Lyon;;69000;France',
      'URL:https://acme.example/a',
    )
    expect(first(text)).toMatchObject({
      name: 'Acme; Sons, Ltd',
      street: '1, rue X\nHall 2',
      town: 'Lyon',
      postcode: '69000',
      country: 'France',
      website: 'https://acme.example/a',
    })
  })

  it('tell how a name is read, and what was remarked', () => {
    const phonetic = card(
      'VERSION:3.0',
      'N:山田;太郎;;;',
      'X-PHONETIC-LAST-NAME:やまだ',
      'X-PHONETIC-FIRST-NAME:たろう',
      'ORG:Acme',
      'NOTE:Met at BioJapan\\nspeaks French',
    )
    expect(first(phonetic)).toMatchObject({
      reading: 'やまだ たろう',
      note: 'Met at BioJapan\nspeaks French',
    })
    const [{ draft } = { draft: null }] = [draftOf(cardRows(phonetic)[0] ?? [], cardColumns)]
    expect(draft?.notes).toEqual(['ふりがな: やまだ たろう', 'Met at BioJapan\nspeaks French'])
    const sorted = (by: string) => first(card('VERSION:4.0', `N;SORT-AS="${by}":高橋;花子;;;`)).reading
    expect(sorted('Takahashi,Hanako')).toBe('Takahashi Hanako')
    expect(first(card('VERSION:3.0', 'N:van der Harten;Rene', 'SORT-STRING:Harten')).reading).toBeUndefined()
  })

  it('are known by how they begin', () => {
    expect(isCards('\ufeffBEGIN:VCARD\n')).toBe(true)
    expect(isCards('Name,Town\n')).toBe(false)
  })

  it.each(
    [
      'JOHN',
      'BLACK_BERRY',
      'EVOLUTION',
      'GMAIL',
      'IPHONE',
      'LOTUS_NOTES',
      'MAC_ADDRESS_BOOK',
      'MS_OUTLOOK',
    ].slice(1),
  )('of %s', (program) => {
    const [found] = draftsOfCards(`vcard/John_Doe_${program}.vcf`)
    expect(found?.draft.person).toMatchObject({ familyName: 'Doe' })
    expect(found?.draft.person?.givenName?.toLowerCase()).toBe('john')
    expect(found?.draft.organisation?.name).toBe(program === 'BLACK_BERRY' ? 'Acme Solutions' : 'IBM')
    expect(found?.problems.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('of Android: several in a file, names in quoted-printable', () => {
    const people = draftsOfCards('vcard/John_Doe_ANDROID.vcf').map(({ draft }) => draft.person)
    // An address alone names nobody.
    expect(people[0]).toBeNull()
    expect(people.filter((person) => person?.familyName.startsWith('Ñ Ñ')).length).toBeGreaterThanOrEqual(2)
  })
})

describe('address books give what their cards give', () => {
  it.each(['gmail', 'tb_plain', 'all', 'outlook', 'email'])('%s', async (name) => {
    const rows = await draftsIn(`${name}.csv`)
    const cards = draftsOfCards(`${name}.vcf`)
    const cardsText = new TextDecoder().decode(importFile(`${name}.vcf`))
    expect(rows).toHaveLength(cards.length)
    for (const [n, { draft }] of rows.entries()) {
      const wanted = cards[n]?.draft
      // Of several addresses a card's kind of each says which is the one for work.
      if (draft.person) expect(cardsText).toContain(draft.person.email)
      expect(draft.person?.familyName).toBe(wanted?.person?.familyName)
      expect(draft.person?.givenName).toBe(wanted?.person?.givenName)
      expect(draft.organisation?.name ?? null).toBe(wanted?.organisation?.name ?? null)
    }
  })
})
