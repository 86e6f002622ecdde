import { useTranslation } from 'react-i18next'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import { useRecord } from '../../../components/use-record.ts'
import { grants } from '../../../data/grants.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Line, Lines, Nothing } from '../../../ui/lines.tsx'
import { Section } from '../../../ui/section.tsx'
import { expensesPath } from '../expenses-path.ts'
import { useDayQuery } from '../use-grant.ts'
import classes from './position.module.css'

/** Which cluster paid for which other, and the fewest payments that would settle it. */
export function Balances({ grantId }: { grantId: string }) {
  const { t } = useTranslation('grants')
  const f = useFormat()
  const balances = useRecord(grants.balances({ params: { id: grantId }, query: useDayQuery() }))
  if (!balances) return null
  const { paidFor, settlements, currency } = balances
  const money = (minor: number) => f.money({ minor, currency })
  const others = paidFor.filter(({ payer, beneficiary }) => payer.id !== beneficiary.id)
  return (
    <Section title={t('balances.title')}>
      {others.length === 0 && <Nothing>{t('balances.none')}</Nothing>}
      <Lines label={t('balances.title')}>
        {others.map(({ payer, beneficiary, minor, expenses }) => (
          <Line
            key={payer.id + beneficiary.id}
            title={t('balances.paidFor', {
              payer: payer.name,
              beneficiary: beneficiary.name,
              amount: money(minor),
            })}
            end={
              <ScopedLink
                to={expensesPath(grantId, 'paid', { payer: payer.id, beneficiary: beneficiary.id })}
              >
                {t('balances.expenses', { count: expenses })}
              </ScopedLink>
            }
          />
        ))}
      </Lines>
      {settlements.length > 0 && (
        <>
          <h3 className={classes.small}>{t('balances.settle')}</h3>
          <Lines label={t('balances.settle')}>
            {settlements.map(({ from, to, minor }) => (
              <Line
                key={from.id + to.id}
                title={t('balances.settlement', { from: from.name, to: to.name, amount: money(minor) })}
              />
            ))}
          </Lines>
        </>
      )}
    </Section>
  )
}
