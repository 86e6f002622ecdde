import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { PaperPage, Sheet } from '../../../components/paper/paper-page.tsx'
import paper from '../../../components/paper/parts.module.css'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import { useRecord } from '../../../components/use-record.ts'
import type { Position } from '../../../contract/budget.ts'
import type { Grant } from '../../../contract/grants.ts'
import { budget } from '../../../data/grants.ts'
import { useFormat } from '../../../i18n/format.ts'
import sheet from '../claims/print/statement.module.css'
import { alertPath, useAlertSentence } from '../position/alerts.tsx'
import { useDayQuery, useGrant } from '../use-grant.ts'
import { useRoundPercent, useTotalText } from '../words.ts'
import { ReportClaims } from './claims.tsx'
import { FundersTable, RollTable, StandTable } from './figures.tsx'
import classes from './report.module.css'

/** What a grant's funders are told as of the day, on a sheet of paper: every figure with the way to its records on screen. */
export function Component() {
  const { t } = useTranslation('grants')
  const { id = '' } = useParams()
  const grant = useGrant(id)
  const position = useRecord(budget.position({ params: { id }, query: useDayQuery() }))
  return (
    <PaperPage
      title={grant && position && t('report.title', { title: grant.title })}
      back={<ScopedLink to={`/grants/${id}`}>{t('report.back')}</ScopedLink>}
    >
      {() => grant && position && <Report grant={grant} position={position} />}
    </PaperPage>
  )
}

function Report({ grant, position }: { grant: Grant; position: Position }) {
  const { t } = useTranslation('grants')
  const f = useFormat()
  const { title, reference, programme, call, alliance, cluster, starts, ends } = grant
  const totalText = useTotalText()
  const whose = [alliance?.name, cluster?.name, f.period(starts, ends), totalText(grant)]
  return (
    <Sheet label={t('report.title', { title })}>
      <div className={`${sheet.statement} ${classes.report}`}>
        <header className={paper.head}>
          <span>{[reference, programme, programme === call ? null : call].filter(Boolean).join(' · ')}</span>
          <span>{t('report.asOf', { date: f.date(position.asOf) })}</span>
        </header>
        <h2>{title}</h2>
        <p>{whose.filter(Boolean).join(' · ')}</p>
        {position.lines.some(({ sample }) => sample) && (
          <p className={classes.sample}>{t('report.sample')}</p>
        )}
        <Pace position={position} />
        <StandTable grant={grant} position={position} />
        <FundersTable grant={grant} position={position} />
        <RollTable grant={grant} position={position} by="category" />
        <RollTable grant={grant} position={position} by="cluster" />
        <ReportClaims grant={grant} />
        <Attention grant={grant} position={position} />
        <Definitions />
        <div className={paper.sign}>
          <span>{t('report.signatory')}</span>
          <span>{t('report.signature')}</span>
        </div>
      </div>
    </Sheet>
  )
}

function Pace({ position: { elapsedBp, total } }: { position: Position }) {
  const { t } = useTranslation('grants')
  const percent = useRoundPercent()
  if (elapsedBp === null) return null
  const elapsed = percent(elapsedBp)
  return (
    <p>
      {total.spentBp === null
        ? t('answer.paceTime', { elapsed })
        : t('answer.pace', { elapsed, spent: percent(total.spentBp) })}
    </p>
  )
}

function Attention({ grant, position }: { grant: Grant; position: Position }) {
  const { t } = useTranslation('grants')
  const sentence = useAlertSentence({ grant, position })
  return (
    <section>
      <h3>{t('report.attention')}</h3>
      {position.alerts.length === 0 ? (
        <p>{t('report.nothing')}</p>
      ) : (
        <ul>
          {position.alerts.map((alert) => (
            <li key={`${alert.kind}-${alert.lineId}-${alert.params.from}`}>
              <ScopedLink to={alertPath(grant.id, alert)}>{sentence(alert)}</ScopedLink>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const defined = ['budget', 'committed', 'paid', 'claimed', 'reimbursed', 'available', 'forecast'] as const

function Definitions() {
  const { t } = useTranslation('grants')
  const f = useFormat()
  return (
    <section>
      <h3>{t('report.definitions')}</h3>
      <p className={classes.small}>
        {defined.map((figure) => `${t(`figure.${figure}`)}${f.colon}${t(`figure.rule.${figure}`)}`).join(' ')}
      </p>
    </section>
  )
}
