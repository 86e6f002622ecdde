import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { PaperPage, Sheet } from '../../../../components/paper/paper-page.tsx'
import paper from '../../../../components/paper/parts.module.css'
import { useScope } from '../../../../components/scope.ts'
import { ScopedLink } from '../../../../components/scoped-link.tsx'
import { useRecord } from '../../../../components/use-record.ts'
import type { Claim, ClaimRow } from '../../../../contract/claims.ts'
import { claims } from '../../../../data/claims.ts'
import { useFormat } from '../../../../i18n/format.ts'
import { Nothing } from '../../../../ui/lines.tsx'
import { useDayQuery, useGrant } from '../../use-grant.ts'
import { useCategoryName, usePercent } from '../../words.ts'
import { useClaimName } from '../claim-name.ts'
import classes from './statement.module.css'

/** A claim's statements on screen as they will be printed: a sheet for each cluster that paid. */
export function Component() {
  const { t } = useTranslation('claims')
  const { id = '', claimId = '' } = useParams()
  const claim = useRecord(claims.read({ params: { id: claimId }, query: useDayQuery() }))
  const nameOf = useClaimName()
  const { data: rows } = useQuery({ ...claims.allRows(claimId), throwOnError: true })
  return (
    <PaperPage
      title={claim && rows && t('statement.pageTitle', { title: nameOf(claim) })}
      back={<ScopedLink to={`/grants/${id}/claims/${claimId}`}>{t('statement.back')}</ScopedLink>}
    >
      {() => claim && rows && <Sheets claim={claim} rows={rows} />}
    </PaperPage>
  )
}

function Sheets({ claim, rows }: { claim: Claim; rows: ClaimRow[] }) {
  const { t } = useTranslation('claims')
  if (claim.byCluster.length === 0) return <Nothing>{t('rows.empty')}</Nothing>
  return claim.byCluster.map((part) => (
    <Statement
      key={part.cluster?.id ?? ''}
      claim={claim}
      part={part}
      rows={rows.filter(({ payer }) => (payer?.id ?? null) === (part.cluster?.id ?? null))}
    />
  ))
}

const isAmount = (column: string) => ['whole', 'share', 'amount'].includes(column)

function Statement({
  claim,
  part: { cluster, direct, indirect, total },
  rows,
}: {
  claim: Claim
  part: Claim['byCluster'][number]
  rows: ClaimRow[]
}) {
  const { t } = useTranslation('claims')
  const f = useFormat()
  const percent = usePercent()
  const { day } = useScope()
  const grant = useGrant(claim.grant.id)
  const nameOf = useCategoryName(grant?.rules)
  const nameOfClaim = useClaimName()
  const name = cluster?.name ?? t('by.noCluster')
  const money = (minor: number) => f.money({ minor, currency: claim.currency })
  return (
    <Sheet label={t('statement.title', { name })}>
      <div className={classes.statement}>
        <header className={paper.head}>
          <span>{[claim.grant.name, grant?.reference].filter(Boolean).join(' · ')}</span>
          <span>{f.date(day)}</span>
        </header>
        <h2>{t('statement.title', { name })}</h2>
        <p>
          {[
            nameOfClaim(claim),
            f.period(claim.from, claim.to),
            claim.frozenOn ? t('since.frozen', { date: f.date(claim.frozenOn) }) : t(`state.${claim.state}`),
          ].join(' · ')}
        </p>
        <table className={paper.table}>
          <thead>
            <tr>
              {(['day', 'expense', 'supplier', 'category', 'whole', 'share', 'amount'] as const).map(
                (column) => (
                  <th key={column} scope="col" data-amount={isAmount(column) || undefined}>
                    {t(`rows.${column}`)}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>{row.on && f.date(row.on)}</td>
                <td>
                  {row.expense.name}
                  {row.kind === 'adjustment' && ` (${t('rows.adjustment')})`}
                </td>
                <td>{[row.supplier, row.reference].filter(Boolean).join(', ')}</td>
                <td>{row.category && nameOf(row.category)}</td>
                <td data-amount>{f.money(row.whole)}</td>
                <td data-amount>{percent(row.bp)}</td>
                <td data-amount>{money(row.amount)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            {(
              [
                ['direct', direct],
                ['indirect', indirect],
                ['total', total],
              ] as const
            ).map(([sum, minor]) => (
              <tr key={sum}>
                <th scope="row" colSpan={6}>
                  {t(`sum.${sum}`)}
                </th>
                <td data-amount>{money(minor)}</td>
              </tr>
            ))}
          </tfoot>
        </table>
        <div className={paper.sign}>
          <span>{t('statement.signatory')}</span>
          <span>{t('statement.signature')}</span>
        </div>
      </div>
    </Sheet>
  )
}
