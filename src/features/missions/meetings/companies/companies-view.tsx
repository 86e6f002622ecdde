import { SegmentedControl } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { ScopedLink } from '../../../../components/scoped-link.tsx'
import type { Mission } from '../../../../contract/missions.ts'
import { useFormat } from '../../../../i18n/format.ts'
import { Dot } from '../../../../ui/dot.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { matches } from '../../../../ui/matches.ts'
import type { Model } from '../model.ts'
import { shortDay, useNames } from '../names.ts'
import classes from './companies.module.css'
import { type PersonRow, personRows } from './days-of.ts'
import { PersonDays } from './person-days.tsx'

const orders = ['name', 'meetings', 'gaps', 'unplaced'] as const
type Order = (typeof orders)[number]

/** The schedule by participant: one row each over the slots, with their gaps and whom they meet. */
export function CompaniesView({ mission, model }: { mission: Mission; model: Model }) {
  const { t } = useTranslation('meetings')
  const f = useFormat()
  const phone = useMediaQuery('(max-width: 760px)', false, { getInitialValueInEffect: false })
  const [params, setParams] = useSearchParams()
  const side = params.get('show') === 'partner' ? 'partner' : 'home'
  const [order, setOrder] = useState<Order>('name')
  const [search, setSearch] = useState('')
  const all = useMemo(() => personRows(model), [model])
  const rows = all
    .filter(({ participant }) => participant.side === side && matches(participant.name, search))
    .sort((x, y) =>
      order === 'name'
        ? f.compare(x.participant.name, y.participant.name)
        : y[order] - x[order] || f.compare(x.participant.name, y.participant.name),
    )
  if (all.length === 0)
    return <EmptyState title={t('companies.empty')}>{t('companies.emptyText')}</EmptyState>
  return (
    <div className={classes.view}>
      <div className={classes.bar}>
        <SegmentedControl
          size="xs"
          aria-label={t('companies.side')}
          value={side}
          data={(['home', 'partner'] as const).map((value) => ({ value, label: t(`side.${value}`) }))}
          onChange={(value) =>
            setParams(
              (current) => {
                const next = new URLSearchParams(current)
                next.set('show', value)
                return next
              },
              { replace: true, preventScrollReset: true },
            )
          }
        />
        <SegmentedControl
          size="xs"
          aria-label={t('companies.order')}
          value={order}
          data={orders.map((value) => ({ value, label: t(`companies.by.${value}`) }))}
          onChange={(value) => setOrder(value as Order)}
        />
        <input
          type="search"
          className={classes.search}
          aria-label={t('grid.look')}
          placeholder={t('grid.look')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </div>
      {phone ? (
        rows.map((row) => <PersonDays key={row.participant.id} mission={mission} model={model} row={row} />)
      ) : (
        <PeopleTable mission={mission} model={model} rows={rows} />
      )}
    </div>
  )
}

function PeopleTable({
  mission,
  model,
  rows,
}: {
  mission: Mission
  model: Model
  rows: readonly PersonRow[]
}) {
  const { t } = useTranslation('meetings')
  const f = useFormat()
  const names = useNames(model)
  const isFirst = (index: number) => model.slots[index]?.day !== model.slots[index - 1]?.day
  return (
    <div className={classes.box}>
      <table className={classes.table} aria-label={t('view.companies')}>
        <thead>
          <tr>
            <th scope="col" rowSpan={2} className={classes.name}>
              {t('participant')}
            </th>
            {(['meetings', 'gaps', 'unplaced'] as const).map((figure) => (
              <th key={figure} scope="col" rowSpan={2} data-align="end">
                {t(`companies.${figure}`)}
              </th>
            ))}
            {model.days.map(({ day, from, to }) => (
              <th key={day} scope="colgroup" colSpan={to - from} data-first>
                {shortDay(day, f.language)}
              </th>
            ))}
          </tr>
          <tr>
            {model.slots.map(({ id, starts }, index) => (
              <th key={id} scope="col" data-first={isFirst(index) || undefined}>
                {starts}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ participant, at, meetings, gaps, unplaced }) => (
            <tr key={participant.id}>
              <th scope="row" className={classes.name}>
                <Dot colour={participant.colour} />{' '}
                <ScopedLink to={`/missions/${mission.id}/programmes/${participant.id}`}>
                  {participant.name}
                </ScopedLink>
              </th>
              <td data-align="end">{f.number(meetings)}</td>
              <td data-align="end">{f.number(gaps)}</td>
              <td data-align="end" data-some={unplaced > 0 || undefined}>
                {f.number(unplaced)}
              </td>
              {model.slots.map(({ id }, index) => {
                const held = at.get(index)
                const away = participant.unavailable.includes(id)
                return (
                  <td
                    key={id}
                    className={classes.slot}
                    data-first={isFirst(index) || undefined}
                    data-held={held !== undefined || undefined}
                    data-away={away || undefined}
                    title={held && `${names.who(held.with)} · ${names.table(held.table)}`}
                  >
                    {held ? (
                      names.who(held.with)
                    ) : away ? (
                      <span className="visually-hidden">{t('companies.away')}</span>
                    ) : null}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
