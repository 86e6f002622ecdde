import type { AgreementRow } from '../../../contract/agreements.ts'
import type { Task } from '../../../contract/dossier.ts'
import type { IndicatorCount, IndicatorRow } from '../../../contract/indicators.ts'
import type { MissionRow } from '../../../contract/missions.ts'
import type { Need } from '../../../contract/overview.ts'
import type { Breakdown, Dimension, View } from '../../../contract/views.ts'
import { actualText, targetText, titleIn } from '../../indicator/words.ts'
import { missionDates } from '../../mission-dates.ts'
import parts from '../../paper/parts.module.css'
import { amounts } from '../amounts.ts'
import { always, figureGroups, groupNames } from '../figures.tsx'
import classes from './brief.module.css'
import type { BriefFact } from './page.tsx'
import { BriefBreakdown, BriefBudget } from './tables.tsx'
import type { Words } from './words.ts'

interface Page<Row> {
  items: Row[]
  total: number
}
export interface BriefLists {
  inForce: Page<AgreementRow>
  open: Page<AgreementRow>
  ahead: Page<MissionRow>
  past: Page<MissionRow>
  needs: Page<Need>
  tasks: Page<Task>
  breakdown: Breakdown
  targets: readonly BriefTarget[]
}
export interface BriefTarget {
  indicator: IndicatorRow
  count: IndicatorCount | undefined
}

/** What one hands over: what is signed, what is coming, who took part, what it cost, what came of it, what to do next. */
export function Brief({
  kind,
  by,
  name,
  view,
  facts,
  lists,
  words,
}: {
  kind: Dimension
  by: Dimension
  name: string
  view: View
  facts: BriefFact[]
  lists: BriefLists
  words: Words
}) {
  const { t, f } = words
  return (
    <div className={classes.brief}>
      <header className={parts.head}>
        <strong>{t(`kind.${kind}`)}</strong>
        <span>{t('asOf', { date: f.date(view.asOf) })}</span>
      </header>
      <h2>{kind === 'market' ? f.place(name) : name}</h2>
      <dl className={classes.facts}>
        {facts.map(
          ([label, value]) =>
            value && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      <Figures view={view} words={words} />
      <div className={classes.columns}>
        <Agreements lists={lists} words={words} />
        <Missions lists={lists} words={words} />
      </div>
      <BriefBreakdown by={by} breakdown={lists.breakdown} words={words} />
      <BriefBudget budget={view.budget} words={words} />
      <div className={classes.columns}>
        <Targets of={name} targets={lists.targets} words={words} />
        <Next lists={lists} words={words} />
      </div>
      <p className={classes.small}>
        {t('definitions')} {t('money')}
      </p>
    </div>
  )
}

function Figures({ view: { figures, money }, words: { t, f } }: { view: View; words: Words }) {
  return (
    <div className={classes.figures}>
      {groupNames
        .filter((group) => group !== 'next')
        .map((group) => (
          <section key={group}>
            <h3>{t(`views:figures.group.${group}`)}</h3>
            <ul>
              {figureGroups[group]
                .filter((name) => figures[name].count > 0 || always.includes(name))
                .map((name) => (
                  <li key={name}>
                    <strong>{f.number(figures[name].count)}</strong>{' '}
                    {t(`views:figures.${name}`, { count: figures[name].count })}
                    {name in money && money[name as keyof View['money']].length > 0 && (
                      <span>
                        {f.colon}
                        {amounts(f, money[name as keyof View['money']])}
                      </span>
                    )}
                  </li>
                ))}
            </ul>
          </section>
        ))}
    </div>
  )
}

function Agreements({ lists: { inForce, open }, words }: { lists: BriefLists; words: Words }) {
  const { t, f } = words
  return (
    <section>
      <h3>{t('agreements')}</h3>
      <Rows
        rows={[...inForce.items, ...open.items]}
        total={inForce.total + open.total}
        words={words}
        line={({ title, status, signedOn, starts, ends, targetSignature }) => {
          const when = signedOn
            ? f.period(starts, ends) || f.date(signedOn)
            : targetSignature && t('target', { date: f.date(targetSignature) })
          return { title, rest: [t(`common:status.${status}`), when] }
        }}
      />
    </section>
  )
}

function Missions({ lists: { ahead, past }, words }: { lists: BriefLists; words: Words }) {
  const { t, f } = words
  return (
    <section>
      <h3>{t('missions')}</h3>
      <Rows
        rows={[...ahead.items, ...past.items]}
        total={ahead.total + past.total}
        words={words}
        line={(mission) => ({
          title: mission.title,
          rest: [missionDates(f, mission), mission.town, t(`common:missionStatus.${mission.status}`)],
        })}
      />
    </section>
  )
}

/** What is to be reached; where that is another's than the page's, also whose it is. */
function Targets({
  of,
  targets,
  words: { t, f },
}: {
  of: string
  targets: readonly BriefTarget[]
  words: Words
}) {
  if (targets.length === 0) return null
  const owner = ({ alliance, cluster, grant }: IndicatorRow) => (alliance ?? cluster ?? grant)?.name
  return (
    <section>
      <h3>{t('targets')}</h3>
      <ul>
        {targets.map(({ indicator, count }) => (
          <li key={indicator.id}>
            {titleIn(f.language, indicator)}{' '}
            <span>
              {[
                t('reached', {
                  actual: count ? actualText(f, indicator, count) : '–',
                  target: targetText(f, indicator),
                }),
                indicator.ends && f.period(null, indicator.ends),
                owner(indicator) !== of && owner(indicator),
              ]
                .filter(Boolean)
                .join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What is urgent; where nothing is, the tasks that are open. */
function Next({ lists: { needs, tasks }, words }: { lists: BriefLists; words: Words }) {
  const { t, f } = words
  return (
    <section>
      <h3>{t('tasks')}</h3>
      {needs.total > 0 ? (
        <Rows
          rows={needs.items.map((need, index) => ({ ...need, id: String(index) }))}
          total={needs.total}
          words={words}
          line={({ kind, title, on, amount }) => ({
            title,
            rest: [t(`overview:needs.kind.${kind}`), on && f.date(on), amount && f.money(amount)],
          })}
        />
      ) : (
        <Rows
          rows={tasks.items}
          total={tasks.total}
          words={words}
          line={({ title, due, assignee, cluster }) => ({
            title,
            rest: [due && t('due', { date: f.date(due) }), assignee?.name ?? cluster?.name],
          })}
        />
      )}
    </section>
  )
}

function Rows<Row extends { id: string }>({
  rows,
  total,
  line,
  words: { t },
}: {
  rows: readonly Row[]
  total: number
  line: (row: Row) => { title: string; rest: (string | null | undefined | false)[] }
  words: Words
}) {
  if (total === 0) return <p>{t('none')}</p>
  return (
    <ul>
      {rows.map((row) => {
        const { title, rest } = line(row)
        return (
          <li key={row.id}>
            {title} <span>{rest.filter(Boolean).join(', ')}</span>
          </li>
        )
      })}
      {total > rows.length && <li>{t('more', { count: total - rows.length })}</li>}
    </ul>
  )
}
