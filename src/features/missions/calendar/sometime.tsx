import { useTranslation } from 'react-i18next'
import { MissionLine } from '../../../components/missions-section.tsx'
import type { MissionRow } from '../../../contract/missions.ts'
import { Lines } from '../../../ui/lines.tsx'
import classes from './calendar.module.css'

/** Missions of which no day is known yet, only a month or a year that touches the one shown. */
export function Sometime({ rows, year }: { rows: readonly MissionRow[]; year: string }) {
  const { t } = useTranslation('missions')
  if (rows.length === 0) return null
  return (
    <section className={classes.sometime} aria-labelledby="sometime">
      <h2 id="sometime">{t('calendar.sometime', { year })}</h2>
      <Lines>
        {rows.map((row) => (
          <MissionLine key={row.id} mission={row} />
        ))}
      </Lines>
    </section>
  )
}
