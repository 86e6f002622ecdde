import briefEn from '../../../i18n/en/brief.ts'
import commonEn from '../../../i18n/en/common.ts'
import overviewEn from '../../../i18n/en/overview.ts'
import viewsEn from '../../../i18n/en/views.ts'
import briefFr from '../../../i18n/fr/brief.ts'
import commonFr from '../../../i18n/fr/common.ts'
import overviewFr from '../../../i18n/fr/overview.ts'
import viewsFr from '../../../i18n/fr/views.ts'
import { paperWords } from '../../paper/words.ts'

/** Words and formats of a brief in one language, whatever the screen's. */
export const wordsIn = paperWords(['brief', 'views', 'overview', 'common'], {
  en: { brief: briefEn, views: viewsEn, overview: overviewEn, common: commonEn },
  fr: { brief: briefFr, views: viewsFr, overview: overviewFr, common: commonFr },
})
export type Words = ReturnType<typeof wordsIn>
