import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bareNumber, frenchVatOf, numberFlaw, sirenIn } from '../../src/domain/registration-numbers.ts'

const flaw = (scheme: Parameters<typeof numberFlaw>[0], value: string) =>
  numberFlaw(scheme, bareNumber(value))

describe('SIREN and SIRET', () => {
  it.each([
    // INSEE's own example, and La Poste.
    ['siren', '732 829 320', null],
    ['siren', '732829321', 'number_check'],
    ['siren', '73282932', 'number_length'],
    ['siren', '73282932A', 'number_format'],
    ['siret', '732 829 320 00074', null],
    ['siret', '73282932000075', 'number_check'],
    ['siret', '732829320', 'number_length'],
  ] as const)('%s %s: %s', (scheme, value, expected) => {
    expect(flaw(scheme, value)).toBe(expected)
  })

  it('of La Poste have a sum of digits that five divides, but for its seat', () => {
    expect(flaw('siren', '356 000 000')).toBeNull()
    expect(flaw('siret', '356 000 000 00048')).toBeNull()
    expect(flaw('siret', '356 000 000 49837')).toBeNull()
    expect(flaw('siret', '356 000 000 49838')).toBe('number_check')
  })

  it('find every wrong digit', () => {
    fc.assert(
      fc.property(fc.nat(8), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const digits = [...'732829320']
        digits[at] = String((Number(digits[at]) + by) % 10)
        expect(flaw('siren', digits.join(''))).toBe('number_check')
      }),
    )
  })
})

describe('VAT numbers', () => {
  it.each([
    'ATU13585627',
    'BE 0403.019.261',
    'BG175074752',
    'CY 10259033P',
    'CZ25123891',
    'DE 136 695 976',
    'DK13585628',
    'EE100931558',
    'EL094259216',
    'ES B-58378431',
    'FI20774740',
    'FR 40 303 265 045',
    'HR33392005961',
    'HU12892312',
    'IE6433435F',
    'IT 00743110157',
    'LT119511515',
    'LU15027442',
    'LV40003521600',
    'MT11679112',
    'NL 4495445B01',
    'PL8567346215',
    'PT501964843',
    'RO18547290',
    'SE556188840401',
    'SI50223054',
    'SK2022749619',
  ])('%s is one', (value) => {
    expect(flaw('vat', value)).toBeNull()
  })

  it.each([
    ['FR41303265045', 'number_check'],
    ['FR40303265046', 'number_check'],
    ['DE136695977', 'number_check'],
    ['IT0074311015', 'number_length'],
    ['US123456789', 'number_country'],
    ['40303265045', 'number_country'],
    ['FRFR40303265045', 'number_format'],
    ['FR', 'number_country'],
    ['', 'number_country'],
  ])('%s is none: %s', (value, expected) => {
    expect(flaw('vat', value)).toBe(expected)
  })

  it('of France are made from the SIREN, and give it back', () => {
    expect(frenchVatOf('303265045')).toBe('FR40303265045')
    expect(frenchVatOf('732829320')).toBe('FR44732829320')
    expect(sirenIn('vat', 'FR40303265045')).toBe('303265045')
    expect(sirenIn('siret', '73282932000074')).toBe('732829320')
    expect(sirenIn('vat', 'DE136695976')).toBeNull()
  })
})

it('a PIC has nine digits, any other number may be anything', () => {
  expect(flaw('pic', '999 997 930')).toBeNull()
  expect(flaw('pic', '99999793')).toBe('number_format')
  expect(flaw('other', 'HRB 1234 B')).toBeNull()
})

it('any text gets an answer', () => {
  const prefixes = ['', 'AT', 'BG', 'ES', 'FR', 'IE', 'NL', 'XX']
  fc.assert(
    fc.property(fc.constantFrom(...prefixes), fc.string({ unit: 'binary' }), (prefix, text) => {
      for (const scheme of ['siren', 'siret', 'vat', 'pic'] as const) flaw(scheme, prefix + text)
      expect(numberFlaw('other', text)).toBeNull()
    }),
  )
})
