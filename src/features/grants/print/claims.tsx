import { useTranslation } from 'react-i18next'
import paper from '../../../components/paper/parts.module.css'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import { useRecord } from '../../../components/use-record.ts'
import type { Grant } from '../../../contract/grants.ts'
import { claims } from '../../../data/claims.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useClaimName } from '../claims/claim-name.ts'
import { useDayQuery } from '../use-grant.ts'
import classes from './report.module.css'

/** The claims so far, oldest first, each with the way to its rows. */
export function ReportClaims({ grant }: { grant: Grant }) {
  const { t } = useTranslation(['grants', 'claims'])
  const f = useFormat()
  const nameOf = useClaimName()
  const listed = useRecord(claims.list({ params: { id: grant.id }, query: useDayQuery() }))
  const money = (minor: number | null) =>
    minor === null || minor === 0 ? '–' : f.money({ minor, currency: grant.currency })
  if (!listed) return null
  return (
    <section>
      <h3>{t('report.claims')}</h3>
      {listed.items.length === 0 ? (
        <p>{t('report.noClaims')}</p>
      ) : (
        <table className={`${paper.table} ${classes.figures}`} aria-label={t('report.claims')}>
          <thead>
            <tr>
              {(['title', 'period', 'state', 'total', 'rejected', 'paid'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`claims:column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {listed.items.toReversed().map((claim) => (
              <tr key={claim.id}>
                <th scope="row">
                  <ScopedLink to={`/grants/${grant.id}/claims/${claim.id}`}>{nameOf(claim)}</ScopedLink>
                </th>
                <td>{f.period(claim.from, claim.to)}</td>
                <td>{t(`claims:state.${claim.state}`)}</td>
                <td>{money(claim.total)}</td>
                <td>{money(claim.rejected)}</td>
                <td>{money(claim.paidMinor)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
