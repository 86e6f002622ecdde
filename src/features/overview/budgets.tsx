import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { RecordLink } from '../../components/record-link.tsx'
import { useScope } from '../../components/scope.ts'
import { ScopedLink } from '../../components/scoped-link.tsx'
import { UseBar } from '../../components/use-bar.tsx'
import { useBudgetUse } from '../../components/view/budget.tsx'
import { grants } from '../../data/grants.ts'
import { useFormat } from '../../i18n/format.ts'
import { Line, Lines, Nothing } from '../../ui/lines.tsx'
import { Section } from '../../ui/section.tsx'
import classes from './overview.module.css'

const few = 6

/** The running grants, those that end first at the top: what is spent against the time gone. */
export function Budgets() {
  const { t } = useTranslation('overview')
  const f = useFormat()
  const words = useBudgetUse()
  const { query } = useScope()
  const { data } = useQuery(grants.page({ query: { ...query, status: 'running', sort: 'ends', limit: few } }))
  if (!data) return null
  return (
    <Section
      title={t('budgets.title')}
      count={data.total || undefined}
      action={
        data.total > few && (
          <ScopedLink to="/grants?status=running">{t('budgets.all', { count: data.total })}</ScopedLink>
        )
      }
    >
      {data.items.length === 0 && <Nothing>{t('budgets.none')}</Nothing>}
      <Lines>
        {data.items.map(({ id, title, use, claimDue }) => (
          <Line key={id} title={<RecordLink noun="grants" id={id} name={title} />}>
            <span className={classes.budget}>
              <UseBar use={use} words={words(use)} />
              {claimDue && <span>{t('budgets.claimDue', { date: f.date(claimDue) })}</span>}
            </span>
          </Line>
        ))}
      </Lines>
    </Section>
  )
}
