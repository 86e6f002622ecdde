import { Menu } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import Check from 'lucide-react/icons/check'
import { useTranslation } from 'react-i18next'
import { useScopedNavigate } from '../components/scope.ts'
import type { Session } from '../contract/workspace.ts'
import { useActorChoice } from '../data/actor.ts'
import { session } from '../data/workspace.ts'
import { useFrameState } from './frame-state.ts'
import { leave } from './leave.ts'

/** Whom the reader can act as, by cluster. Loaded as the menu opens. */
export function ActorMenu({ current }: { current: Session | undefined }) {
  const { t } = useTranslation('app')
  const client = useQueryClient()
  const switchable = current?.switchable ?? false
  const { data } = useQuery({ ...session.actors(), enabled: switchable })
  const choose = useActorChoice((state) => state.choose)
  const viewer = current?.role === 'viewer'
  const navigate = useScopedNavigate()
  const set = useFrameState((state) => state.set)
  const act = (id: string) => {
    choose(id)
    void client.invalidateQueries()
  }
  const groups = new Map<string, NonNullable<typeof data>['items']>()
  for (const choice of data?.items ?? []) {
    const group = choice.organisation?.name ?? t('account.elsewhere')
    groups.set(group, [...(groups.get(group) ?? []), choice])
  }
  return (
    <>
      <Menu.Label>{current?.actor?.name ?? t(viewer ? 'account.lookOnly' : 'account.local')}</Menu.Label>
      {!current?.rights && (
        <Menu.Label fw={400}>{viewer ? t('account.lookOnlyHint') : t('account.hint')}</Menu.Label>
      )}
      {switchable && groups.size === 0 && data && <Menu.Label>{t('account.empty')}</Menu.Label>}
      {[...groups].map(([group, choices]) => (
        <div key={group}>
          <Menu.Divider />
          <Menu.Label>{group}</Menu.Label>
          {choices.map(({ person, title }) => (
            <Menu.Item
              key={person.id}
              aria-current={person.id === current?.actor?.id || undefined}
              rightSection={person.id === current?.actor?.id ? <Check size={15} aria-hidden /> : undefined}
              onClick={() => act(person.id)}
            >
              {person.name}
              {title && <small style={{ display: 'block', color: 'var(--ink-soft)' }}>{title}</small>}
            </Menu.Item>
          ))}
        </div>
      ))}
      <Menu.Divider />
      {switchable && (
        <Menu.Item
          aria-current={viewer || undefined}
          rightSection={viewer ? <Check size={15} aria-hidden /> : undefined}
          onClick={() => act('viewer')}
        >
          {t('account.lookOnly')}
        </Menu.Item>
      )}
      <Menu.Item onClick={() => set({ shortcuts: true })}>{t('shortcuts.title')}</Menu.Item>
      <Menu.Item onClick={() => void navigate('/settings')}>{t('nav.settings')}</Menu.Item>
      {current?.rights && (
        <>
          <Menu.Item onClick={() => void navigate('/account')}>{t('account.own')}</Menu.Item>
          <Menu.Item onClick={() => void leave(client)}>{t('account.signOut')}</Menu.Item>
        </>
      )}
    </>
  )
}
