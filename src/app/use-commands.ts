import { useMantineColorScheme } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useScopedNavigate } from '../components/scope.ts'
import { switchLanguage } from '../i18n/i18n.ts'
import { languageNames } from '../i18n/languages.ts'
import { createItems, useCreate } from './create-items.ts'
import { useFrameState } from './frame-state.ts'
import { navItems } from './nav-items.ts'

export interface Command {
  id: string
  title: string
  run: () => void
}

const titles = {
  signature: 'search.logSignature',
  agreement: 'search.newAgreement',
  task: 'search.newTask',
} as const

/** What the palette can do besides finding. */
export function useCommands(): Command[] {
  const { t, i18n } = useTranslation('app')
  const navigate = useScopedNavigate()
  const create = useCreate()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const set = useFrameState((state) => state.set)
  const begin = createItems.map((item) => ({
    id: `new-${item.name}`,
    title:
      item.name in titles
        ? t(titles[item.name as keyof typeof titles])
        : `${t('create.button')}: ${t(`create.${item.name}`)}`,
    run: () => create(item),
  }))
  const go = [...navItems, { name: 'history', path: '/history' }, { name: 'bin', path: '/bin' }] as const
  return [
    ...begin,
    { id: 'import', title: t('search.importTable'), run: () => void navigate('/import') },
    ...go.map(({ name, path }) => ({
      id: `go-${name}`,
      title: t('search.goTo', { where: t(`nav.${name}`) }),
      run: () => void navigate(path),
    })),
    ...(['en', 'fr'] as const)
      .filter((language) => language !== i18n.language)
      .map((language) => ({
        id: `language-${language}`,
        title: t('search.language', { language: languageNames[language] }),
        run: () => void switchLanguage(language),
      })),
    ...(['light', 'dark', 'auto'] as const)
      .filter((scheme) => scheme !== colorScheme)
      .map((scheme) => ({
        id: `theme-${scheme}`,
        title: t('search.theme', { theme: t(`theme.${scheme}`) }),
        run: () => setColorScheme(scheme),
      })),
    { id: 'shortcuts', title: t('search.shortcuts'), run: () => set({ shortcuts: true }) },
  ]
}
