import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { OpenLink } from '../../../components/open-link.tsx'
import type { Mission } from '../../../contract/missions.ts'
import { LinkTabs } from '../../../ui/link-tabs.tsx'

const tabs = [
  { name: 'plan', path: '' },
  { name: 'companies', path: '/companies' },
  { name: 'meetings', path: '/meetings' },
  { name: 'onSite', path: '/on-site' },
  { name: 'results', path: '/results' },
] as const

/** The parts of a mission's page, in the order in which they are needed. */
export function MissionTabs({ mission: { id, title, counts } }: { mission: Mission }) {
  const { t } = useTranslation('missions')
  const { pathname } = useLocation()
  const { meetings, placedMeetings } = counts
  const numbers: Record<string, string | number> = {
    meetings: placedMeetings < meetings ? t('count.of', { done: placedMeetings, count: meetings }) : meetings,
    results: counts.outcomes,
  }
  return (
    <LinkTabs label={t('tab.label', { title })}>
      {tabs.map(({ name, path }) => {
        const to = `/missions/${id}${path}`
        return (
          <OpenLink key={name} to={to} aria-current={pathname === to ? 'page' : undefined}>
            {t(`tab.${name}`)}
            {numbers[name] ? ` ${numbers[name]}` : ''}
          </OpenLink>
        )
      })}
    </LinkTabs>
  )
}
