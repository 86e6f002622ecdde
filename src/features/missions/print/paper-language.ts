import i18next, { type i18n, type TFunction } from 'i18next'
import en from '../../../i18n/en/programme.ts'
import { formatFor } from '../../../i18n/format.ts'
import fr from '../../../i18n/fr/programme.ts'
import ja from '../../../i18n/ja/programme.ts'

/** The languages that papers are printed in, whatever the screen's: each by its own name. */
export const paperLanguages = { en: 'English', fr: 'Français', ja: '日本語' } as const
export type PaperLanguage = keyof typeof paperLanguages

let papers: i18n | undefined

/** Words and formats of a paper in one language, with which a sheet is written. */
export function wordsIn(language: PaperLanguage) {
  papers ??= i18next.createInstance(
    {
      lng: 'en',
      resources: { en: { programme: en }, fr: { programme: fr }, ja: { programme: ja } },
      defaultNS: 'programme',
      fallbackLng: false,
      initAsync: false,
      interpolation: { escapeValue: false },
    },
    () => {},
  )
  const t = papers.getFixedT(language, 'programme') as TFunction<'programme'>
  return { t, f: formatFor(language), language }
}
export type Words = ReturnType<typeof wordsIn>
