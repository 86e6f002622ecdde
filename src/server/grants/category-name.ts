import type { Category, usualCategories } from '../../domain/grant.ts'

/** The usual categories' words in files that go to others, in the language asked for. */
const words: Record<'en' | 'fr', Record<(typeof usualCategories)[number], string>> = {
  en: {
    personnel: 'Personnel',
    travel: 'Travel',
    subcontracting: 'Subcontracting',
    equipment: 'Equipment',
    events: 'Events',
    other: 'Other',
  },
  fr: {
    personnel: 'Personnel',
    travel: 'Déplacements',
    subcontracting: 'Sous-traitance',
    equipment: 'Équipement',
    events: 'Événements',
    other: 'Autre',
  },
}

/** What a category is called: as the grant says, else by the usual word, else by its key. */
export function categoryName(key: string, categories: readonly Category[], language: 'en' | 'fr'): string {
  const usual: Record<string, string> = words[language]
  return categories.find((category) => category.key === key)?.name ?? usual[key] ?? key
}
