import { paperWords } from '../../../components/paper/words.ts'
import en from '../../../i18n/en/aid-papers.ts'
import fr from '../../../i18n/fr/aid-papers.ts'
import type { Language } from '../../../i18n/languages.ts'

const papers = paperWords('aid-papers', { en: { 'aid-papers': en }, fr: { 'aid-papers': fr } })

/** Words and formats of a paper about aid in one language, whatever the screen's. */
export function wordsIn(language: Language) {
  const words = papers(language)
  return { ...words, euros: (cents: number) => words.f.money({ minor: cents, currency: 'EUR' }) }
}
export type Words = ReturnType<typeof wordsIn>

/** Which message names a regulation in full. */
const titles = {
  '(EC) 69/2001': 'r69',
  '(EC) 1998/2006': 'r1998',
  '(EU) 1407/2013': 'r1407',
  '(EU) 2023/2831': 'r2831',
} as const

/** A regulation by its full title; as it is where it has none. */
export function regulationTitle({ t }: Words, regulation: string): string {
  const key = titles[regulation as keyof typeof titles]
  return key ? t(`regulation.${key}`) : regulation
}
