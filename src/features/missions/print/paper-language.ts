import { paperWords } from '../../../components/paper/words.ts'
import en from '../../../i18n/en/programme.ts'
import fr from '../../../i18n/fr/programme.ts'
import ja from '../../../i18n/ja/programme.ts'
import { languageNames } from '../../../i18n/languages.ts'

/** The languages that a mission’s papers are printed in: its counterparts’ among them. */
export const programmeLanguages = { ...languageNames, ja: '日本語' } as const
export type ProgrammeLanguage = keyof typeof programmeLanguages

/** Words and formats of a mission’s paper in one language, whatever the screen's. */
export const wordsIn = paperWords('programme', {
  en: { programme: en },
  fr: { programme: fr },
  ja: { programme: ja },
})
export type Words = ReturnType<typeof wordsIn>
