import { useTranslation } from 'react-i18next'
import { useRecord } from '../../../components/use-record.ts'
import type { Burn as BurnAnswer } from '../../../contract/budget.ts'
import { budget } from '../../../data/grants.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Nothing } from '../../../ui/lines.tsx'
import { Section } from '../../../ui/section.tsx'
import { WaitingLines } from '../../../ui/waiting-lines.tsx'
import { useDayQuery } from '../use-grant.ts'
import { usePercent } from '../words.ts'
import { BurnChart } from './burn-chart.tsx'
import classes from './position.module.css'

/** Spending over the grant's period: as a chart, and below it the same as a table. */
export function Burn({ grantId }: { grantId: string }) {
  const { t } = useTranslation('grants')
  const burn = useRecord(budget.burn({ params: { id: grantId }, query: useDayQuery() }))
  return (
    <Section title={t('burn.title')}>
      {!burn && <WaitingLines />}
      {burn && burn.points.length < 2 && <Nothing>{t('burn.none')}</Nothing>}
      {burn && burn.points.length >= 2 && (
        <>
          <BurnChart burn={burn} />
          <details>
            <summary>{t('burn.asList')}</summary>
            <BurnTable burn={burn} />
          </details>
        </>
      )}
    </Section>
  )
}

function BurnTable({ burn: { points, currency } }: { burn: BurnAnswer }) {
  const { t } = useTranslation('grants')
  const f = useFormat()
  const percent = usePercent()
  const money = (minor: number) => f.money({ minor, currency })
  return (
    <div className={classes.scroll}>
      <table className={classes.table} aria-label={t('burn.title')}>
        <thead>
          <tr>
            <th scope="col">{t('burn.day')}</th>
            <th scope="col">{t('burn.elapsed')}</th>
            <th scope="col">{t('burn.budget')}</th>
            <th scope="col">{t('figure.paid')}</th>
            <th scope="col">{t('figure.committed')}</th>
            <th scope="col">{t('burn.forecast')}</th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ day, elapsedBp, budget: allowed, paid, committed, forecast, future }) => (
            <tr key={day}>
              <th scope="row">{f.date(day)}</th>
              <td>{elapsedBp === null ? '–' : percent(Math.round(elapsedBp / 100) * 100)}</td>
              <td>{money(allowed)}</td>
              <td>{future ? '–' : money(paid)}</td>
              <td>{future ? '–' : money(committed)}</td>
              <td>{future ? money(forecast) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
