import { useTranslation } from 'react-i18next'
import { DialogLink } from '../../components/dialog-link.tsx'
import { useNoBeginning } from '../../components/may-write.ts'
import { type ChartRow, PeriodChart } from '../../components/period-chart.tsx'
import { RecordLink } from '../../components/record-link.tsx'
import { useScope } from '../../components/scope.ts'
import { yearsAround } from '../../components/time-axis.ts'
import type { ClusterOverview } from '../../contract/overview.ts'
import { useFormat } from '../../i18n/format.ts'
import { Nothing } from '../../ui/lines.tsx'
import { Section } from '../../ui/section.tsx'
import classes from './roles.module.css'

/** What the cluster is in each of its alliances, which markets it leads there, and when it was a member. */
export function ClusterRoles({
  name,
  colour,
  overview: { roles, leads },
}: {
  name: string
  colour: string | null
  overview: ClusterOverview
}) {
  const { t } = useTranslation(['clusters', 'common'])
  const f = useFormat()
  const { day } = useScope()
  const noBeginning = useNoBeginning('alliances.write')
  const leadsIn = (allianceId: string) => leads.filter(({ alliance }) => alliance.id === allianceId)
  const rows = roles.map(({ alliance, role, region, from, to, current }, index): ChartRow => {
    const led = leadsIn(alliance.id)
    const words = [
      t(`common:allianceRole.${role}`),
      region,
      f.period(from, to) || t('roles.noPeriod'),
      t(current ? 'roles.current' : 'roles.notCurrent'),
    ]
    return {
      key: `${alliance.id}-${index}`,
      head: (
        <>
          <RecordLink noun="alliances" id={alliance.id} name={alliance.name} />
          <span className={classes.role}>
            {[t(`common:allianceRole.${role}`), region, !from && !to && t('roles.noPeriod')]
              .filter(Boolean)
              .join(', ')}
            {led.length > 0 && (
              <>
                {' · '}
                {t('roles.leads', { markets: f.list(led.map(({ market }) => f.place(market.name))) })}
              </>
            )}
          </span>
        </>
      ),
      bars: [{ from, to, tone: current ? 'active' : 'closed', colour }],
      text: words.filter(Boolean).join(', '),
    }
  })
  const range = yearsAround(
    roles.flatMap(({ from, to }) => [from, to]),
    day,
    4,
  )
  return (
    <Section
      title={t('roles.title')}
      count={roles.length || undefined}
      action={
        roles.length === 0 &&
        !noBeginning && <DialogLink dialog="new-alliance">{t('roles.toAlliance')}</DialogLink>
      }
    >
      {roles.length === 0 ? (
        <Nothing>{t('roles.none')}</Nothing>
      ) : (
        <PeriodChart
          label={t('roles.label', { name })}
          headLabel={t('common:oneNoun.alliances')}
          range={range}
          day={day}
          rows={rows}
        />
      )}
    </Section>
  )
}
