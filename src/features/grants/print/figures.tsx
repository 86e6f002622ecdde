import { useTranslation } from 'react-i18next'
import paper from '../../../components/paper/parts.module.css'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import type { Figures, Position } from '../../../contract/budget.ts'
import type { Grant } from '../../../contract/grants.ts'
import { useFormat } from '../../../i18n/format.ts'
import { expensesPath, type FigureName } from '../expenses-path.ts'
import { useCategoryName, usePercent } from '../words.ts'
import classes from './report.module.css'

interface Props {
  grant: Grant
  position: Position
}

/** An amount, and on screen the way to its records. */
function Amount({ minor, currency, to }: { minor: number; currency: string; to?: string | null }) {
  const f = useFormat()
  const words = f.money({ minor, currency })
  return to && minor !== 0 ? <ScopedLink to={to}>{words}</ScopedLink> : words
}

const stand = [
  'budget',
  'planned',
  'committed',
  'paid',
  'claimed',
  'reimbursed',
  'rejected',
  'available',
  'forecast',
] as const

/** Where the records of a figure of the whole grant are. */
function recordsOf(id: string, figure: (typeof stand)[number]): string {
  if (figure === 'budget') return `/grants/${id}/budget`
  if (figure === 'available') return expensesPath(id, 'forecast')
  return expensesPath(id, figure)
}

/** All figures of the grant, one beside the other. */
export function StandTable({ grant, position: { total, currency } }: Props) {
  const { t } = useTranslation('grants')
  return (
    <section>
      <h3>{t('report.figures')}</h3>
      <dl className={classes.stand} aria-label={t('report.figures')}>
        {stand.map((figure) => (
          <div key={figure}>
            <dt>{t(`figure.${figure}`)}</dt>
            <dd>
              <Amount minor={total[figure]} currency={currency} to={recordsOf(grant.id, figure)} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Who gives what of the total, and bears what of what is paid. */
export function FundersTable({ grant, position: { rollUps, currency } }: Props) {
  const { t } = useTranslation('grants')
  const f = useFormat()
  const percent = usePercent()
  const borne = rollUps.filter(({ by }) => by === 'funder')
  const rest = borne.find(({ key }) => key === null)
  const money = (minor: number) => f.money({ minor, currency })
  return (
    <section>
      <h3>{t('report.who')}</h3>
      <table className={`${paper.table} ${classes.figures}`} aria-label={t('report.who')}>
        <thead>
          <tr>
            {(['funder', 'share', 'contribution', 'borne'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`report.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grant.funders.map(({ id, organisation, share, contribution }) => {
            const paid = borne.find(({ key }) => key === organisation.id)?.figures.paid
            return (
              <tr key={id}>
                <th scope="row">{organisation.name}</th>
                <td>{share.kind === 'share' ? percent(share.bp) : '–'}</td>
                <td>{contribution === null ? t('report.unknown') : money(contribution)}</td>
                <td>
                  {paid === undefined ? (
                    '–'
                  ) : (
                    <Amount minor={paid} currency={currency} to={expensesPath(grant.id, 'paid')} />
                  )}
                </td>
              </tr>
            )
          })}
          {rest && (
            <tr>
              <th scope="row">{t('report.rest')}</th>
              <td>–</td>
              <td>{grant.uncovered === null ? t('report.unknown') : money(grant.uncovered)}</td>
              <td>
                <Amount minor={rest.figures.paid} currency={currency} to={expensesPath(grant.id, 'paid')} />
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  )
}

const columns = ['budget', 'committed', 'paid', 'claimed', 'reimbursed', 'available', 'forecast'] as const

/** The figures by category or by cluster; nothing where the budget does not tell them apart. */
export function RollTable({ grant, position, by }: Props & { by: 'category' | 'cluster' }) {
  const { t } = useTranslation('grants')
  const nameOf = useCategoryName(grant.rules)
  const rows = position.rollUps.filter((row) => row.by === by)
  if (rows.length === 0) return null
  const title = t(by === 'category' ? 'report.by' : 'report.byCluster')
  const named = (key: string | null, name: string | null) =>
    key === null ? t(`roll.nothing.${by}`) : by === 'category' ? nameOf(key) : (name ?? key)
  return (
    <section>
      <h3>{title}</h3>
      <table className={`${paper.table} ${classes.figures}`} aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{t(`roll.by.${by}`)}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`figure.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, figures }) => (
            <tr key={key}>
              <th scope="row">{named(key, name)}</th>
              <Cells
                grantId={grant.id}
                figures={figures}
                currency={position.currency}
                to={(figure) =>
                  by === 'category' && key !== null
                    ? expensesPath(grant.id, figure, { category: key })
                    : `/grants/${grant.id}?by=cluster`
                }
              />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('roll.sum')}</th>
            <Cells
              grantId={grant.id}
              figures={position.total}
              currency={position.currency}
              to={(figure) => expensesPath(grant.id, figure)}
            />
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

function Cells({
  grantId,
  figures,
  currency,
  to,
}: {
  grantId: string
  figures: Figures
  currency: string
  to: (figure: FigureName) => string
}) {
  return columns.map((column) => (
    <td key={column} data-negative={figures[column] < 0 || undefined}>
      <Amount
        minor={figures[column]}
        currency={currency}
        to={
          column === 'budget' ? `/grants/${grantId}/budget` : to(column === 'available' ? 'forecast' : column)
        }
      />
    </td>
  ))
}
