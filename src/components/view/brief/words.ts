import i18next, { type i18n, type TFunction } from 'i18next'
import briefEn from '../../../i18n/en/brief.ts'
import commonEn from '../../../i18n/en/common.ts'
import viewsEn from '../../../i18n/en/views.ts'
import { formatFor } from '../../../i18n/format.ts'
import briefFr from '../../../i18n/fr/brief.ts'
import commonFr from '../../../i18n/fr/common.ts'
import viewsFr from '../../../i18n/fr/views.ts'

/** The languages that a brief is printed in, each by its own name. */
export const briefLanguages = { en: 'English', fr: 'Français' } as const
export type BriefLanguage = keyof typeof briefLanguages

let papers: i18n | undefined

/** Words and formats of a brief in one language, whatever the screen's. */
export function wordsIn(language: BriefLanguage) {
  papers ??= i18next.createInstance(
    {
      lng: 'en',
      resources: {
        en: { brief: briefEn, views: viewsEn, common: commonEn },
        fr: { brief: briefFr, views: viewsFr, common: commonFr },
      },
      ns: ['brief', 'views', 'common'],
      defaultNS: 'brief',
      fallbackLng: false,
      initAsync: false,
      interpolation: { escapeValue: false },
    },
    () => {},
  )
  const t = papers.getFixedT(language, ['brief', 'views', 'common']) as TFunction<
    ['brief', 'views', 'common']
  >
  return { t, f: formatFor(language) }
}
export type Words = ReturnType<typeof wordsIn>
