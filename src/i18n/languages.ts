import type { languages } from '../contract/workspace.ts'

export type Language = (typeof languages)[number]

/** Each language by its own name, as its readers look for it. */
export const languageNames: Record<Language, string> = { en: 'English', fr: 'Français' }

const place = 'corridor.language'

export const isLanguage = (text: string | null | undefined): text is Language =>
  text === 'en' || text === 'fr'

/** What the reader chose here before, else what their browser asks for, else English. */
export function preferredLanguage(): Language {
  const chosen = chosenLanguage()
  if (chosen) return chosen
  const wanted = navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage)
  return wanted ?? 'en'
}

/** The reader's own choice in this browser, which comes before the workspace's language. */
export function chosenLanguage(): Language | null {
  try {
    const kept = localStorage.getItem(place)
    return isLanguage(kept) ? kept : null
  } catch {
    return null
  }
}

export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(place, language)
  } catch {
    // Without storage the choice holds until the page is closed.
  }
}
