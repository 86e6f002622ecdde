import { UnstyledButton } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RecordLink } from '../../../components/record-link.tsx'
import type { Schedule } from '../../../contract/meetings.ts'
import type { MissionResults } from '../../../contract/outcomes.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Nothing } from '../../../ui/lines.tsx'
import { Section } from '../../../ui/section.tsx'
import { CountedMeetings } from './counted.tsx'
import classes from './results.module.css'

const figures = ['companies', 'attended', 'meetings', 'held', 'outcomes'] as const
type Figure = (typeof figures)[number]
type Row = MissionResults['byCluster'][number]

/** What each cluster brought and what came of it. Each figure opens what it counts, below its row. */
export function ByCluster({ results, schedule }: { results: MissionResults; schedule: Schedule }) {
  const { t } = useTranslation('results')
  const rows = results.byCluster
  return (
    <Section title={t('clusters.title')}>
      {rows.length === 0 ? (
        <Nothing>{t('clusters.nobody')}</Nothing>
      ) : (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('clusters.cluster')}</th>
                {figures.map((figure) => (
                  <th key={figure} scope="col" className={classes.number}>
                    {t(`clusters.${figure}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <ClusterRow key={row.cluster?.id ?? ''} row={row} results={results} schedule={schedule} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  )
}

function ClusterRow({ row, ...rest }: { row: Row; results: MissionResults; schedule: Schedule }) {
  const { t } = useTranslation('results')
  const f = useFormat()
  const [open, setOpen] = useState<Figure | null>(null)
  const listId = useId()
  const { cluster } = row
  return (
    <>
      <tr>
        <th scope="row">
          {cluster ? (
            <RecordLink noun="organisations" cluster id={cluster.id} name={cluster.name} />
          ) : (
            t('clusters.none')
          )}
        </th>
        {figures.map((figure) => (
          <td key={figure} className={classes.number}>
            {row[figure] === 0 ? (
              f.number(0)
            ) : (
              <UnstyledButton
                className={classes.figure}
                aria-expanded={open === figure}
                aria-controls={listId}
                aria-label={t('clusters.open', { count: row[figure], what: t(`clusters.${figure}`) })}
                onClick={() => setOpen(open === figure ? null : figure)}
              >
                {f.number(row[figure])}
              </UnstyledButton>
            )}
          </td>
        ))}
      </tr>
      {open && (
        <tr id={listId}>
          <td colSpan={figures.length + 1}>
            <strong>{t(`clusters.${open}`)}</strong>
            <Opened figure={open} ids={row.ids[open]} {...rest} />
          </td>
        </tr>
      )}
    </>
  )
}

interface OpenedProps {
  figure: Figure
  ids: readonly string[]
  results: MissionResults
  schedule: Schedule
}

function Opened({ figure, ids, results, schedule }: OpenedProps) {
  if (figure === 'meetings' || figure === 'held') return <CountedMeetings ids={ids} schedule={schedule} />
  const counted = new Set(ids)
  const records =
    figure === 'outcomes'
      ? results.outcomes.map(({ id, title }) => ({ id, name: title }))
      : schedule.participants
  return (
    <ul className={classes.counted}>
      {records
        .filter(({ id }) => counted.has(id))
        .toSorted((x, y) => x.name.localeCompare(y.name))
        .map(({ id, name }) => (
          <li key={id}>
            <RecordLink noun={figure === 'outcomes' ? null : 'participations'} id={id} name={name} />
          </li>
        ))}
    </ul>
  )
}
