import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { useMay } from '../components/may.ts'
import { rightToEnter } from '../components/rooms.ts'
import { ScopedLink } from '../components/scoped-link.tsx'
import { navHomes, navItems } from './nav-items.ts'
import classes from './side-nav.module.css'

/** The name of the bar's entry that the present page belongs to. */
function useCurrentPlace(): string {
  const first = useLocation().pathname.split('/')[1] ?? ''
  return navHomes[first] ?? (first || 'overview')
}

/** The places that the reader may enter, each with where it leads them. */
function useOpenPlaces() {
  const may = useMay()
  return navItems.flatMap((item) => {
    const ways: string[] = 'otherwise' in item ? [item.path, item.otherwise] : [item.path]
    const to = ways.find((path) => may(rightToEnter(path)))
    return to === undefined ? [] : [{ ...item, to }]
  })
}

/** The list of places: the left bar, and the drawer on a phone. */
export function NavList({ onGo }: { onGo?: () => void }) {
  const { t } = useTranslation('app')
  const current = useCurrentPlace()
  return (
    <ul className={classes.list}>
      {useOpenPlaces().map(({ name, to, icon: Icon }) => (
        <li key={name} className={name === 'settings' ? classes.last : undefined}>
          <ScopedLink
            to={to}
            className={classes.link}
            aria-current={current === name ? 'page' : undefined}
            onClick={onGo}
          >
            <Icon size={17} strokeWidth={1.75} aria-hidden />
            {t(`nav.${name}`)}
          </ScopedLink>
        </li>
      ))}
    </ul>
  )
}

/** The left bar, on anything wider than a phone. */
export function SideNav({ workspaceName }: { workspaceName: string | undefined }) {
  const { t } = useTranslation('app')
  // A workspace that nobody has named yet is called as the product is: once is enough.
  const own = workspaceName === t('product') ? undefined : workspaceName
  return (
    <nav aria-label={t('mainNavigation')} className={classes.side}>
      <ScopedLink to="/" className={classes.brand}>
        <Mark />
        <span>
          <strong>{t('product')}</strong>
          <small>{own ?? '\u00a0'}</small>
        </span>
      </ScopedLink>
      <div className={classes.nav}>
        <NavList />
      </div>
    </nav>
  )
}

/** Two banks and the way between them. */
export function Mark() {
  return (
    <svg width="28" height="28" viewBox="0 0 32 32" aria-hidden="true" className={classes.mark}>
      <rect width="32" height="32" rx="7" />
      <path d="M8 9.5h16M8 22.5h16" strokeWidth="3" strokeLinecap="round" />
      <path
        d="M11 16h10m-3.5-3.5L21 16l-3.5 3.5"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}

type Thumb = 'overview' | 'agreements' | 'missions' | 'tasks'
const isThumb = (name: string): name is Thumb =>
  ['overview', 'agreements', 'missions', 'tasks'].includes(name)
/** The four most used places, at the thumb. */
export function BottomBar({ onMore }: { onMore: () => void }) {
  const { t } = useTranslation('app')
  const current = useCurrentPlace()
  const thumbs = useOpenPlaces().flatMap(({ name, ...item }) => (isThumb(name) ? [{ name, ...item }] : []))
  return (
    <nav aria-label={t('shortNavigation')} className={classes.bottom}>
      {thumbs.map(({ name, to, icon: Icon }) => (
        <ScopedLink key={name} to={to} aria-current={current === name ? 'page' : undefined}>
          <Icon size={20} strokeWidth={1.75} aria-hidden />
          {t(`navShort.${name}`)}
        </ScopedLink>
      ))}
      <button type="button" onClick={onMore} aria-haspopup="dialog">
        <svg
          width="20"
          height="20"
          viewBox="0 0 24 24"
          aria-hidden="true"
          stroke="currentColor"
          strokeWidth="1.75"
        >
          <path d="M4 7h16M4 12h16M4 17h16" strokeLinecap="round" />
        </svg>
        {t('nav.more')}
      </button>
    </nav>
  )
}
