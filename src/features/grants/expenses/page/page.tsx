import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { Documents } from '../../../../components/dossier/documents.tsx'
import { Notes } from '../../../../components/dossier/notes.tsx'
import { Sources } from '../../../../components/dossier/sources.tsx'
import { Tasks } from '../../../../components/dossier/tasks.tsx'
import { useNoWriting } from '../../../../components/may-write.ts'
import { RecordHistory } from '../../../../components/record-history.tsx'
import { RecordPage, RecordWaiting } from '../../../../components/record-page.tsx'
import { useScope, useScopedNavigate } from '../../../../components/scope.ts'
import { ScopedLink } from '../../../../components/scoped-link.tsx'
import { useRecord } from '../../../../components/use-record.ts'
import { useWrite } from '../../../../components/use-write.ts'
import type { Expense } from '../../../../contract/expenses.ts'
import { expenses } from '../../../../data/expenses.ts'
import { useFormat } from '../../../../i18n/format.ts'
import { ActionButton } from '../../../../ui/action-button.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Columns } from '../../../../ui/page.tsx'
import { useClaimName } from '../../claims/claim-name.ts'
import { ExpenseStateBadge } from '../state-badge.tsx'
import { ExpenseAid } from './aid.tsx'
import { ExpenseFacts } from './facts.tsx'
import { ExpenseShares } from './shares.tsx'
import { useExpenseEditing } from './use-editing.ts'

/** One expense: what it was, who bears it at which rate, its receipt and its history. */
export function Component() {
  const { id = '' } = useParams()
  const { asOf } = useScope()
  const expense = useRecord(expenses.read({ params: { id }, query: asOf ? { asOf } : undefined }))
  return expense ? <ExpensePage expense={expense} /> : <RecordWaiting />
}

function ExpensePage({ expense }: { expense: Expense }) {
  const { t } = useTranslation(['expenses', 'history'])
  const f = useFormat()
  const navigate = useScopedNavigate()
  const editing = useExpenseEditing(expense)
  const grant = expense.shares[0]?.grant
  const back = grant ? `/grants/${grant.id}/expenses` : '/grants'
  const remove = useWrite(expenses.remove, {
    message: ({ title }) => t('page.deleted', { title }),
    onDone: () => void navigate(back),
  })
  const restore = useWrite(expenses.restore, { message: ({ title }) => t('page.restored', { title }) })
  const record = { noun: 'expenses' as const, recordId: expense.id }
  return (
    <RecordPage
      record={expense}
      remove={remove}
      restore={restore}
      title={expense.title}
      eyebrow={
        <ScopedLink to={back}>{grant ? t('page.of', { grant: grant.name }) : t('page.eyebrow')}</ScopedLink>
      }
      status={expense.state && <ExpenseStateBadge state={expense.state} />}
      subtitle={[f.money(expense.amount), expense.supplier?.name ?? expense.supplierName]
        .filter(Boolean)
        .join(' · ')}
      actions={<Approve expense={expense} />}
    >
      <Notices expense={expense} />
      <Columns
        aside={
          <>
            <Documents {...record} />
            <Tasks {...record} />
            <Notes {...record} />
          </>
        }
      >
        <ExpenseShares expense={expense} editing={editing} />
        <ExpenseAid expense={expense} />
        <ExpenseFacts expense={expense} editing={editing} />
        <Sources {...record} />
        <RecordHistory {...record} few />
      </Columns>
    </RecordPage>
  )
}

/** What it lacks, and that a claim holds it: a change is made up for later, and the figures claimed stay. */
function Notices({ expense: { gaps, shares } }: { expense: Expense }) {
  const { t } = useTranslation('expenses')
  const f = useFormat()
  const nameOf = useClaimName()
  const claims = shares.flatMap(({ claim }) => (claim && claim.state !== 'draft' ? nameOf(claim) : []))
  return (
    <>
      {claims.length > 0 && (
        <Notice tone="preparation">{t('page.claimed', { claims: f.list(claims) })}</Notice>
      )}
      {gaps.length > 0 && (
        <Notice tone="expiring">
          {t('page.gaps', { list: f.list(gaps.map((gap) => t(`gap.${gap}`).toLocaleLowerCase())) })}
        </Notice>
      )}
    </>
  )
}

/** The second person's approval, where a grant asks for it or somebody gave it. */
function Approve({ expense }: { expense: Expense }) {
  const { t } = useTranslation('expenses')
  const { day } = useScope()
  const noWriting = useNoWriting('expenses.approve')
  const approved = expense.approvedOn !== null
  const approve = useWrite(expenses.approve, {
    message: (reply) => t(reply.approvedOn ? 'page.approved' : 'page.unapproved'),
    failure: 'toast',
  })
  if (!approved && !expense.gaps.includes('approval')) return null
  return (
    <ActionButton
      variant={approved ? 'default' : 'filled'}
      reason={noWriting}
      loading={approve.isPending}
      onClick={() =>
        approve.mutate({
          params: { id: expense.id },
          body: { approved: !approved, on: approved ? null : day },
          version: expense.version,
        })
      }
    >
      {t(approved ? 'page.action.unapprove' : 'page.action.approve')}
    </ActionButton>
  )
}
