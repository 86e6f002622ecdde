import type { TFunction } from 'i18next'
import i18next from 'i18next'

/**
 * What statements are about is stored as one word for one thing, in English where it is a usual one, so that statements
 * which disagree stand side by side whoever entered them. These are the usual ones in the reader's language.
 */
function usualTopics(): Record<string, string> {
  return i18next.getResource(i18next.language, 'dossier', 'topic') as Record<string, string>
}

/** A topic as the reader reads it. */
export const topicWords = (topic: string): string => usualTopics()?.[topic] ?? topic

/** A topic as it is stored, from what was typed. */
export function topicOf(typed: string): string {
  const words = typed.trim()
  const usual = Object.entries(usualTopics()).find(([, shown]) => same(shown, words))
  return usual?.[0] ?? words
}

/** The usual topics in the reader's language, for choosing one. */
export const topicChoices = (t: TFunction<'dossier'>): string[] =>
  Object.values(t('topic', { returnObjects: true })).sort((a, b) => a.localeCompare(b, i18next.language))

const same = (a: string, b: string) => a.localeCompare(b, i18next.language, { sensitivity: 'accent' }) === 0
