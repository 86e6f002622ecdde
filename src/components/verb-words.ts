import i18next, { type TFunction } from 'i18next'

/** "Agreement signed", from the operation's id. */
export function verbWords(verb: string, t: TFunction<'history'>): string {
  // Verbs have a dot in their name, which is the separator of keys.
  const words = i18next.getResource(i18next.language, 'history', 'verb') as Record<string, string> | undefined
  return words?.[verb] ?? t('verb.other')
}
