import { useTranslation } from 'react-i18next'
import type { View } from '../../contract/views.ts'
import type { FigureName } from '../../domain/figures.ts'
import { useFormat } from '../../i18n/format.ts'
import { Section } from '../../ui/section.tsx'
import { ScopedLink } from '../scoped-link.tsx'
import { amounts } from './amounts.ts'
import { openedPath } from './opened-path.ts'
import classes from './view.module.css'

export const figureGroups = {
  signed: ['inForce', 'expiring', 'unstarted', 'open', 'overdue', 'ended'],
  coming: ['toCome', 'running', 'held', 'cancelled'],
  who: ['companies', 'smes', 'smesServed', 'notServed', 'participations'],
  came: ['meetings', 'useful', 'outcomes', 'services'],
  cost: ['planned', 'committed', 'paid', 'aids', 'grants'],
  next: ['tasks'],
} as const satisfies Record<string, readonly FigureName[]>
export const groupNames = Object.keys(figureGroups) as (keyof typeof figureGroups)[]

/** Told even where there is none of it. */
export const always: readonly FigureName[] = [
  'inForce',
  'open',
  'toCome',
  'held',
  'smesServed',
  'notServed',
  'meetings',
  'outcomes',
  'paid',
  'tasks',
]

/** What there is over all nouns, each number leading to the list that it counts. `attention` narrows what needs attention. */
export function ViewFigures({ view, attention }: { view: View; attention: string }) {
  const { t } = useTranslation('views')
  const f = useFormat()
  const { figures, money } = view
  return (
    <Section title={t('figures.title')}>
      <div className={classes.groups}>
        {groupNames.map((group) => (
          <div key={group} className={classes.group}>
            <h3>{t(`figures.group.${group}`)}</h3>
            <ul>
              {figureGroups[group]
                .filter((name) => figures[name].count > 0 || always.includes(name))
                .map((name) => (
                  <li key={name} data-none={figures[name].count === 0 || undefined}>
                    <ScopedLink to={openedPath(figures[name])}>
                      <strong>{f.number(figures[name].count)}</strong>{' '}
                      <span className={classes.label}>
                        {t(`figures.${name}`, { count: figures[name].count })}
                      </span>
                    </ScopedLink>
                    {name in money && (
                      <span className={classes.amount}>{amounts(f, money[name as keyof View['money']])}</span>
                    )}
                  </li>
                ))}
              {group === 'next' && (
                <li>
                  <ScopedLink to={`/?${attention}`}>{t('figures.attention')}</ScopedLink>
                </li>
              )}
            </ul>
          </div>
        ))}
      </div>
    </Section>
  )
}
