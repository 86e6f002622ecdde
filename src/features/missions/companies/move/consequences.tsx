import { useTranslation } from 'react-i18next'
import type { GateItem } from '../../../../contract/gate.ts'
import type { Mission } from '../../../../contract/missions.ts'
import type { Participation } from '../../../../contract/participations.ts'
import type { CivilDate } from '../../../../domain/partial-date.ts'
import { type ParticipationState, roomFor } from '../../../../domain/participation.ts'
import { useFormat } from '../../../../i18n/format.ts'
import { byScore, findingsOf, withdrawalOf } from '../rules.ts'
import classes from './move.module.css'
import { useFindingText } from './use-finding-text.ts'

/** What a step brings about, and what should be known before it, company by company. */
export function Consequences({
  mission,
  rows,
  everybody,
  to,
  day,
  gate,
}: {
  mission: Mission
  rows: readonly Participation[]
  everybody: readonly Participation[]
  to: ParticipationState
  day: CivilDate
  /** What the gate knows, by organisation; it stands beside this, so only what asks for a reason is repeated. */
  gate: ReadonlyMap<string, GateItem>
}) {
  const finding = useFindingText()
  const withdrawal = useWithdrawalLines(mission, everybody, day)
  const full = useFullLines(mission, rows, everybody, to)
  const foundOf = (row: Participation) =>
    gate.get(row.organisation.id)?.findings.filter(({ notes }) => !notes) ?? findingsOf(mission, row, to, day)
  const lines = rows.map((row) => ({
    row,
    words: [
      ...foundOf(row).map((found) => ({ text: finding(found), blocks: found.blocks })),
      ...(to === 'withdrawn' ? withdrawal(row).map((text) => ({ text, blocks: false })) : []),
    ],
  }))
  if (full.length === 0 && lines.every(({ words }) => words.length === 0)) return null
  return (
    <div className={classes.box} role="note">
      {full.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {lines
        .filter(({ words }) => words.length > 0)
        .map(({ row, words }) => (
          <div key={row.id}>
            {rows.length > 1 && <strong>{row.organisation.name}</strong>}
            <ul>
              {words.map(({ text, blocks }) => (
                <li key={text} data-blocks={blocks || undefined}>
                  {text}
                </li>
              ))}
            </ul>
          </div>
        ))}
    </div>
  )
}

function useWithdrawalLines(mission: Mission, everybody: readonly Participation[], day: CivilDate) {
  const { t } = useTranslation('participations')
  const f = useFormat()
  return (row: Participation): string[] => {
    const { meetings, fee, next } = withdrawalOf(mission, row, everybody, day)
    return [
      meetings > 0 ? t('withdraw.meetings', { count: meetings }) : t('withdraw.noMeetings'),
      fee && mission.freeWithdrawalUntil
        ? t('withdraw.fee', { fee: f.money(fee), date: f.date(mission.freeWithdrawalUntil) })
        : t('withdraw.noFee'),
      ...(next ? [t('withdraw.next', { name: next.organisation.name })] : []),
    ]
  }
}

/** Said where not all who are accepted find a place: how many wait, and of several who. */
function useFullLines(
  mission: Mission,
  rows: readonly Participation[],
  everybody: readonly Participation[],
  to: ParticipationState,
): string[] {
  const { t } = useTranslation('participations')
  const f = useFormat()
  const home = everybody.filter(({ side }) => side === 'home')
  const { free, taken, capacity } = roomFor(mission.capacity, home)
  const wanted = byScore(
    rows.filter(({ side }) => side === 'home'),
    f.compare,
  )
  if (to !== 'accepted' || free === null || wanted.length <= free) return []
  const waiting = wanted.slice(free)
  const full = t('step.full', { taken, count: capacity ?? 0, waiting: waiting.length })
  const names = f.list(waiting.map(({ organisation }) => organisation.name))
  return rows.length === 1 ? [full] : [full, t('step.fullWho', { names })]
}
