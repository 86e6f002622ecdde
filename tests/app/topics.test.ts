import i18next from 'i18next'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Topic } from '../../mocks/seed/facts.ts'
import { topicOf, topicWords } from '../../src/components/dossier/topics.ts'
import en from '../../src/i18n/en/dossier.ts'
import fr from '../../src/i18n/fr/dossier.ts'

beforeAll(() =>
  i18next.init({ lng: 'fr', fallbackLng: false, resources: { en: { dossier: en }, fr: { dossier: fr } } }),
)
afterAll(() => i18next.changeLanguage('en'))

it('knows each topic of the demo', () => {
  const known: Record<Topic, string> = fr.topic
  expect(Object.keys(known)).toEqual(Object.keys(en.topic))
})

it('shows the usual topics in the reader’s language, others as they were typed', () => {
  expect(topicWords('Duration')).toBe('Durée')
  expect(topicWords('Prix des stands')).toBe('Prix des stands')
})

it('stores a usual topic by its one name, in whichever language it was typed', async () => {
  expect(topicOf(' durée ')).toBe('Duration')
  expect(topicOf('Prix des stands')).toBe('Prix des stands')
  await i18next.changeLanguage('en')
  expect(topicOf('duration')).toBe('Duration')
})
