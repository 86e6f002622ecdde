import Building2 from 'lucide-react/icons/building-2'
import ChartColumn from 'lucide-react/icons/chart-column'
import FileText from 'lucide-react/icons/file-text'
import Globe from 'lucide-react/icons/globe'
import HandCoins from 'lucide-react/icons/hand-coins'
import Handshake from 'lucide-react/icons/handshake'
import LayoutDashboard from 'lucide-react/icons/layout-dashboard'
import Plane from 'lucide-react/icons/plane'
import Settings from 'lucide-react/icons/settings'
import CheckSquare from 'lucide-react/icons/square-check-big'
import Users from 'lucide-react/icons/users'
import Waypoints from 'lucide-react/icons/waypoints'

/**
 * Where one can go, in the order of the left bar. `key` is the second letter of the `g` shortcut; `otherwise` is where it
 * leads who may not enter there.
 */
export const navItems = [
  { name: 'overview', path: '/', icon: LayoutDashboard, key: 'o' },
  { name: 'agreements', path: '/agreements', icon: FileText, key: 'a' },
  { name: 'missions', path: '/missions', icon: Plane, key: 'i' },
  { name: 'companies', path: '/companies', icon: Building2, key: 'e' },
  { name: 'grants', path: '/grants', icon: HandCoins, key: 'g' },
  { name: 'clusters', path: '/clusters', icon: Waypoints, key: 'c' },
  { name: 'markets', path: '/markets', icon: Globe, key: 'm' },
  { name: 'partners', path: '/partners', icon: Handshake, key: 'r' },
  { name: 'people', path: '/people', icon: Users, key: 'p' },
  { name: 'tasks', path: '/tasks', icon: CheckSquare, key: 't' },
  { name: 'reports', path: '/reports', otherwise: '/indicators', icon: ChartColumn, key: 'n' },
  { name: 'settings', path: '/settings', icon: Settings, key: 's' },
] as const

export type NavItem = (typeof navItems)[number]

/** Where a record page belongs in the bar, by the first part of its path. */
export const navHomes: Record<string, NavItem['name']> = {
  organisations: 'partners',
  alliances: 'clusters',
  matrix: 'clusters',
  acting: 'clusters',
  indicators: 'reports',
  import: 'companies',
  access: 'settings',
  account: 'settings',
  bin: 'settings',
  history: 'settings',
  'api-docs': 'settings',
}
