import { useTranslation } from 'react-i18next'
import type { SmeStep, SmeVerdict } from '../../../contract/accounts.ts'
import { measures } from '../../../domain/sme/ceilings.ts'
import type { SmeStepCode } from '../../../domain/sme/steps.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Section } from '../../../ui/section.tsx'
import { useEuros } from '../euros.ts'
import classes from './status.module.css'
import { useFigure } from './use-figure.ts'
import { useStepSentence } from './use-step-sentence.ts'

const chapters = ['together', 'figures', 'size'] as const

/** The chapter that a step belongs to. */
const chapterOf: Record<SmeStepCode, (typeof chapters)[number]> = {
  linked: 'together',
  partner: 'together',
  below_partner: 'together',
  exempt_investor: 'together',
  exemption_lost: 'together',
  public_bodies: 'together',
  public_bodies_below: 'together',
  autonomous: 'together',
  own_figures: 'figures',
  linked_figures: 'figures',
  partner_figures: 'figures',
  in_group_accounts: 'figures',
  figures_missing: 'size',
  total: 'size',
  size: 'size',
  size_kept: 'size',
  size_changed: 'size',
  single_period: 'size',
  estimate: 'size',
  verdict: 'size',
}

const ofAccounts: SmeStepCode[] = ['total', 'size', 'single_period']

/** The reasoning step by step, each with its article and the figures used. */
export function Reasoning({ verdict }: { verdict: SmeVerdict }) {
  const { t } = useTranslation('sme')
  // Without any accounts there is nothing to add up or compare.
  const steps = verdict.steps.filter(({ code }) => verdict.closedOn !== null || !ofAccounts.includes(code))
  return (
    <Section title={t('reasoning.title')}>
      {chapters.map((chapter) => {
        const own = steps.filter(({ code }) => chapterOf[code] === chapter)
        return (
          own.length > 0 && (
            <div key={chapter}>
              <h3 className={classes.chapter}>{t(`reasoning.${chapter}`)}</h3>
              <ol className={classes.steps}>
                {own.map((step, n) => (
                  <Step key={n} step={step} />
                ))}
              </ol>
            </div>
          )
        )
      })}
    </Section>
  )
}

function Step({ step }: { step: SmeStep }) {
  const { t } = useTranslation('sme')
  const f = useFormat()
  const figure = useFigure()
  const euros = useEuros()
  const sentence = useStepSentence()
  const { code, article, closedOn, figures, ceiling } = step
  return (
    <li className={classes.step}>
      <span>{t('reasoning.article', { article })}</span>
      <div className={code === 'verdict' ? classes.verdictStep : undefined}>
        <p>{sentence(step)}</p>
        {figures && (
          <p className={classes.figures}>
            {[
              ...measures.map((measure) => `${t(`measure.${measure}`)} ${figure(measure, figures[measure])}`),
              closedOn && t('closing', { date: f.date(closedOn) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        )}
        {ceiling && step.status !== 'unknown' && (
          <p className={classes.figures}>
            {t('ceiling', {
              headcount: f.number(ceiling.headcount),
              turnover: euros(ceiling.turnover),
              balanceSheet: euros(ceiling.balanceSheet),
            })}
          </p>
        )}
      </div>
    </li>
  )
}
