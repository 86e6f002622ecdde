import { english } from './english.ts'
import { french } from './french.ts'

/** The same keys, whatever the language says. */
type Texts<T> = { [Key in keyof T]: T[Key] extends string ? string : Texts<T[Key]> }

export type AuditWords = Texts<typeof english>

/** The file's words: it goes to others, who read it in the language asked for. */
export const auditWords: Record<'en' | 'fr', AuditWords> = { en: english, fr: french }
