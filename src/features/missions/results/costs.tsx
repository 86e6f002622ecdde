import { useTranslation } from 'react-i18next'
import { RecordLink } from '../../../components/record-link.tsx'
import { useScope } from '../../../components/scope.ts'
import { useRecord } from '../../../components/use-record.ts'
import type { Expense } from '../../../contract/expenses.ts'
import type { Mission } from '../../../contract/missions.ts'
import type { MissionResults } from '../../../contract/outcomes.ts'
import { expenses } from '../../../data/expenses.ts'
import { costPerHeld } from '../../../domain/meeting.ts'
import type { Money } from '../../../domain/money.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Line, Lines, Nothing } from '../../../ui/lines.tsx'
import { Section } from '../../../ui/section.tsx'
import { WaitingLines } from '../../../ui/waiting-lines.tsx'

/** Whatever became of it afterwards, it was paid. */
const paid = 'paid,claimed,reimbursed,rejected'

/** Without the VAT that is got back, as the sum is. */
const costOf = ({ amount, vatMinor, vatRecoverable }: Expense): Money => ({
  ...amount,
  minor: amount.minor - (vatRecoverable ? (vatMinor ?? 0) : 0),
})

/** What the mission cost, what that is for each meeting held, and the expenses that it is made of. */
export function Costs({ mission, results }: { mission: Mission; results: MissionResults }) {
  const { t } = useTranslation('results')
  const f = useFormat()
  const { sums, count } = results.costs
  const held = results.funnel.find(({ step }) => step === 'held')?.count ?? 0
  const each = sums.flatMap(({ minor, currency }) => {
    const per = costPerHeld(minor, held)
    return per === null ? [] : f.money({ minor: per, currency })
  })
  return (
    <Section title={t('costs.title')} count={count || undefined}>
      {count === 0 ? (
        <Nothing>{t('costs.none')}</Nothing>
      ) : (
        <>
          <p>
            {t('costs.paid', { sums: f.list(sums.map(f.money)) })}{' '}
            {each.length > 0 ? t('costs.each', { sums: f.list(each), count: held }) : t('costs.noneHeld')}
          </p>
          <Paid missionId={mission.id} />
        </>
      )}
    </Section>
  )
}

function Paid({ missionId }: { missionId: string }) {
  const { t } = useTranslation('results')
  const f = useFormat()
  const { asOf } = useScope()
  const found = useRecord(
    expenses.page({ query: { mission: missionId, state: paid, asOf, sort: '-date', limit: 50 } }),
  )
  if (!found) return <WaitingLines />
  return (
    <>
      <Lines label={t('costs.title')}>
        {found.items.map((expense) => (
          <Line
            key={expense.id}
            title={<RecordLink noun="expenses" id={expense.id} name={expense.title} />}
            end={f.money(costOf(expense))}
          >
            {[expense.payer?.name, expense.paidOn && f.date(expense.paidOn)].filter(Boolean).join(' · ')}
          </Line>
        ))}
      </Lines>
      {found.next && <p>{t('costs.first', { count: found.items.length })}</p>}
    </>
  )
}
