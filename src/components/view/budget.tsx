import { useTranslation } from 'react-i18next'
import type { View } from '../../contract/views.ts'
import { wholeShare } from '../../domain/grant.ts'
import { useFormat } from '../../i18n/format.ts'
import { Nothing } from '../../ui/lines.tsx'
import { Section } from '../../ui/section.tsx'
import { useMay } from '../may.ts'
import { RecordLink } from '../record-link.tsx'
import classes from './view.module.css'

type Share = View['budget'][number]

/** What of each grant is meant for the record, and how much of it is used against the time gone. */
export function ViewBudget({ budget }: { budget: View['budget'] }) {
  const { t } = useTranslation('views')
  const may = useMay()
  if (!may('budgets.read')) return null
  return (
    <Section title={t('budget.title')} count={budget.length || undefined}>
      {budget.length === 0 ? <Nothing>{t('budget.none')}</Nothing> : <BudgetTable budget={budget} />}
    </Section>
  )
}

function BudgetTable({ budget }: { budget: View['budget'] }) {
  const { t } = useTranslation('views')
  const f = useFormat()
  const use = useBudgetUse()
  const columns = ['budget', 'committed', 'paid', 'available'] as const
  return (
    <div className={classes.scroll}>
      <table className={classes.table} aria-label={t('budget.title')}>
        <thead>
          <tr>
            <th scope="col">{t('budget.grant')}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className={classes.number}>
                {t(`budget.${column}`)}
              </th>
            ))}
            <th scope="col">{t('budget.use')}</th>
          </tr>
        </thead>
        <tbody>
          {budget.map((share) => (
            <tr key={share.grant.id}>
              <th scope="row">
                <RecordLink noun="grants" id={share.grant.id} name={share.grant.name} />
              </th>
              {columns.map((column) => (
                <td
                  key={column}
                  className={classes.number}
                  data-label={t(`budget.${column}`)}
                  data-over={share[column] < 0 || undefined}
                >
                  {f.money({ minor: share[column], currency: share.currency })}
                  {column === 'budget' && !share.whole && share.ofBudget > 0 && (
                    <span className={classes.share}>
                      {t('budget.ofWhole', { percent: f.percent(share.budget / share.ofBudget) })}
                    </span>
                  )}
                </td>
              ))}
              <td data-label={t('budget.use')}>{use(share)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** "40% spent, 55% of the time gone" */
export function useBudgetUse(): (share: Pick<Share, 'spentBp' | 'elapsedBp'>) => string {
  const { t } = useTranslation('views')
  const f = useFormat()
  return ({ spentBp, elapsedBp }) => {
    if (spentBp === null) return t('budget.noBudget')
    const spent = f.percent(spentBp / wholeShare)
    return elapsedBp === null
      ? t('budget.spentOnly', { spent })
      : t('budget.spent', { spent, elapsed: f.percent(elapsedBp / wholeShare) })
  }
}
