import { useTranslation } from 'react-i18next'
import { RecordLink } from '../../../../components/record-link.tsx'
import type { Claim } from '../../../../contract/claims.ts'
import type { Grant } from '../../../../contract/grants.ts'
import { useFormat } from '../../../../i18n/format.ts'
import { Section } from '../../../../ui/section.tsx'
import tables from '../../position/position.module.css'
import { useCategoryName, usePercent } from '../../words.ts'
import classes from './claim.module.css'

interface Props {
  claim: Claim
  grant: Grant
}

/** The claim by category, by paying cluster and by funder, and the rates that it rests on. */
export function Statements(props: Props) {
  return (
    <div className={classes.two}>
      <ByCategory {...props} />
      <ByCluster {...props} />
      <ByFunder {...props} />
      <Rates {...props} />
    </div>
  )
}

function useMoney({ currency }: Claim) {
  const f = useFormat()
  return (minor: number) => f.money({ minor, currency })
}

function ByCategory({ claim, grant }: Props) {
  const { t } = useTranslation('claims')
  const money = useMoney(claim)
  const nameOf = useCategoryName(grant.rules)
  return (
    <Section title={t('by.category')}>
      <table className={tables.table} aria-label={t('by.category')}>
        <thead>
          <tr>
            <th scope="col">{t('by.name.category')}</th>
            <th scope="col">{t('rows.amount')}</th>
            <th scope="col">{t('by.limit')}</th>
          </tr>
        </thead>
        <tbody>
          {claim.byCategory.map(({ category, amount, limit }) => (
            <tr key={category}>
              <th scope="row">{category === null ? t('by.noCategory') : nameOf(category)}</th>
              <td data-negative={(limit !== null && amount > limit) || undefined}>{money(amount)}</td>
              <td>{limit === null ? '–' : money(limit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

function ByCluster({ claim }: Props) {
  const { t } = useTranslation('claims')
  const f = useFormat()
  const money = useMoney(claim)
  return (
    <Section title={t('by.cluster')}>
      <table className={tables.table} aria-label={t('by.cluster')}>
        <thead>
          <tr>
            <th scope="col">{t('by.name.cluster')}</th>
            <th scope="col">{t('by.rows')}</th>
            <th scope="col">{t('sum.direct')}</th>
            <th scope="col">{t('sum.indirect')}</th>
            <th scope="col">{t('sum.total')}</th>
          </tr>
        </thead>
        <tbody>
          {claim.byCluster.map(({ cluster, rows, direct, indirect, total }) => (
            <tr key={cluster?.id ?? ''}>
              <th scope="row">
                {cluster ? (
                  <RecordLink noun="organisations" id={cluster.id} name={cluster.name} cluster />
                ) : (
                  t('by.noCluster')
                )}
              </th>
              <td>{f.number(rows)}</td>
              <td>{money(direct)}</td>
              <td>{money(indirect)}</td>
              <td>{money(total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

function ByFunder({ claim }: Props) {
  const { t } = useTranslation('claims')
  const money = useMoney(claim)
  const percent = usePercent()
  return (
    <Section title={t('by.funder')}>
      <table className={tables.table} aria-label={t('by.funder')}>
        <thead>
          <tr>
            <th scope="col">{t('by.name.funder')}</th>
            <th scope="col">{t('by.share')}</th>
            <th scope="col">{t('by.due')}</th>
          </tr>
        </thead>
        <tbody>
          {claim.byFunder.map(({ funder, bp, due }) => (
            <tr key={funder.id}>
              <th scope="row">
                <RecordLink noun="organisations" id={funder.id} name={funder.name} />
              </th>
              <td>{bp === null ? '–' : percent(bp)}</td>
              <td>{due === null ? t('by.unknownShare') : money(due)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('sum.uncovered')}</th>
            <td />
            <td>{money(claim.uncovered)}</td>
          </tr>
        </tfoot>
      </table>
    </Section>
  )
}

function Rates({ claim }: Props) {
  const { t } = useTranslation('claims')
  const f = useFormat()
  const rates = claim.rates.filter(({ currency }) => currency !== claim.currency)
  if (rates.length === 0) return null
  return (
    <Section title={t('by.rates')}>
      <table className={tables.table} aria-label={t('by.rates')}>
        <thead>
          <tr>
            <th scope="col">{t('by.name.rate')}</th>
            <th scope="col">{t('rows.day')}</th>
            <th scope="col">{t('by.rows')}</th>
            <th scope="col">{t('by.source')}</th>
          </tr>
        </thead>
        <tbody>
          {rates.map(({ currency, rate, on, source, rows }) => (
            <tr key={currency + rate + on}>
              <th scope="row">{t('by.rateLine', { rate, currency })}</th>
              <td>{on ? f.date(on) : '–'}</td>
              <td>{f.number(rows)}</td>
              <td>{source}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
