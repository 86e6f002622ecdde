import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparable, likeness } from '../../../src/domain/matching/names.ts'
import {
  matchOrganisations,
  type OrganisationTraits,
  prepared,
} from '../../../src/domain/matching/organisations.ts'
import { webDomain } from '../../../src/domain/matching/web-domain.ts'

const match = (a: OrganisationTraits, b: OrganisationTraits) => matchOrganisations(prepared(a), prepared(b))
const keysOf = (match: ReturnType<typeof matchOrganisations>) => match.reasons.map(({ key }) => key)

describe('names', () => {
  it.each([
    ['Lyon Biopôle', 'LYONBIOPOLE'],
    ['AbbVie GK', 'AbbVie Inc.'],
    ['AstraZeneca K.K.', 'ASTRAZENECA KK'],
    ['CHUGAI PHARMACEUTICAL CO., LTD.', 'Chugai Pharmaceutical'],
    ['Orion Santé S.A.R.L.', 'ORION SANTE SARL'],
    ['Müller GmbH & Co. KG', 'Muller'],
    ['Röchling A/S', 'ROCHLING AS'],
    ['Kolektor Group d.o.o.', 'Kolektor Group'],
    ['Enel S.p.A.', 'ENEL SPA'],
    ['Enel S.pA', 'ENEL SPA'],
    ['株式会社アステラス', 'アステラス'],
    ['ＮＴＴ㈱', 'NTT'],
    ['SAS Dupont', 'Dupont'],
  ])('%s is %s', (a, b) => expect(comparable(a).compact).toBe(comparable(b).compact))

  it('keeps a name that is nothing but a form', () => {
    expect(comparable('Company').compact).toBe('company')
    expect(comparable('The Company Ltd').words.length).toBeGreaterThan(0)
    expect(comparable('S.A.').compact).toBe('sa')
  })

  it('knows the forms', () => {
    expect(comparable('Geospatiumlab SL').form).toBe('sl')
    expect(comparable('Atlas.Paris').words).toEqual(['atlas', 'paris'])
    expect(comparable('Pfizer Limited').form).toBe('ltd')
    expect(comparable('Université de Lyon').form).toBeNull()
  })

  it('is as alike one way as the other, and wholly to itself', () =>
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(likeness(a, b)).toBe(likeness(b, a))
        expect(likeness(a, a)).toBe(1)
        expect(likeness(a, b)).toBeGreaterThanOrEqual(0)
        expect(likeness(a, b)).toBeLessThanOrEqual(1)
      }),
    ))

  it('compares any text', () =>
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => void comparable(name))))
})

describe('domains', () => {
  it.each([
    ['https://www.vumc.nl', 'vumc.nl'],
    ['http://www.pfizer.co.uk/en?x=1', 'pfizer.co.uk'],
    ['jane.doe@lab.cnrs.fr', 'cnrs.fr'],
    ['www.noveka.org', 'noveka.org'],
    ['someone@gmail.com', null],
    ['https://www.linkedin.com/company/x', null],
    ['no address', null],
    ['http://192.168.0.1/', null],
  ])('%s is of %s', (address, domain) => expect(webDomain(address)).toBe(domain))
})

describe('the score', () => {
  it('takes two for one by name and place, and says why', () => {
    const found = match(
      { name: 'Orion Santé SARL', country: 'FR', town: 'Le Plessis-Robinson' },
      { name: 'ORION SANTE', country: 'FR', town: 'LE PLESSIS ROBINSON CEDEX' },
    )
    expect(found.verdict).toBe('same')
    expect(found.reasons).toEqual([
      { key: 'name', weight: 65 },
      { key: 'town', weight: 12 },
      { key: 'country', weight: 10 },
    ])
    expect(found.score).toBe(87)
  })

  it('takes a number of a register for proof, a SIRET for its SIREN', () => {
    const found = match(
      { name: 'Nom ancien', numbers: [{ scheme: 'siret', value: '73282932000074' }], country: 'FR' },
      { name: 'Tout autre', numbers: [{ scheme: 'vat', value: 'FR44732829320' }], country: 'FR' },
    )
    expect(found).toMatchObject({ verdict: 'same', score: 85 })
    expect(keysOf(found)).toContain('number')
  })

  it('tells two companies of one name apart by number, country, form or numeral', () => {
    const name = 'Novea'
    expect(match({ name, country: 'FR' }, { name, country: 'IT' }).verdict).not.toBe('same')
    expect(
      match(
        { name, numbers: [{ scheme: 'siren', value: '732829320' }] },
        { name, numbers: [{ scheme: 'siren', value: '552100554' }] },
      ).verdict,
    ).toBe('new')
    expect(match({ name: 'Université Paris 3' }, { name: 'Université Paris 5' }).verdict).toBe('new')
    expect(match({ name: 'Bayer AG', country: 'DE' }, { name: 'Bayer GmbH', country: 'DE' }).verdict).toBe(
      'perhaps',
    )
  })

  it('finds a body by a former name, and names it', () => {
    const found = match(
      { name: 'Alsace BioValley', country: 'FR' },
      { name: 'BioValley France', country: 'FR', names: [{ name: 'Alsace BioValley', kind: 'former' }] },
    )
    expect(found.verdict).toBe('perhaps')
    expect(found.reasons[0]).toEqual({ key: 'formerName', weight: 62, params: { name: 'Alsace BioValley' } })
  })

  it('takes a domain into account, of a mail address too', () => {
    const found = match(
      { name: 'Noveka', addresses: ['jane@noveka.org'] },
      { name: 'Novéka', addresses: ['https://www.noveka.org/'] },
    )
    expect(found).toMatchObject({ verdict: 'same', score: 100 })
  })

  it('leaves two strangers new', () =>
    expect(match({ name: 'Pfizer', country: 'FR' }, { name: 'Sanofi', country: 'FR' }).verdict).toBe('new'))

  const traits = fc.record({
    name: fc.stringMatching(/^[A-Za-zéü ]{1,12}( SA| GmbH| Ltd)?$/),
    country: fc.constantFrom('FR', 'DE', null),
    town: fc.constantFrom('Lyon', 'Lyon Cedex 3', 'Paris', null),
    addresses: fc.array(fc.constantFrom('https://a.fr', 'x@b.com'), { maxLength: 2 }),
    names: fc.array(fc.record({ name: fc.constantFrom('Alpha', 'Beta'), kind: fc.constant('former') }), {
      maxLength: 1,
    }),
  })

  it('does not depend on who is compared with whom', () =>
    fc.assert(
      fc.property(traits, traits, (a, b) => {
        const [one, other] = [match(a, b), match(b, a)]
        expect(one.score).toBe(other.score)
        expect(one.score).toBeGreaterThanOrEqual(0)
        expect(one.score).toBeLessThanOrEqual(100)
      }),
    ))

  it('is explained whole: the weights add up to it', () =>
    fc.assert(
      fc.property(traits, traits, (a, b) => {
        const { score, reasons } = match(a, b)
        const sum = reasons.reduce((total, { weight }) => total + weight, 0)
        expect(score).toBe(Math.max(0, Math.min(100, sum)))
      }),
    ))
})
