import {
  countedText,
  definitionIn,
  shareText,
  targetText,
  titleIn,
} from '../../components/indicator/words.ts'
import { paperWords } from '../../components/paper/words.ts'
import type { ReportFigure } from '../../contract/reports.ts'
import commonEn from '../../i18n/en/common.ts'
import indicatorsEn from '../../i18n/en/indicators.ts'
import reportsEn from '../../i18n/en/reports.ts'
import commonFr from '../../i18n/fr/common.ts'
import indicatorsFr from '../../i18n/fr/indicators.ts'
import reportsFr from '../../i18n/fr/reports.ts'

/** Words and formats of a report in its language, whatever the screen's. */
export const wordsIn = paperWords(['reports', 'indicators', 'common'], {
  en: { reports: reportsEn, indicators: indicatorsEn, common: commonEn },
  fr: { reports: reportsFr, indicators: indicatorsFr, common: commonFr },
})
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
