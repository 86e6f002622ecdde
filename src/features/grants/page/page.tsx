import { useTranslation } from 'react-i18next'
import { Outlet, useLocation, useParams } from 'react-router'
import { SampleMark } from '../../../components/sample-mark.tsx'
import { useScope } from '../../../components/scope.ts'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import type { Grant } from '../../../contract/grants.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Page } from '../../../ui/page.tsx'
import { WaitingLines } from '../../../ui/waiting-lines.tsx'
import { GrantStatusBadge } from '../status-badge.tsx'
import { useGrant } from '../use-grant.ts'
import { useTotalText } from '../words.ts'
import { Notices } from './notices.tsx'
import { PageActions } from './page-actions.tsx'
import { GrantTabs } from './tabs.tsx'

/** One grant: what it is and what can be done; below, its tabs, each an address of its own. */
export function Component() {
  const { t } = useTranslation('grants')
  const grant = useGrant(useParams().id)
  const { pathname } = useLocation()
  return (
    <Page
      // The grid of expenses scrolls by itself.
      fill={pathname.endsWith('/expenses')}
      title={grant?.title}
      eyebrow={<ScopedLink to="/grants">{t('title')}</ScopedLink>}
      status={grant && <Status grant={grant} />}
      subtitle={grant && <Subtitle grant={grant} />}
      actions={grant && <PageActions grant={grant} />}
    >
      {grant ? (
        <>
          <Notices grant={grant} />
          <GrantTabs grant={grant} />
          <Outlet context={grant} />
        </>
      ) : (
        <WaitingLines />
      )}
    </Page>
  )
}

function Status({ grant }: { grant: Grant }) {
  return (
    <>
      <GrantStatusBadge status={grant.status} />
      {grant.sample && <SampleMark />}
    </>
  )
}

/** Whose it is, its period and total, and the day its figures are those of. */
function Subtitle({ grant }: { grant: Grant }) {
  const { t } = useTranslation('grants')
  const f = useFormat()
  const { isToday } = useScope()
  const totalText = useTotalText()
  const { reference, alliance, cluster, starts, ends, asOf } = grant
  return [
    reference,
    alliance?.name,
    cluster?.name,
    f.period(starts, ends),
    grant.total.kind !== 'unknown' && totalText(grant),
    !isToday && t('asOf', { date: f.date(asOf) }),
  ]
    .filter(Boolean)
    .join(' · ')
}
