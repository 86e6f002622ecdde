import { Button } from '@mantine/core'
import ListIcon from 'lucide-react/icons/list'
import Star from 'lucide-react/icons/star'
import UserPlus from 'lucide-react/icons/user-plus'
import { useTranslation } from 'react-i18next'
import { participationColumns } from '../../../components/export/columns.ts'
import { ExportMenu } from '../../../components/export/export-menu.tsx'
import { useNoWriting } from '../../../components/may-write.ts'
import { useReason } from '../../../components/problem-sentence.ts'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import type { Mission } from '../../../contract/missions.ts'
import { listParticipations, type Participation } from '../../../contract/participations.ts'
import { missionCan } from '../../../domain/mission.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import { useDialogAddress } from '../../../ui/dialog-address.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { LinkTabs } from '../../../ui/link-tabs.tsx'
import { useView, ViewSwitch } from '../../../ui/view-switch.tsx'
import { WaitingRows } from '../waiting-rows.tsx'
import { CapacityBar } from './capacity-bar.tsx'
import classes from './companies.module.css'
import { CompanyList } from './company-list.tsx'
import { Pipeline } from './pipeline.tsx'
import { ScoreView } from './scores/score-view.tsx'
import { useCompanies } from './use-companies.ts'
import { type CompanyView, useCompanyView } from './use-company-view.ts'

/** Who takes part: the companies that the clusters bring, and those they meet there. */
export function CompaniesTab({ mission }: { mission: Mission }) {
  const { t } = useTranslation(['participations', 'common'])
  const { pages, rows, left } = useCompanies(mission.id)
  const view = useCompanyView()
  const mode = useView(['list', 'scores'])
  const own = rows.filter(({ side }) => side === view.side)
  const sides = ['home', 'partner'] as const
  if (pages.isError && rows.length === 0)
    return (
      <EmptyState
        title={t('common:notLoaded')}
        action={<Button onClick={() => void pages.refetch()}>{t('common:retry')}</Button>}
      />
    )
  return (
    <div className={classes.tab} aria-busy={pages.isPending}>
      <div className={classes.bar}>
        <LinkTabs label={t('sides')}>
          {sides.map((side) => (
            <ScopedLink
              key={side}
              to={`/missions/${mission.id}/companies${side === 'partner' ? '?side=partner' : ''}`}
              aria-current={side === view.side ? 'page' : undefined}
            >
              {t(`side.${side}`)} {rows.filter((row) => row.side === side).length || ''}
            </ScopedLink>
          ))}
        </LinkTabs>
        <div className={classes.tools}>
          {view.side === 'home' && (
            <ViewSwitch
              current={mode}
              views={[
                { name: 'list', label: t('view.list'), icon: ListIcon },
                { name: 'scores', label: t('view.scores'), icon: Star },
              ]}
            />
          )}
          <ExportMenu
            name={`${t('sides')} ${mission.title}`}
            endpoint={listParticipations}
            query={{ mission: mission.id, side: view.side }}
            columns={participationColumns}
          />
          <InviteButton mission={mission} side={view.side} />
        </div>
      </div>
      {pages.isPending ? (
        <WaitingRows rows={6} columns={5} />
      ) : (
        <Companies mission={mission} rows={own} left={left} view={view} mode={mode} />
      )}
    </div>
  )
}

function Companies({
  mission,
  rows,
  left,
  view,
  mode,
}: {
  mission: Mission
  rows: readonly Participation[]
  /** How many are on their way still. */
  left: number
  view: CompanyView
  mode: 'list' | 'scores'
}) {
  const { t } = useTranslation('participations')
  return (
    <>
      {view.side === 'home' && <CapacityBar mission={mission} rows={rows} />}
      {view.side === 'home' && mode === 'scores' ? (
        <ScoreView mission={mission} rows={rows} />
      ) : (
        <>
          {rows.length > 0 && <Pipeline rows={rows} view={view} />}
          {rows.length === 0 && (
            <EmptyState
              title={t(`empty.${view.side}.title`)}
              action={<InviteButton mission={mission} side={view.side} />}
            >
              {t(`empty.${view.side}.text`)}
            </EmptyState>
          )}
          {rows.length > 0 && <CompanyList mission={mission} rows={rows} view={view} />}
          {left > 0 && <p className={classes.quiet}>{t('left', { count: left })}</p>}
        </>
      )}
    </>
  )
}

function InviteButton({ mission, side }: { mission: Mission; side: 'home' | 'partner' }) {
  const { t } = useTranslation('participations')
  const noWriting = useNoWriting()
  const reason = useReason()
  const { open } = useDialogAddress('invite')
  return (
    <ActionButton
      reason={noWriting ?? reason(missionCan.change(mission))}
      leftSection={<UserPlus size={16} aria-hidden />}
      onClick={() => open({ mission: mission.id, who: side })}
    >
      {t(`invite.button.${side}`)}
    </ActionButton>
  )
}
