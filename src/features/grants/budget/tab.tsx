import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useNoWriting } from '../../../components/may-write.ts'
import { useReason } from '../../../components/problem-sentence.ts'
import { useRecord } from '../../../components/use-record.ts'
import { useWrite } from '../../../components/use-write.ts'
import type { Budget } from '../../../contract/budget.ts'
import type { Grant } from '../../../contract/grants.ts'
import { budget as data } from '../../../data/grants.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { WaitingLines } from '../../../ui/waiting-lines.tsx'
import { useDayQuery, useTabGrant } from '../use-grant.ts'
import classes from './budget.module.css'
import { DraftEditor } from './draft-editor.tsx'
import { linesOf } from './matrix.ts'
import { MatrixView } from './matrix-view.tsx'
import { Transfers } from './transfers.tsx'
import { Versions } from './versions.tsx'

/** The budget: its matrix in the version shown, its versions, and what was moved between lines. */
export function Component() {
  const grant = useTabGrant()
  const budget = useRecord(data.read({ params: { id: grant.id }, query: useDayQuery() }))
  const shown = useShownVersion(budget)
  if (!budget) return <WaitingLines />
  if (budget.versions.length === 0) return <Begin grant={grant} budget={budget} />
  return (
    <div className={classes.tab}>
      <Versions grant={grant} budget={budget} shown={shown} />
      {shown && shown.adoptedOn === null ? (
        <DraftEditor key={shown.id} grant={grant} budget={budget} version={shown} />
      ) : (
        <MatrixView
          grant={grant}
          currency={budget.currency}
          lines={linesOf(budget, shown && shown.id !== budget.inForceId ? shown.id : null)}
          budget={budget}
        />
      )}
      <Transfers grant={grant} budget={budget} />
    </div>
  )
}

export type Version = Budget['versions'][number]

/** The version in the address, else the draft that is being worked on, else the one in force. */
function useShownVersion(budget: Budget | undefined): Version | undefined {
  const [params] = useSearchParams()
  const wanted = params.get('version')
  const versions = budget?.versions ?? []
  return (
    versions.find(({ id }) => id === wanted) ??
    versions.find(({ adoptedOn }) => adoptedOn === null) ??
    versions.find(({ id }) => id === budget?.inForceId) ??
    versions.at(-1)
  )
}

function Begin({ grant, budget }: { grant: Grant; budget: Budget }) {
  const { t } = useTranslation('budget')
  const noWriting = useNoWriting()
  const reason = useReason()
  const begin = useWrite(data.begin, { message: () => t('version.begun'), failure: 'toast' })
  return (
    <EmptyState
      title={t('empty.title')}
      action={
        <ActionButton
          reason={noWriting ?? reason(grant.deletedAt ? { code: 'record_in_bin' } : null)}
          loading={begin.isPending}
          onClick={() => begin.mutate({ params: { id: grant.id }, body: {}, version: budget.version })}
        >
          {t('version.begin')}
        </ActionButton>
      }
    >
      {t('empty.text')}
    </EmptyState>
  )
}
