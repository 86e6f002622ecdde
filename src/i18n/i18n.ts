import i18next, { type BackendModule, type ResourceKey } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { keepLanguage, type Language, preferredLanguage } from './languages.ts'
import type { Namespace } from './namespaces.ts'
import { typeset } from './typeset.ts'

type Boot = Record<string, ResourceKey>
type MessagesFile = { default: ResourceKey }

const boot: Record<Language, () => Promise<{ default: Boot }>> = {
  en: () => import('./boot-en.ts'),
  fr: () => import('./boot-fr.ts'),
}
const bootNamespaces = ['app', 'common', 'ui']

const files = import.meta.glob<MessagesFile>([
  './{en,fr}/*.ts',
  '!./{en,fr}/app.ts',
  '!./{en,fr}/common.ts',
  '!./{en,fr}/ui.ts',
])

/** Only the language in use is loaded, namespace by namespace. */
const backend: BackendModule = {
  type: 'backend',
  init() {},
  async read(language, namespace) {
    return typeset(language, await messagesOf(language as Language, namespace))
  },
}

async function messagesOf(language: Language, namespace: string): Promise<ResourceKey> {
  if (bootNamespaces.includes(namespace)) return (await boot[language]()).default[namespace] as ResourceKey
  const load = files[`./${language}/${namespace}.ts`]
  if (!load) throw new Error(`There are no ${language} messages "${namespace}"`)
  return (await load()).default
}

i18next.on('languageChanged', (language) => {
  document.documentElement.lang = language
})

/** Readies the messages that every screen shows, in the reader's language. */
export async function startI18n(language: Language = preferredLanguage()): Promise<void> {
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: language,
      supportedLngs: ['en', 'fr'],
      fallbackLng: false,
      // A copy: i18next adds the namespaces that are asked for later.
      ns: [...bootNamespaces],
      defaultNS: 'common',
      partialBundledLanguages: true,
      interpolation: { escapeValue: false },
      returnNull: false,
      react: { useSuspense: true },
    })
}

/** Loads a screen's messages ahead of its rendering. */
export const loadMessages = (namespaces: readonly Namespace[]): Promise<void> =>
  i18next.loadNamespaces(namespaces as string[])

/** Switches the language, and remembers it in this browser. */
export async function switchLanguage(language: Language): Promise<void> {
  keepLanguage(language)
  await i18next.changeLanguage(language)
}
