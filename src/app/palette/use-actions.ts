import { useMantineColorScheme } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { useMay } from '../../components/may.ts'
import { rightToEnter } from '../../components/rooms.ts'
import { useScope, useScopedHref } from '../../components/scope.ts'
import { useFormat } from '../../i18n/format.ts'
import { switchLanguage } from '../../i18n/i18n.ts'
import { type Language, languageNames } from '../../i18n/languages.ts'
import { createItems } from '../create-items.ts'
import { useFrameState } from '../frame-state.ts'
import { navItems } from '../nav-items.ts'
import type { Entry } from './entry.ts'
import { type ScreenName, screens } from './words.ts'

/** Where a form begins with what was typed: the parameter that its dialog takes it from. */
const textParams: Readonly<Record<string, string>> = { task: 'title', company: 'name', organisation: 'name' }

type CreateName = (typeof createItems)[number]['name']
type Navigable = Exclude<ScreenName, keyof typeof import('../../i18n/en/palette.ts')['default']['screen']>

/** Everything that the reader can do from the palette, each as an entry: most are addresses. What they may not is none. */
export function useActions() {
  const { t, i18n } = useTranslation(['app', 'palette'])
  const f = useFormat()
  const href = useScopedHref()
  const scope = useScope()
  const here = useLocation()
  const may = useMay()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const set = useFrameState((state) => state.set)

  /** The present screen with other parameters. */
  const withParams = (patch: Record<string, string | null>) => {
    const params = new URLSearchParams(here.search)
    for (const [key, value] of Object.entries(patch))
      if (value === null) params.delete(key)
      else params.set(key, value)
    return `${here.pathname}${params.size > 0 ? `?${params}` : ''}`
  }

  const create = (name: CreateName, text = ''): Entry | [] => {
    const item = createItems.find((one) => one.name === name)
    if (!item || !may(item.right)) return []
    const param = text && textParams[name]
    const title = t(`palette:create.${name}`)
    const id = `new-${name}`
    if ('path' in item) return { id, title, href: href(item.path) }
    return {
      id,
      title: param ? t('palette:createNamed', { what: title, name: text }) : title,
      href: withParams({
        dialog: item.dialog,
        ...('kind' in item ? { kind: item.kind } : {}),
        ...(param ? { [param]: text } : {}),
      }),
    }
  }

  const screenTitle = (name: ScreenName) =>
    name === 'import'
      ? t('search.importTable')
      : t('search.goTo', {
          where: i18n.exists(`palette:screen.${name}`)
            ? t(`palette:screen.${name as 'board'}`)
            : t(`nav.${name as Exclude<Navigable, 'import'>}`),
        })

  const screen = (name: ScreenName): Entry[] => {
    const { path } = screens[name]
    return may(rightToEnter(path)) ? [{ id: `go-${name}`, title: screenTitle(name), href: href(path) }] : []
  }

  return {
    create,
    screen,
    sign: ({ id, title }: { id: string; title: string }): Entry[] =>
      may('activity.decide')
        ? [
            {
              id: `sign-${id}`,
              title: t('palette:signFor', { name: title }),
              href: withParams({ dialog: 'sign', agreement: id }),
            },
          ]
        : [],
    asOf: (day: string): Entry => ({
      id: 'as-of',
      title: t('palette:asOf', { date: f.date(day) }),
      href: withParams({ asOf: day === scope.asOfDefault ? null : day }),
    }),
    scopeTo: (key: 'alliance' | 'cluster' | 'market', id: string, name: string): Entry => ({
      id: `scope-${id}`,
      title: t('palette:scopeTo', { name }),
      kind: t(`scope.${key}`),
      href: withParams({ [key]: id }),
    }),
    clear: (): Entry => ({
      id: 'clear-scope',
      title: t('palette:clearScope'),
      href: withParams({ alliance: null, cluster: null, market: null, asOf: null }),
    }),
    language: (to: Language): Entry[] =>
      to === i18n.language
        ? []
        : [
            {
              id: `language-${to}`,
              title: t('search.language', { language: languageNames[to] }),
              run: () => void switchLanguage(to),
            },
          ],
    theme: (to: 'light' | 'dark' | 'auto'): Entry[] =>
      to === colorScheme
        ? []
        : [
            {
              id: `theme-${to}`,
              title: t('search.theme', { theme: t(`theme.${to}`) }),
              run: () => setColorScheme(to),
            },
          ],
    shortcuts: (): Entry => ({
      id: 'shortcuts',
      title: t('search.shortcuts'),
      run: () => set({ shortcuts: true }),
    }),
  }
}
export type Actions = ReturnType<typeof useActions>

/** Screens that stand in the bar at the left, and two besides: what is offered before anything is typed. */
const mainScreens: readonly ScreenName[] = [...navItems.map(({ name }) => name), 'history', 'bin']

/** All of them, those most used first; `main` alone while nothing is typed. */
export function allActions(actions: Actions, narrowed: boolean): { main: Entry[]; others: Entry[] } {
  const languages = (['en', 'fr'] as const).flatMap(actions.language)
  const themes = (['light', 'dark', 'auto'] as const).flatMap(actions.theme)
  const others = (Object.keys(screens) as ScreenName[]).filter(
    (name) => !mainScreens.includes(name) && name !== 'import',
  )
  return {
    main: [
      ...createItems.flatMap(({ name }) => actions.create(name)),
      ...actions.screen('import'),
      ...mainScreens.flatMap(actions.screen),
      ...(narrowed ? [actions.clear()] : []),
      ...languages,
      ...themes,
      actions.shortcuts(),
    ],
    others: others.flatMap(actions.screen),
  }
}
