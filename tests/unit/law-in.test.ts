import { describe, expect, it } from 'vitest'
import { aidRegimes, fairsRules, lawOf } from '../../src/domain/de-minimis-regimes.ts'
import { lawIn } from '../../src/domain/law-in.ts'

const inFrench = (law: string) => lawIn(law, 'fr').replaceAll('\u00a0', ' ')

describe('provisions in French', () => {
  it.each([
    ['(EC) 69/2001', '(CE) n° 69/2001'],
    ['(EC) 1998/2006', '(CE) n° 1998/2006'],
    ['(EU) 1407/2013', '(UE) n° 1407/2013'],
    // Numbered by year first since 2015.
    ['(EU) 2023/2831', '(UE) 2023/2831'],
    ['(EC) 70/2001, Article 5(b)', '(CE) n° 70/2001, article 5, point b)'],
    ['(EC) 800/2008, Article 27', '(CE) n° 800/2008, article 27'],
    ['(EU) 2023/2831, Article 3(2)', '(UE) 2023/2831, article 3, paragraphe 2'],
    ['TEC, Article 87(1)', 'TCE, article 87, paragraphe 1'],
    ['TFEU, Article 107(1)', 'TFUE, article 107, paragraphe 1'],
  ])('%s is %s', (law, french) => {
    expect(inFrench(law)).toBe(french)
    expect(lawIn(law, 'en')).toBe(law)
  })

  it('leave no English in any that is cited', () => {
    const cited = [
      ...aidRegimes.map(({ regulation, articles }) => `${regulation}, Article ${articles.ceiling}`),
      ...fairsRules.map(({ law }) => law),
      ...['2008-02-04', '2012-01-01', '2026-01-01'].flatMap((day) => lawOf('direct_eu', day) ?? []),
    ]
    for (const law of cited) expect(inFrench(law)).not.toMatch(/\(E[CU]\)|Article|^T[EF]E/)
  })
})
