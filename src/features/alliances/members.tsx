import { useTranslation } from 'react-i18next'
import type * as z from 'zod'
import { EditSection } from '../../components/edit-section.tsx'
import { type ChartRow, PeriodChart } from '../../components/period-chart.tsx'
import { RecordLink } from '../../components/record-link.tsx'
import { useScope } from '../../components/scope.ts'
import type { RecordEditing } from '../../components/text-fact.tsx'
import { yearsAround } from '../../components/time-axis.ts'
import type { Alliance, alliancePatch } from '../../contract/alliances.ts'
import { useFormat } from '../../i18n/format.ts'
import { Nothing } from '../../ui/lines.tsx'
import classes from './members.module.css'
import { type MemberRow, MembersEditor } from './members-editor.tsx'

export type AlliancePatch = z.input<typeof alliancePatch>

/** Who is in an alliance: role, region, and the strip of the period of each membership. */
export function AllianceMembers({
  alliance,
  editing,
}: {
  alliance: Alliance
  editing: RecordEditing<AlliancePatch>
}) {
  const { t } = useTranslation(['alliances', 'common'])
  const f = useFormat()
  const { day } = useScope()
  const { members, starts, ends } = alliance
  const ordered = members.toSorted(
    (a, b) => Number(b.role === 'coordinator') - Number(a.role === 'coordinator'),
  )
  const rows = ordered.map((member): ChartRow => {
    const { id, organisationId, organisationName, role, region, country, colour, from, to } = member
    // A membership without dates of its own is taken to last as long as the alliance.
    const known = from !== null || to !== null
    const period = known ? f.period(from, to) : f.period(starts, ends)
    const place = region ?? (country && f.country(country))
    const roleWord = t(`common:allianceRole.${role}`)
    return {
      key: id,
      head: (
        <>
          <RecordLink noun="organisations" id={organisationId} name={organisationName} colour={colour} />
          <span className={classes.role} data-coordinator={role === 'coordinator' || undefined}>
            {[roleWord, place].filter(Boolean).join(', ')}
          </span>
        </>
      ),
      bars: [
        {
          from: from ?? (known ? null : starts),
          to: to ?? (known ? null : ends),
          tone: 'preparation',
          colour,
        },
      ],
      text: [
        roleWord,
        place,
        known || !period ? period || t('members.noPeriod') : t('members.ofAlliance', { period }),
      ]
        .filter(Boolean)
        .join(', '),
    }
  })
  const range = yearsAround([starts, ends, ...members.flatMap(({ from, to }) => [from, to])], day, 3)
  return (
    <EditSection<MemberRow[]>
      label={t('members.title')}
      count={members.length || undefined}
      field="members"
      value={members}
      version={editing.version}
      reason={editing.reason}
      show={(value) => f.list(value.map(({ organisationName }) => organisationName))}
      save={(value, version) =>
        editing.save(
          {
            members: value.map(({ id, organisationId, role, region, from, to }) => ({
              id,
              organisationId,
              role,
              region,
              from,
              to,
            })),
          },
          version,
        )
      }
      input={({ value, onChange, error }) => <MembersEditor rows={value} onChange={onChange} error={error} />}
    >
      {members.length === 0 ? (
        <Nothing>{t('members.none')}</Nothing>
      ) : (
        <PeriodChart
          label={t('members.chart', { name: alliance.name })}
          headLabel={t('members.member')}
          range={range}
          day={day}
          rows={rows}
        />
      )}
    </EditSection>
  )
}
