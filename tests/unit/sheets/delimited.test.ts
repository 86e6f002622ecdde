import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../src/sheets/decode-text.ts'
import { readDelimited } from '../../../src/sheets/read-delimited.ts'
// Max Ogden and others, csv-spectrum (github.com/maxogden/csv-spectrum, BSD-2-Clause): each file with what is in it.
import spectrum from './csv-spectrum.json'

describe('csv-spectrum', () => {
  it.each(Object.entries(spectrum))('%s', async (_, { csv, rows }) => {
    const { rows: read, separator, isBroken } = await readDelimited(csv)
    const [head = [], ...rest] = read
    expect(rest.map((row) => Object.fromEntries(head.map((name, n) => [name, row[n]])))).toEqual(rows)
    expect({ separator, isBroken }).toEqual({ separator: ',', isBroken: false })
  })
})

describe('separated text', () => {
  it.each([
    ['comma', 'a,b,c\n1,"2,5",3', ',', ['1', '2,5', '3']],
    ['semicolon, with decimal commas', 'a;b;c\n1,50;2,25;3,75', ';', ['1,50', '2,25', '3,75']],
    ['tab', 'a\tb\tc\n1, 2\t3; 4\t5', '\t', ['1, 2', '3; 4', '5']],
    ['bar', 'a|b|c\n1|2|3', '|', ['1', '2', '3']],
    ['Excel’s first row', 'sep=;\r\na;b,c\r\n1;2,3', ';', ['1', '2,3']],
  ])('finds the separator: %s', async (_, text, separator, row) => {
    const table = await readDelimited(text)
    expect(table.separator).toBe(separator)
    expect(table.rows[1]).toEqual(row)
  })

  it('takes the separator it is told, and one column where there is none', async () => {
    expect((await readDelimited('a;b\n1;2', { separator: ',' })).rows).toEqual([['a;b'], ['1;2']])
    expect((await readDelimited('mail\na@example.org\nb@example.org')).rows).toHaveLength(3)
  })

  it('leaves empty rows out, and knows each row’s number in the file', async () => {
    expect(await readDelimited('a,b\n\n , \n1,2\n\n')).toMatchObject({
      rows: [
        ['a', 'b'],
        ['1', '2'],
      ],
      numbers: [1, 4],
    })
    expect((await readDelimited('sep=;\na;b\n1;2')).numbers).toEqual([2, 3])
  })

  it('says where a quote is never closed', async () => {
    expect((await readDelimited('a,b\n1,"2\n3,4')).isBroken).toBe(true)
  })

  it.each([
    [
      'around the end of it',
      '20;"ASSOCIATION "NATIONAL CENTRE"";26;',
      ['20', 'ASSOCIATION "NATIONAL CENTRE"', '26', ''],
    ],
    [
      'in its middle',
      '"TUMORI "GIOVANNI PAOLO" DI BARI";2;"x"',
      ['TUMORI "GIOVANNI PAOLO" DI BARI', '2', 'x'],
    ],
    ['with a separator between', '"ISTITUTO "A; B" C";2;3', ['ISTITUTO "A; B" C', '2', '3']],
    ['in a word', '"L"OREAL";2;3', ['L"OREAL', '2', '3']],
    ['around its first word', '"Foo" Ltd;"Bar";3', ['"Foo" Ltd', 'Bar', '3']],
    ['beside some that are doubled', '"A ""B"" "C" D";2;3', ['A "B" "C" D', '2', '3']],
  ])('takes quotes in a cell for letters: %s', async (_, flawed, cells) => {
    const head = cells.map((_, n) => `h${n}`).join(';')
    const sound = cells.map(() => '"a ""b""; c"').join(';')
    const { rows, isBroken } = await readDelimited([head, sound, flawed, sound].join('\r\n'), {
      separator: ';',
    })
    const whole = cells.map(() => 'a "b"; c')
    expect(rows.slice(1)).toEqual([whole, cells, whole])
    expect(isBroken).toBe(false)
  })
})

const bytes = (...values: number[]) => Uint8Array.from(values)
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const wide = (text: string, { big = false } = {}) =>
  Uint8Array.from(
    [...text].flatMap((letter) => {
      const code = letter.charCodeAt(0)
      return big ? [code >> 8, code & 255] : [code & 255, code >> 8]
    }),
  )
const hex = (text: string) => Uint8Array.from(text.match(/../g) ?? [], (two) => Number.parseInt(two, 16))

describe('the encoding of a text', () => {
  const french = 'Société;Pôle;Objet\r\nPylote;Lyonbiopôle;Déplacement à Osaka\r\n'

  it('is what its mark says, and the mark is gone', async () => {
    const marked = new TextEncoder().encode(`\ufeff${french}`)
    expect(await decodeText(marked)).toEqual({ text: french, encoding: 'utf-8', by: 'mark', unread: 0 })
    for (const big of [false, true])
      expect(await decodeText(wide(`\ufeff${french}`, { big }))).toEqual({
        text: french,
        encoding: big ? 'utf-16be' : 'utf-16le',
        by: 'mark',
        unread: 0,
      })
  })

  it('is UTF-8 where it is valid, UTF-16 where every second byte is zero', async () => {
    expect(await decodeText(new TextEncoder().encode(french))).toMatchObject({
      encoding: 'utf-8',
      by: 'proof',
    })
    expect(await decodeText(wide(french))).toMatchObject({ text: french, encoding: 'utf-16le', by: 'proof' })
    expect(await decodeText(wide(french, { big: true }))).toMatchObject({
      text: french,
      encoding: 'utf-16be',
    })
    expect(await decodeText(bytes())).toMatchObject({ text: '', encoding: 'utf-8' })
  })

  it('is Windows’ western one for what French Excel writes, however short', async () => {
    expect(await decodeText(latin(french))).toMatchObject({
      text: french,
      encoding: 'windows-1252',
      by: 'likelihood',
      unread: 0,
    })
    const euro = await decodeText(bytes(...latin('Café;12 '), 0x80))
    expect(euro.text).toBe('Café;12 €')
    expect((await decodeText(bytes(0xe9))).text).toBe('é')
  })

  const japanese =
    '会社名,担当者,備考\n大阪商工会議所,なだもと まさひろ,バイオのイベントについてのお問い合わせ\n関西バイオ推進会議,さいとう はなこ,ありがとうございました。またよろしくお願いします\n'
  it.each([
    [
      'shift_jis',
      '89ef8ed096bc2c925393968ed22c94f58d6c0a91e58de38fa48d4889ef8b638f8a2c82c882be82e082c62082dc82b382d082eb2c836f8343834982cc834383788393836782c982c282a282c482cc82a896e282a28d8782ed82b90a8ad690bc836f834383499084906989ef8b632c82b382a282c682a42082cd82c882b12c82a082e882aa82c682a482b282b482a282dc82b582bd814282dc82bd82e682eb82b582ad82a88ae882a282b582dc82b70a',
    ],
    [
      'euc-jp',
      'b2f1bcd2ccbe2cc3b4c5f6bcd42cc8f7b9cd0ac2e7bae5bea6b9a9b2f1b5c4bdea2ca4caa4c0a4e2a4c820a4dea4b5a4d2a4ed2ca5d0a5a4a5aaa4cea5a4a5d9a5f3a5c8a4cba4c4a4a4a4c6a4cea4aacce4a4a4b9e7a4efa4bb0ab4d8c0bea5d0a5a4a5aabfe4bfcab2f1b5c42ca4b5a4a4a4c8a4a620a4cfa4caa4b32ca4a2a4eaa4aca4c8a4a6a4b4a4b6a4a4a4dea4b7a4bfa1a3a4dea4bfa4e8a4eda4b7a4afa4aab4eaa4a4a4b7a4dea4b90a',
    ],
    [
      'iso-2022-jp',
      '1b244232713c524c3e1b28422c1b2442433445763c541b28422c1b24424877394d1b28420a1b244242673a653e263929327135443d6a1b28422c1b2442244a2440246224481b2842201b2442245e24352452246d1b28422c1b244225502524252a244e2524255925732548244b244424242446244e242a4c6424243967246f243b1b28420a1b24423458403e25502524252a3f643f4a327135441b28422c1b244224352424244824261b2842201b2442244f244a24331b28422c1b24422422246a242c24482426243424362424245e2437243f2123245e243f2468246d2437242f242a346a24242437245e24391b28420a',
    ],
  ])('is found for Japanese in %s', async (encoding, file) => {
    expect(await decodeText(hex(file))).toEqual({
      text: japanese,
      encoding,
      by: 'likelihood',
      unread: 0,
    })
  })

  it('is found for Russian', async () => {
    const file =
      'eaeeecefe0ede8ff3be3eef0eee40ad0eef1f1e8e9f1eae8e920f4eeede43bcceef1eae2e020e820d1e0edeaf22dcfe5f2e5f0e1f3f0e30a'
    const { text, encoding } = await decodeText(hex(file))
    expect({ encoding, text }).toEqual({
      encoding: 'windows-1251',
      text: 'компания;город\nРоссийский фонд;Москва и Санкт-Петербург\n',
    })
  })

  it('is the one chosen, and says what it could not read', async () => {
    expect(await decodeText(latin(french), { encoding: 'macintosh' })).toMatchObject({ by: 'choice' })
    const wrong = await decodeText(latin('é à'), { encoding: 'utf-8' })
    expect(wrong.unread).toBe(2)
  })
})
