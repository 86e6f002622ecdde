import { Menu, useMantineColorScheme } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import Check from 'lucide-react/icons/check'
import CircleQuestionMark from 'lucide-react/icons/circle-question-mark'
import Plus from 'lucide-react/icons/plus'
import SunMoon from 'lucide-react/icons/sun-moon'
import UserRound from 'lucide-react/icons/user-round'
import { useTranslation } from 'react-i18next'
import { session } from '../data/workspace.ts'
import { switchLanguage } from '../i18n/i18n.ts'
import { languageNames } from '../i18n/languages.ts'
import { ActorMenu } from './actor-menu.tsx'
import { BarButton } from './bar-button.tsx'
import { useCreate, useCreateItems } from './create-items.ts'
import { useFrameState } from './frame-state.ts'
import classes from './top-bar.module.css'

const tick = <Check size={15} aria-hidden />
export const schemes = ['light', 'dark', 'auto'] as const

/** "New", help, language, theme and account. */
export function AccountControls() {
  return (
    <>
      <CreateMenu />
      <HelpButton />
      <LanguageMenu />
      <ThemeMenu />
      <AccountMenu />
    </>
  )
}

function CreateMenu() {
  const { t } = useTranslation('app')
  const { createMenu, set } = useFrameState()
  const create = useCreate()
  const items = useCreateItems()
  if (items.length === 0) return null
  return (
    <Menu
      withinPortal={false}
      opened={createMenu}
      onChange={(open) => set({ createMenu: open })}
      position="bottom-end"
      width={220}
    >
      <Menu.Target>
        <button type="button" data-control="create" className={classes.create} aria-keyshortcuts="n">
          <Plus size={16} aria-hidden />
          {t('create.button')}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {items.map((item) => (
          <Menu.Item key={item.name} onClick={() => create(item)}>
            {t(`create.${item.name}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function HelpButton() {
  const { t } = useTranslation('app')
  const set = useFrameState((state) => state.set)
  return (
    <BarButton
      data-control="help"
      compact
      icon={<CircleQuestionMark size={17} aria-hidden />}
      title={t('help')}
      aria-keyshortcuts="F1"
      onClick={() => set({ help: true })}
    >
      {t('help')}
    </BarButton>
  )
}

function LanguageMenu() {
  const { t, i18n } = useTranslation('app')
  return (
    <Menu withinPortal={false} position="bottom-end" width={160}>
      <Menu.Target>
        <BarButton
          data-control="language"
          chevron
          aria-label={t('search.language', { language: i18n.language.toUpperCase() })}
        >
          {i18n.language.toUpperCase()}
        </BarButton>
      </Menu.Target>
      <Menu.Dropdown>
        {(['en', 'fr'] as const).map((language) => (
          <Menu.Item
            key={language}
            lang={language}
            aria-current={i18n.language === language || undefined}
            rightSection={i18n.language === language ? tick : undefined}
            onClick={() => void switchLanguage(language)}
          >
            {languageNames[language]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function ThemeMenu() {
  const { t } = useTranslation('app')
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Menu withinPortal={false} position="bottom-end" width={180}>
      <Menu.Target>
        <BarButton
          data-control="theme"
          compact
          icon={<SunMoon size={17} aria-hidden />}
          title={t('theme.label')}
        >
          {t('theme.label')}
        </BarButton>
      </Menu.Target>
      <Menu.Dropdown>
        {schemes.map((scheme) => (
          <Menu.Item
            key={scheme}
            aria-current={colorScheme === scheme || undefined}
            rightSection={colorScheme === scheme ? tick : undefined}
            onClick={() => setColorScheme(scheme)}
          >
            {t(`theme.${scheme}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

/** "BB" for Bruno Bombarde: whose name stands on what is written. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return ends.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase() ?? '').join('')
}

function AccountMenu() {
  const { t } = useTranslation('app')
  const { data } = useQuery(session.read())
  const name = data?.actor?.name ?? (data?.role === 'viewer' ? t('account.lookOnly') : t('account.local'))
  return (
    <Menu withinPortal={false} position="bottom-end" width={300}>
      <Menu.Target>
        <BarButton
          data-control="account"
          compact
          icon={
            data?.actor ? (
              <span className={classes.initials} aria-hidden>
                {initialsOf(data.actor.name)}
              </span>
            ) : (
              <UserRound size={17} aria-hidden />
            )
          }
          title={name}
        >
          {t('account.button', { name })}
        </BarButton>
      </Menu.Target>
      <Menu.Dropdown mah="80dvh" style={{ overflowY: 'auto' }}>
        <ActorMenu current={data} />
      </Menu.Dropdown>
    </Menu>
  )
}
