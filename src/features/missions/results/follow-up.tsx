import { useTranslation } from 'react-i18next'
import { useNoWriting } from '../../../components/may-write.ts'
import { useReason } from '../../../components/problem-sentence.ts'
import { RecordLink } from '../../../components/record-link.tsx'
import { useScope } from '../../../components/scope.ts'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import { useWrite } from '../../../components/use-write.ts'
import type { Mission } from '../../../contract/missions.ts'
import type { MissionResults } from '../../../contract/outcomes.ts'
import { missions } from '../../../data/missions.ts'
import { followUpMonths } from '../../../domain/meeting.ts'
import { missionCan } from '../../../domain/mission.ts'
import { useFormat } from '../../../i18n/format.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import { groupBy } from '../../../ui/group-by.ts'
import { Nothing } from '../../../ui/lines.tsx'
import { Section } from '../../../ui/section.tsx'
import classes from './results.module.css'

type Entry = MissionResults['followUp'][number]

/** Who is asked when, 3, 6 and 12 months after the mission, and who has been. */
export function FollowUp({ mission, entries }: { mission: Mission; entries: readonly Entry[] }) {
  const { t } = useTranslation('results')
  const noWriting = useNoWriting()
  const reason = useReason()
  const plan = useWrite(missions.planFollowUp, {
    message: ({ added }) => t('followUp.planned', { count: added }),
    failure: 'toast',
  })
  const undated = mission.ends || mission.starts ? null : { code: 'mission_undated' }
  const byCompany = [...groupBy(entries, ({ organisation }) => organisation.id).values()]
  return (
    <Section
      title={t('followUp.title')}
      action={
        <ActionButton
          size="compact-sm"
          variant="subtle"
          reason={reason(missionCan.change(mission) ?? undated) ?? noWriting}
          loading={plan.isPending}
          onClick={() => plan.mutate({ params: { id: mission.id } })}
        >
          {t('followUp.plan')}
        </ActionButton>
      }
    >
      <p className={classes.lead}>{t('followUp.text')}</p>
      {entries.length === 0 ? (
        <Nothing>{t('followUp.none')}</Nothing>
      ) : (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('followUp.company')}</th>
                {followUpMonths.map((count) => (
                  <th key={count} scope="col">
                    {t('followUp.months', { count })}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {byCompany.map((row) => (
                <CompanyRow key={row[0]?.organisation.id} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  )
}

function CompanyRow({ row }: { row: readonly Entry[] }) {
  const { t } = useTranslation('results')
  const f = useFormat()
  const { day } = useScope()
  const [first] = row
  if (!first) return null
  return (
    <tr>
      <th scope="row">
        <RecordLink noun="participations" id={first.participationId} name={first.organisation.name} />
      </th>
      {followUpMonths.map((months) => {
        const entry = row.find((one) => one.months === months)
        return (
          <td key={months}>
            {entry && (
              <ScopedLink
                to={`/tasks?task=${entry.taskId}`}
                className={entry.doneOn ? classes.asked : entry.due < day ? classes.late : undefined}
              >
                {entry.doneOn ? t('followUp.done', { on: f.date(entry.doneOn) }) : f.date(entry.due)}
              </ScopedLink>
            )}
          </td>
        )
      })}
    </tr>
  )
}
