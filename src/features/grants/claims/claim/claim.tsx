import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { SampleMark } from '../../../../components/sample-mark.tsx'
import { ScopedLink } from '../../../../components/scoped-link.tsx'
import { useRecord } from '../../../../components/use-record.ts'
import type { Claim } from '../../../../contract/claims.ts'
import { claims } from '../../../../data/claims.ts'
import { useFormat } from '../../../../i18n/format.ts'
import { WaitingLines } from '../../../../ui/waiting-lines.tsx'
import { useDayQuery, useTabGrant } from '../../use-grant.ts'
import { useClaimName } from '../claim-name.ts'
import { ClaimStateBadge } from '../state-badge.tsx'
import { ClaimActions } from './actions.tsx'
import { Checks } from './checks.tsx'
import classes from './claim.module.css'
import { ClaimPapers } from './papers.tsx'
import { ClaimRows } from './rows.tsx'
import { Statements } from './statements.tsx'
import { Sums } from './sums.tsx'
import { useDecision } from './use-decision.ts'

/** One claim: what it comes to, what stands in its way, who owes what, and its rows. */
export function Component() {
  const grant = useTabGrant()
  const { claimId = '' } = useParams()
  const claim = useRecord(claims.read({ params: { id: claimId }, query: useDayQuery() }))
  return claim ? <ClaimView claim={claim} grant={grant} /> : <WaitingLines />
}

function ClaimView({ claim, grant }: { claim: Claim; grant: ReturnType<typeof useTabGrant> }) {
  const { t } = useTranslation('claims')
  const f = useFormat()
  const decision = useDecision(claim)
  const name = useClaimName()(claim)
  const steps = (['frozen', 'submitted', 'decided', 'paid'] as const).flatMap((step) => {
    const on = claim[`${step}On`]
    return on ? t(`since.${step}`, { date: f.date(on) }) : []
  })
  return (
    <article className={classes.claim} aria-label={name}>
      <header className={classes.head}>
        <div>
          <ScopedLink to={`/grants/${grant.id}/claims`}>{t('back')}</ScopedLink>
          <h2>
            {name} <ClaimStateBadge state={claim.state} /> {claim.sample && <SampleMark />}
          </h2>
          <p>{[f.period(claim.from, claim.to), ...steps, claim.note].filter(Boolean).join(' · ')}</p>
        </div>
        <div className={classes.actions}>
          <ClaimActions claim={claim} grant={grant} decision={decision} />
          <ClaimPapers claim={claim} />
        </div>
      </header>
      <Sums claim={claim} />
      {claim.state === 'draft' && <Checks claim={claim} grant={grant} />}
      <ClaimRows claim={claim} grant={grant} decision={decision} />
      <Statements claim={claim} grant={grant} />
    </article>
  )
}
