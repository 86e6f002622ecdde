import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { broken, hasLostLetters, looksBroken, repaired } from '../../../src/domain/import/mojibake.ts'
import { draftsIn } from '../../support/import-tables.ts'

describe('broken letters', () => {
  it.each([
    ['SociÃ©tÃ© gÃ©nÃ©rale', 'Société générale'],
    ['M√ºnster', 'Münster'],
    ['Rƒ´ga', 'Rīga'],
    ['≈†marska cesta 4b', 'Šmarska cesta 4b'],
    ['ŒöŒùŒú', 'ΚΝΜ'],
    ['GEPACK ‚Äì EMPRESA', 'GEPACK – EMPRESA'],
    ['1¬∫ C', '1º C'],
    ['Ã  la carte', 'à la carte'],
  ])('%s was %s', (text, was) => expect(repaired(text)).toBe(was))

  it.each(['Société', 'Île-de-France', 'Straße', 'Ørsted', '大阪府', 'Ａ', '100 % √2', 'naïve', 'plain'])(
    'leaves %s as it is',
    (text) => expect(repaired(text)).toBeNull(),
  )

  it('leaves what has lost letters, and says so', () => {
    expect(repaired('Soci\ufffdt\ufffd')).toBeNull()
    expect(hasLostLetters('Soci\ufffdt\ufffd')).toBe(true)
    expect(repaired('SociÃ©t\ufffd')).toBeNull()
    expect(looksBroken('SociÃ©t\ufffd')).toBe(true)
  })

  it.each([
    'l’écologie',
    'd’été',
    'Lyon–Évian',
    'Luleå–Žilina',
    '—épuisé—',
    'cœur',
    '“échange”',
    'L’Haÿ–les–Roses',
  ])('leaves %s, which reads as something else too', (text) => expect(repaired(text)).toBeNull())

  const word = fc.oneof(
    fc.stringMatching(/^[a-zA-Zà-öø-þłŁ]{2,10}$/),
    fc.stringMatching(/^[α-ω]{2,8}$/),
    fc.stringMatching(/^[А-я]{2,8}$/),
    fc.stringMatching(/^[ぁ-ん]{1,6}$/),
  )
  const sentence = fc
    .array(fc.tuple(word, fc.constantFrom(' ', ', ', '. ', "'", '’', ' – ', '-')), {
      minLength: 1,
      maxLength: 5,
    })
    .map((parts) => parts.flat().join(''))

  it('reads back whatever was read wrongly', () =>
    fc.assert(
      fc.property(
        sentence,
        fc.constantFrom('windows-1252' as const, 'macintosh' as const, 'iso-8859-1' as const),
        (text, reading) => {
          const seen = broken(text, reading)
          expect(repaired(seen)).toBe(seen === text ? null : text)
        },
      ),
      { numRuns: 1000 },
    ))

  it('never worsens: what it gives could be broken again into what it got', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (text) => {
        const read = repaired(text)
        if (read === null) return
        expect(read).not.toContain('\ufffd')
        expect(read.length).toBeLessThan(text.length)
      }),
      { numRuns: 2000 },
    ))

  it('repairs every broken field of the public list', async () => {
    const rows = await draftsIn('h2020-part.csv')
    expect(rows).toHaveLength(46)
    const problems = rows.flatMap((row) => row.problems)
    expect(problems.filter(({ severity }) => severity === 'warning')).toEqual([])
    expect(problems.filter(({ code }) => code === 'repaired').length).toBeGreaterThanOrEqual(40)
    for (const { draft } of rows) expect(JSON.stringify(draft)).not.toMatch(/[√≈ƒ¬]/)
    expect(rows.map(({ draft }) => draft.organisation?.town)).toContain('Rīga')
  })
})
