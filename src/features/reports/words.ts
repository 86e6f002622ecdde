import i18next, { type i18n, type TFunction } from 'i18next'
import {
  countedText,
  definitionIn,
  shareText,
  targetText,
  titleIn,
} from '../../components/indicator/words.ts'
import type { ReportFigure } from '../../contract/reports.ts'
import commonEn from '../../i18n/en/common.ts'
import indicatorsEn from '../../i18n/en/indicators.ts'
import reportsEn from '../../i18n/en/reports.ts'
import { formatFor } from '../../i18n/format.ts'
import commonFr from '../../i18n/fr/common.ts'
import indicatorsFr from '../../i18n/fr/indicators.ts'
import reportsFr from '../../i18n/fr/reports.ts'

export const paperLanguages = { en: 'English', fr: 'Français' } as const
export type PaperLanguage = keyof typeof paperLanguages

let papers: i18n | undefined

/** Words and formats of a report in its language, whatever the screen's. */
export function wordsIn(language: PaperLanguage) {
  papers ??= i18next.createInstance(
    {
      lng: 'en',
      resources: {
        en: { reports: reportsEn, indicators: indicatorsEn, common: commonEn },
        fr: { reports: reportsFr, indicators: indicatorsFr, common: commonFr },
      },
      ns: ['reports', 'indicators', 'common'],
      defaultNS: 'reports',
      fallbackLng: false,
      initAsync: false,
      interpolation: { escapeValue: false },
    },
    () => {},
  )
  const t = papers.getFixedT(language, ['reports', 'indicators', 'common']) as TFunction<
    ['reports', 'indicators', 'common']
  >
  return { t, f: formatFor(language) }
}
export type Words = ReturnType<typeof wordsIn>

/** What a figure is called: the indicator by its own title, else its measure. */
export const figureTitle = ({ t, f }: Words, { measure, indicator }: ReportFigure): string =>
  indicator ? titleIn(f.language, indicator) : t(`indicators:measure.${measure}`)

/** What a figure counts: as the indicator says, else as its measure does. */
export const figureMeans = ({ t, f }: Words, { measure, indicator }: ReportFigure): string =>
  (indicator && definitionIn(f.language, indicator)) || t(`indicators:means.${measure}`)

/** What it comes to, against the target where there is one. */
export function figureValue({ t, f }: Words, figure: ReportFigure): string {
  const { measure, indicator, actual, reachedBp } = figure
  const told = countedText(f, measure, figure)
  const target = indicator && targetText(f, indicator)
  if (!indicator || !target || actual === null || reachedBp === null) return told
  const counted =
    indicator.currency === null ? f.number(actual) : f.money({ minor: actual, currency: indicator.currency })
  return t('of', { actual: counted, target, share: shareText(f, reachedBp) })
}
