import briefEn from '../../../i18n/en/brief.ts'
import commonEn from '../../../i18n/en/common.ts'
import viewsEn from '../../../i18n/en/views.ts'
import briefFr from '../../../i18n/fr/brief.ts'
import commonFr from '../../../i18n/fr/common.ts'
import viewsFr from '../../../i18n/fr/views.ts'
import { paperWords } from '../../paper/words.ts'

/** Words and formats of a brief in one language, whatever the screen's. */
export const wordsIn = paperWords(['brief', 'views', 'common'], {
  en: { brief: briefEn, views: viewsEn, common: commonEn },
  fr: { brief: briefFr, views: viewsFr, common: commonFr },
})
export type Words = ReturnType<typeof wordsIn>
