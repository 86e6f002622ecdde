import { useTranslation } from 'react-i18next'
import { Sheet } from '../../../components/paper/paper-page.tsx'
import { Nothing } from '../../../ui/lines.tsx'
import { byDay, isSample } from '../sittings.ts'
import { tableName } from '../table-name.ts'
import { MissionPaper } from './mission-paper.tsx'
import classes from './paper.module.css'
import { MissionHead } from './participant-sheet.tsx'
import { usePaper } from './use-paper.ts'

/** A sheet for each table: who meets there and when, with room to sign. */
export function Component() {
  const { t } = useTranslation('programme')
  const { id, paper } = usePaper()
  return (
    <MissionPaper title={paper && t('tableSheets')} missionId={id}>
      {(words) => (
        <>
          {paper?.schedule.tables.length === 0 && <Nothing>{t('none')}</Nothing>}
          {paper?.schedule.tables.map((table) => {
            const days = byDay(paper.sittings.filter(({ meeting }) => meeting.tableId === table.id))
            return (
              <Sheet key={table.id} label={tableName(words.t('table'), table.name)}>
                <MissionHead mission={paper.mission} sample={isSample(paper.schedule)} words={words} />
                <h2 className={classes.tableName}>{table.name}</h2>
                {table.place && <p className={classes.native}>{table.place}</p>}
                {days.length === 0 && <p>{words.t('emptyTable')}</p>}
                {days.map(({ day, entries }) => (
                  <section key={day}>
                    <h3 className={classes.day}>{words.f.longDate(day)}</h3>
                    <table className={classes.table}>
                      <thead>
                        <tr>
                          <th className={classes.timeColumn}>{words.t('time')}</th>
                          <th>{words.t('companies')}</th>
                          <th>{words.t('counterparts')}</th>
                          <th className={`${classes.blank} ${classes.wide}`}>{words.t('signature')}</th>
                        </tr>
                      </thead>
                      <tbody>
                        {entries.map(({ meeting, slot, a, b }) => (
                          <tr key={meeting.id}>
                            <th className={classes.time} scope="row">
                              {slot.starts}–{slot.ends}
                            </th>
                            <td>{a.name}</td>
                            <td>
                              {b.name} {b.nativeName && <span className={classes.small}>{b.nativeName}</span>}
                            </td>
                            <td className={classes.wide} />
                          </tr>
                        ))}
                      </tbody>
                    </table>
                  </section>
                ))}
              </Sheet>
            )
          })}
        </>
      )}
    </MissionPaper>
  )
}
