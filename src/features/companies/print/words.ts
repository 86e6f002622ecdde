import i18next, { type i18n, type TFunction } from 'i18next'
import en from '../../../i18n/en/aid-papers.ts'
import { formatFor } from '../../../i18n/format.ts'
import fr from '../../../i18n/fr/aid-papers.ts'

/** The languages that papers about aid are printed in: each by its own name. */
export const paperLanguages = { en: 'English', fr: 'Français' } as const
export type PaperLanguage = keyof typeof paperLanguages

let papers: i18n | undefined

/** Words and formats of a paper in one language, whatever the screen's. */
export function wordsIn(language: PaperLanguage) {
  papers ??= i18next.createInstance(
    {
      lng: 'en',
      resources: { en: { 'aid-papers': en }, fr: { 'aid-papers': fr } },
      defaultNS: 'aid-papers',
      fallbackLng: false,
      initAsync: false,
      interpolation: { escapeValue: false },
    },
    () => {},
  )
  const t = papers.getFixedT(language, 'aid-papers') as TFunction<'aid-papers'>
  const f = formatFor(language)
  return { t, f, euros: (cents: number) => f.money({ minor: cents, currency: 'EUR' }) }
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
