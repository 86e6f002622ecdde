import { paperWords } from '../../../components/paper/words.ts'
import type { CivilDate } from '../../../domain/partial-date.ts'
import en from '../../../i18n/en/aid-papers.ts'
import fr from '../../../i18n/fr/aid-papers.ts'
import type { Language } from '../../../i18n/languages.ts'

const papers = paperWords('aid-papers', { en: { 'aid-papers': en }, fr: { 'aid-papers': fr } })

/** Words and formats of a paper about aid in one language, whatever the screen's. */
export function wordsIn(language: Language) {
  const words = papers(language)
  const longDates = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  })
  return {
    ...words,
    euros: (cents: number) => words.f.money({ minor: cents, currency: 'EUR' }),
    /** A day as letters have it: "4 February 2008", "4 février 2008", "1er mars 2024". */
    longDate: (day: CivilDate) => {
      const text = longDates.format(new Date(`${day}T12:00:00Z`))
      return language === 'fr' ? text.replace(/^1(?= )/, '1er') : text
    },
  }
}
export type Words = ReturnType<typeof wordsIn>

/** Which message names a regulation in full. */
const titles = {
  '(EC) 69/2001': 'r69',
  '(EC) 1998/2006': 'r1998',
  '(EU) 1407/2013': 'r1407',
  '(EU) 2023/2831': 'r2831',
} as const

/** Whom a regulation gives its ceiling to: the "single undertaking" is of 2014 ((EU) 1407/2013, Article 2(2)). */
export const singleSince = '2014-01-01'

/** A regulation by its full title; as it is where it has none. */
export function regulationTitle({ t }: Words, regulation: string): string {
  const key = titles[regulation as keyof typeof titles]
  return key ? t(`regulation.${key}`) : regulation
}
