import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ActingLedger } from '../../contract/acting.ts'
import { acting } from '../../data/acting.ts'
import { actKinds } from '../../domain/acting.ts'
import { useFormat } from '../../i18n/format.ts'
import { Nothing } from '../../ui/lines.tsx'
import { Section } from '../../ui/section.tsx'
import { useMay } from '../may.ts'
import { useScope } from '../scope.ts'
import { ScopedLink } from '../scoped-link.tsx'
import { actingPath } from './acting-path.ts'
import { amounts } from './amounts.ts'
import classes from './view.module.css'

type Done = ActingLedger['total']['lead']

/** What a cluster did for the others and got from them. */
export function ClusterActing({ id }: { id: string }) {
  const { t } = useTranslation('views')
  const { query } = useScope()
  const may = useMay()
  const { data } = useQuery({
    ...acting.ledger({ query: { ...query, cluster: id } }),
    enabled: may('budgets.read'),
  })
  const mine = data?.clusters.find(({ cluster }) => cluster.id === id)
  if (!data) return null
  return (
    <Section title={t('acting.section')} action={<ScopedLink to="/acting">{t('acting.tab')}</ScopedLink>}>
      {!mine ? (
        <Nothing>{t('acting.none')}</Nothing>
      ) : (
        <div className={classes.scroll}>
          <table className={classes.table} aria-label={t('acting.section')}>
            <thead>
              <tr>
                <th scope="col">{t('acting.what')}</th>
                <th scope="col" className={classes.number}>
                  {t('acting.gave')}
                </th>
                <th scope="col" className={classes.number}>
                  {t('acting.got')}
                </th>
              </tr>
            </thead>
            <tbody>
              {actKinds.map((kind) => (
                <tr key={kind}>
                  <th scope="row">{t(`acting.kind.${kind}`)}</th>
                  <td className={classes.number} data-label={t('acting.gave')}>
                    <ActingNumber done={mine.gave[kind]} to={actingPath(kind, { by: id })} />
                  </td>
                  <td className={classes.number} data-label={t('acting.got')}>
                    <ActingNumber done={mine.got[kind]} to={actingPath(kind, { for: id })} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  )
}

/** How often, and what it cost; the way to the records. */
export function ActingNumber({ done, to }: { done: Done; to: string }) {
  const f = useFormat()
  if (done.count === 0) return <span className={classes.zero}>0</span>
  return (
    <>
      <ScopedLink to={to}>{f.number(done.count)}</ScopedLink>
      {done.sums.length > 0 && <span className={classes.share}>{amounts(f, done.sums)}</span>}
    </>
  )
}
