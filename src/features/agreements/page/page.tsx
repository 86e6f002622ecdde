import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { AgreementStatusBadge } from '../../../components/agreement-status-badge.tsx'
import { Documents } from '../../../components/dossier/documents.tsx'
import { Notes } from '../../../components/dossier/notes.tsx'
import { Sources } from '../../../components/dossier/sources.tsx'
import { Tasks } from '../../../components/dossier/tasks.tsx'
import { MissionsSection } from '../../../components/missions-section.tsx'
import { RecordHistory } from '../../../components/record-history.tsx'
import { SampleMark } from '../../../components/sample-mark.tsx'
import { useScope } from '../../../components/scope.ts'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import type { Agreement } from '../../../contract/agreements.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Page } from '../../../ui/page.tsx'
import { useAgreement } from '../use-agreement.ts'
import { Cooperation } from './cooperation.tsx'
import { AgreementFactList } from './fact-list.tsx'
import { Notices } from './notices.tsx'
import classes from './page.module.css'
import { PageActions } from './page-actions.tsx'
import { PageSkeleton } from './page-skeleton.tsx'
import { Parties } from './parties.tsx'
import { Present } from './present.tsx'
import { Renewals } from './renewals.tsx'
import { Stepper } from './stepper.tsx'

/** One agreement: where it stands, what can be done next, and everything known of it. */
export function Component() {
  const { t } = useTranslation('agreements')
  const agreement = useAgreement(useParams().id ?? '')
  return (
    <Page
      title={agreement?.title}
      eyebrow={<ScopedLink to="/agreements">{t('title')}</ScopedLink>}
      status={agreement && <Status agreement={agreement} />}
      subtitle={agreement && <Subtitle agreement={agreement} />}
      actions={agreement && <PageActions agreement={agreement} />}
    >
      {agreement ? <Body agreement={agreement} /> : <PageSkeleton />}
    </Page>
  )
}

function Body({ agreement }: { agreement: Agreement }) {
  const record = { noun: 'agreements' as const, recordId: agreement.id }
  return (
    <>
      <Notices agreement={agreement} />
      <Stepper agreement={agreement} />
      <div className={classes.body}>
        <div className={classes.main}>
          <Parties agreement={agreement} />
          <Present agreement={agreement} />
          <Cooperation agreement={agreement} />
          <MissionsSection of={{ agreement: agreement.id }} begin={{ forAgreement: agreement.id }} />
        </div>
        <div className={classes.aside}>
          <AgreementFactList agreement={agreement} />
          <Renewals agreement={agreement} />
          <Tasks {...record} />
          <Notes {...record} />
        </div>
        <div className={classes.record}>
          <Documents {...record} />
          <Sources {...record} />
          <RecordHistory {...record} />
        </div>
      </div>
    </>
  )
}

function Status({ agreement }: { agreement: Agreement }) {
  return (
    <>
      <AgreementStatusBadge status={agreement.status} overdue={agreement.overdue} />
      {agreement.sample && <SampleMark />}
    </>
  )
}

/** What kind of agreement, for when, and the day its status is that of. */
function Subtitle({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation(['agreements', 'common'])
  const f = useFormat()
  const { isToday } = useScope()
  return [
    t(`common:agreementType.${agreement.type}`),
    f.period(agreement.starts, agreement.ends),
    !isToday && t('asOf', { date: f.date(agreement.asOf) }),
  ]
    .filter(Boolean)
    .join(' · ')
}
