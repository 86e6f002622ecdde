import { useTranslation } from 'react-i18next'
import { ClusterTabs } from '../../components/cluster-tabs.tsx'
import { RecordLink } from '../../components/record-link.tsx'
import { useScope } from '../../components/scope.ts'
import { ScopedLink } from '../../components/scoped-link.tsx'
import { useRecord } from '../../components/use-record.ts'
import { ActingNumber } from '../../components/view/acting.tsx'
import { actingPath } from '../../components/view/acting-path.ts'
import classes from '../../components/view/view.module.css'
import type { ActingLedger } from '../../contract/acting.ts'
import { acting } from '../../data/acting.ts'
import { actKinds } from '../../domain/acting.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { WaitingLines } from '../../ui/waiting-lines.tsx'

/** What each cluster did on behalf of the others, and what the others did for it. */
export function Component() {
  const { t } = useTranslation('views')
  const { query } = useScope()
  const ledger = useRecord(acting.ledger({ query }))
  return (
    <Page
      title={t('acting.title')}
      subtitle={t('acting.intro')}
      actions={<ScopedLink to="/acting/records">{t('acting.records')}</ScopedLink>}
    >
      <ClusterTabs current="acting" />
      {!ledger && <WaitingLines />}
      {ledger?.clusters.length === 0 && <EmptyState title={t('acting.none')}>{t('acting.hint')}</EmptyState>}
      {ledger && ledger.clusters.length > 0 && <LedgerTable ledger={ledger} />}
    </Page>
  )
}

const ways = [
  { way: 'gave', who: 'by' },
  { way: 'got', who: 'for' },
] as const

function LedgerTable({ ledger: { clusters, total } }: { ledger: ActingLedger }) {
  const { t } = useTranslation('views')
  return (
    <div className={classes.scroll}>
      <table className={classes.table} aria-label={t('acting.title')}>
        <thead>
          <tr>
            <th scope="col">{t('matrix.cluster')}</th>
            <th scope="col">{t('acting.way')}</th>
            {actKinds.map((kind) => (
              <th key={kind} scope="col" className={classes.number}>
                {t(`acting.kind.${kind}`)}
              </th>
            ))}
          </tr>
        </thead>
        {clusters.map(({ cluster, colour, ...done }) => (
          <tbody key={cluster.id}>
            {ways.map(({ way, who }, index) => (
              <tr key={way}>
                {index === 0 && (
                  <th scope="rowgroup" rowSpan={2}>
                    <RecordLink
                      noun="organisations"
                      cluster
                      id={cluster.id}
                      name={cluster.name}
                      colour={colour}
                    />
                  </th>
                )}
                <th scope="row">{t(`acting.${way}`)}</th>
                {actKinds.map((kind) => (
                  <td key={kind} className={classes.number} data-label={t(`acting.kind.${kind}`)}>
                    <ActingNumber done={done[way][kind]} to={actingPath(kind, { [who]: cluster.id })} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
        <tfoot>
          <tr className={classes.all}>
            <th scope="row" colSpan={2}>
              {t('matrix.all')}
            </th>
            {actKinds.map((kind) => (
              <td key={kind} className={classes.number} data-label={t(`acting.kind.${kind}`)}>
                <ActingNumber done={total[kind]} to={actingPath(kind)} />
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
      <p className={classes.hint}>{t('acting.hint')}</p>
    </div>
  )
}
