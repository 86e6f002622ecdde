import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useScopedNavigate } from '../../../components/scope.ts'
import type { Mission } from '../../../contract/missions.ts'
import type { Participation } from '../../../contract/participations.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Dot } from '../../../ui/dot.tsx'
import { useRowKeys } from '../../../ui/row-keys.ts'
import { toggled } from '../../../ui/table-parts.tsx'
import { arranged } from './arrange.ts'
import { BulkBar } from './bulk-bar.tsx'
import classes from './companies.module.css'
import { CompanyRow } from './company-row.tsx'
import type { CompanyView } from './use-company-view.ts'
import { useMoveGesture } from './use-move.ts'

/** One side's companies, by cluster or in another order. j/k move, Enter opens, x selects. */
export function CompanyList({
  mission,
  rows,
  view,
}: {
  mission: Mission
  rows: readonly Participation[]
  view: CompanyView
}) {
  const { t } = useTranslation(['participations', 'ui'])
  const f = useFormat()
  const navigate = useScopedNavigate()
  const groups = arranged(rows, view, f.compare)
  const flat = groups.flatMap((group) => group.rows)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const chosen = flat.filter(({ id }) => selected.has(id))
  const gesture = useMoveGesture(mission)
  const box = useRef<HTMLTableElement>(null)
  const keys = useRowKeys({
    count: flat.length,
    open: (index) => flat[index] && void navigate(`/missions/participations/${flat[index].id}`),
    toggle: (index) => flat[index] && setSelected(toggled(selected, flat[index].id)),
    reveal: (index) =>
      box.current?.querySelector(`[data-row="${index}"]`)?.scrollIntoView({ block: 'nearest' }),
  })
  if (flat.length === 0)
    return (
      <p className={classes.quiet} role="status">
        {t('nothing')}{' '}
        <Button variant="subtle" size="compact-sm" onClick={() => view.set({ q: null, state: null })}>
          {t('ui:table.clearFilters')}
        </Button>
      </p>
    )
  const withHome = view.side === 'home'
  return (
    <>
      <table
        ref={box}
        className={classes.table}
        aria-label={t(`side.${view.side}`)}
        onKeyDown={keys.onKeyDown}
      >
        <thead className={classes.columns}>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t('column.select')}</span>
            </th>
            <th scope="col">{t('column.organisation')}</th>
            <th scope="col">{t('column.state')}</th>
            {withHome && <th scope="col">{t('column.score')}</th>}
            <th scope="col">{t('column.people')}</th>
            <th scope="col">{t('column.meetings')}</th>
            {withHome && <th scope="col">{t('column.fee')}</th>}
            <th scope="col">
              <span className="visually-hidden">{t('column.steps')}</span>
            </th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.key}>
            {view.sort === 'cluster' && (
              <tr className={classes.group}>
                <th scope="rowgroup" colSpan={8}>
                  <Dot colour={group.colour} /> {group.cluster?.name ?? t('noCluster')}{' '}
                  <span className={classes.quiet}>{group.rows.length}</span>
                </th>
              </tr>
            )}
            {group.rows.map((row) => {
              const index = flat.indexOf(row)
              return (
                <CompanyRow
                  key={row.id}
                  mission={mission}
                  row={row}
                  index={index}
                  active={index === keys.active}
                  onFocus={() => keys.setActive(index)}
                  selected={selected.has(row.id)}
                  onSelect={() => setSelected(toggled(selected, row.id))}
                  onMove={(to) => gesture.move([row], to)}
                />
              )
            })}
          </tbody>
        ))}
      </table>
      {chosen.length > 0 && (
        <BulkBar
          rows={chosen}
          busy={gesture.isPending}
          progress={gesture.progress}
          onMove={(to) => gesture.move(chosen, to)}
          onAll={
            chosen.length < flat.length ? () => setSelected(new Set(flat.map(({ id }) => id))) : undefined
          }
          onClear={() => setSelected(new Set())}
        />
      )}
    </>
  )
}
