import { useTranslation } from 'react-i18next'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import type { Position } from '../../../contract/budget.ts'
import type { Grant } from '../../../contract/grants.ts'
import { claimNotice, underspendPoints } from '../../../domain/budget-alerts.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Nothing } from '../../../ui/lines.tsx'
import { Section } from '../../../ui/section.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { expensesPath } from '../expenses-path.ts'
import { useLineName } from '../line-name.ts'
import { useRoundPercent } from '../words.ts'
import classes from './position.module.css'

type Alert = Position['alerts'][number]
const tones = { over: 'overdue', warning: 'expiring', info: 'preparation' } as const

interface Props {
  grant: Grant
  position: Position
}

/** What needs attention, the gravest first, each with the rule that raised it and the way to its records. */
export function Alerts({ grant, position }: Props) {
  const { t } = useTranslation('grants')
  const f = useFormat()
  const { alerts, asOf } = position
  const sentence = useAlertSentence({ grant, position })
  return (
    <Section title={t('alert.title')} count={alerts.length || undefined}>
      {alerts.length === 0 && <Nothing>{t('alert.none', { date: f.date(asOf) })}</Nothing>}
      <ul className={classes.alerts} aria-label={t('alert.title')}>
        {alerts.map((alert) => (
          <li key={`${alert.kind}-${alert.lineId}-${alert.params.from}`}>
            <div className={classes.alertHead}>
              <StatusBadge tone={tones[alert.severity]}>{t(`alert.severity.${alert.severity}`)}</StatusBadge>
              <p>{sentence(alert)}</p>
            </div>
            <p className={classes.rule}>
              {t('alert.rule', {
                rule: t(`alert.rules.${alert.kind}`, { points: underspendPoints, days: claimNotice }),
              })}{' '}
              <ScopedLink to={alertPath(grant.id, alert)}>{t('alert.show')}</ScopedLink>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What an alert says, in a sentence. */
export function useAlertSentence({ grant, position: { lines, asOf } }: Props): (alert: Alert) => string {
  const { t } = useTranslation('grants')
  const f = useFormat()
  const percent = useRoundPercent()
  const lineName = useLineName(grant.rules)
  const money = (minor: string | number | undefined) =>
    f.money({ minor: Number(minor), currency: grant.currency })
  return ({ kind, lineId, count, params }) => {
    if (kind === 'line_overspent' || kind === 'forecast_over_budget') {
      const line = lines.find((one) => one.lineId === lineId)
      return t(`alert.${kind}`, { line: line ? lineName(line) : '', over: money(params.over) })
    }
    if (kind === 'underspend_risk')
      return t(Number(params.unspent) > 0 ? 'alert.underspend_risk' : 'alert.underspend_late', {
        unspent: money(params.unspent),
        elapsed: percent(Number(params.elapsedBp)),
        spent: percent(Number(params.spentBp)),
      })
    if (kind === 'claim_due') {
      const due = String(params.due)
      return t(due < asOf ? 'alert.claim_late' : 'alert.claim_due', {
        period: f.period(String(params.from), String(params.to)),
        due: f.date(due),
        when: f.relativeDays(due, asOf),
      })
    }
    return t(`alert.${kind}`, { count: count ?? 0 })
  }
}

/** Where the records of an alert are. */
export function alertPath(grantId: string, { kind, lineId }: Alert): string {
  if (kind === 'outside_period') return expensesPath(grantId, 'expenses', { outside: 'true' })
  if (kind === 'missing_receipt') return expensesPath(grantId, 'expenses', { gap: 'receipt' })
  if (kind === 'claim_due') return `/grants/${grantId}/claims`
  return expensesPath(grantId, 'forecast', lineId ? { line: lineId } : {})
}
