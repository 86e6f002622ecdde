import { useTranslation } from 'react-i18next'
import type { View } from '../../contract/views.ts'
import { useFormat } from '../../i18n/format.ts'
import { Line, Lines } from '../../ui/lines.tsx'
import { Section } from '../../ui/section.tsx'
import { RecordLink } from '../record-link.tsx'
import { ScopedLink } from '../scoped-link.tsx'
import classes from './view.module.css'

/** What the alliances have set out to reach, how far they are, and the way to the companies that count. */
export function ViewTargets({ targets }: { targets: View['targets'] }) {
  const { t } = useTranslation('views')
  const f = useFormat()
  if (targets.length === 0) return null
  return (
    <Section title={t('targets.title')} count={targets.length}>
      <Lines>
        {targets.map(({ alliance, value, reached, by, detail }) => (
          <Line
            key={`${alliance.id} ${value} ${by}`}
            title={
              <span className={classes.target}>
                <span className={classes.bar} aria-hidden>
                  <span
                    className={classes.fill}
                    style={{ width: `${Math.min(100, (reached / value) * 100)}%` }}
                  />
                </span>
                <ScopedLink to={`/companies/served?alliance=${alliance.id}`}>
                  {t('targets.of', { reached: f.number(reached), value: f.number(value) })}
                </ScopedLink>
              </span>
            }
          >
            <RecordLink noun="alliances" id={alliance.id} name={alliance.name} />
            {[detail, by && t('targets.by', { date: f.date(by) })]
              .filter(Boolean)
              .map((words) => ` · ${words}`)}
          </Line>
        ))}
      </Lines>
    </Section>
  )
}
