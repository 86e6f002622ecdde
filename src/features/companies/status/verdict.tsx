import { useTranslation } from 'react-i18next'
import { RecordLink } from '../../../components/record-link.tsx'
import type { SmeVerdict } from '../../../contract/accounts.ts'
import { measures } from '../../../domain/sme/ceilings.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Section } from '../../../ui/section.tsx'
import classes from './status.module.css'
import { useFigure } from './use-figure.ts'

const law = 'https://eur-lex.europa.eu/eli/reco/2003/361/oj'

/** What it is on the day in one sentence, the figures compared, and what is missing. */
export function Verdict({ verdict }: { verdict: SmeVerdict }) {
  const { t } = useTranslation('sme')
  const f = useFormat()
  const figure = useFigure()
  const { status, confirmed, type, asOf, total, closedOn } = verdict
  return (
    <Section title={t('verdict.title')}>
      <div className={classes.verdict}>
        <div>
          <p className={classes.says}>
            {t('verdict.is', { name: t(`verdict.sentence.${status}`), date: f.date(asOf) })}
          </p>
          <p className={classes.quiet}>
            {t(`verdict.type.${type}`)} {status !== 'unknown' && !confirmed && t('verdict.unconfirmed')}{' '}
            <a href={law} target="_blank" rel="noreferrer noopener">
              {t('verdict.law')}
            </a>
          </p>
          {total && closedOn && (
            <dl className={classes.measures}>
              {measures.map((measure) => (
                <div key={measure}>
                  <dt>{t(`measure.${measure}`)}</dt>
                  <dd>{figure(measure, total[measure])}</dd>
                </div>
              ))}
            </dl>
          )}
        </div>
        {verdict.missing.length > 0 && <Missing missing={verdict.missing} />}
      </div>
    </Section>
  )
}

function Missing({ missing }: Pick<SmeVerdict, 'missing'>) {
  const { t } = useTranslation('sme')
  const f = useFormat()
  return (
    <div className={classes.missing} role="note">
      <strong>{t('missing.title')}</strong>
      <ul>
        {missing.map(({ code, enterprise, closedOn, linkId }) => {
          const [before, after] = t(`missing.${code}`, {
            name: '\u0000',
            date: closedOn ? f.date(closedOn) : '',
          }).split('\u0000')
          return (
            <li key={`${code} ${enterprise.id} ${linkId ?? ''} ${closedOn ?? ''}`}>
              {before}
              <RecordLink noun="organisations" id={enterprise.id} name={enterprise.name} />
              {after}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
