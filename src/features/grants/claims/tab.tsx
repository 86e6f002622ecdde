import Plus from 'lucide-react/icons/plus'
import { useTranslation } from 'react-i18next'
import { useNoWriting } from '../../../components/may-write.ts'
import { useReason } from '../../../components/problem-sentence.ts'
import { SampleTag } from '../../../components/sample-tag.tsx'
import { useScope } from '../../../components/scope.ts'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import { useRecord } from '../../../components/use-record.ts'
import type { listClaims } from '../../../contract/claims.ts'
import type { Reply } from '../../../contract/endpoint.ts'
import type { Grant } from '../../../contract/grants.ts'
import { claims } from '../../../data/claims.ts'
import { useFormat } from '../../../i18n/format.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import { useDialogAddress } from '../../../ui/dialog-address.ts'
import { Line, Lines, Nothing } from '../../../ui/lines.tsx'
import { Section } from '../../../ui/section.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { WaitingLines } from '../../../ui/waiting-lines.tsx'
import tables from '../position/position.module.css'
import { useDayQuery, useTabGrant } from '../use-grant.ts'
import { useClaimName } from './claim-name.ts'
import { ClaimStateBadge } from './state-badge.tsx'

type Listed = Reply<typeof listClaims>
const own = ['grant', 'from', 'to', 'due']

/** What was reported to the funders, and the periods still to be reported. */
export function Component() {
  const { t } = useTranslation('claims')
  const grant = useTabGrant()
  const listed = useRecord(claims.list({ params: { id: grant.id }, query: useDayQuery() }))
  if (!listed) return <WaitingLines />
  return (
    <>
      {listed.due.length > 0 && <Due grant={grant} listed={listed} />}
      <Section
        title={t('title')}
        count={listed.items.length || undefined}
        action={<Begin grant={grant} listed={listed} />}
      >
        {listed.items.length === 0 ? (
          <Nothing>{t('empty')}</Nothing>
        ) : (
          <ClaimTable grant={grant} items={listed.items} />
        )}
      </Section>
    </>
  )
}

interface Props {
  grant: Grant
  listed: Listed
}

/** Why no claim can be begun: one is being drafted. */
function useWhyNot({ grant, listed }: Props): string | null {
  const noWriting = useNoWriting('claims.write')
  const reason = useReason()
  const refusal = grant.deletedAt
    ? { code: 'record_in_bin' }
    : listed.items.some(({ state }) => state === 'draft')
      ? { code: 'claim_draft_open' }
      : null
  return noWriting ?? reason(refusal)
}

function Begin(props: Props) {
  const { t } = useTranslation('claims')
  const { open } = useDialogAddress('new-claim', own)
  return (
    <ActionButton
      size="compact-sm"
      variant="subtle"
      reason={useWhyNot(props)}
      leftSection={<Plus size={14} aria-hidden />}
      onClick={() => open()}
    >
      {t('new.title')}
    </ActionButton>
  )
}

function Due(props: Props) {
  const { t } = useTranslation('claims')
  const f = useFormat()
  const { day } = useScope()
  const why = useWhyNot(props)
  const { open } = useDialogAddress('new-claim', own)
  return (
    <Section title={t('due.title')}>
      <Lines label={t('due.title')}>
        {props.listed.due.map(({ from, to, due, late }) => {
          const period = f.period(from, to)
          return (
            <Line
              key={from + to}
              title={t('due.line', { period })}
              end={
                <ActionButton
                  size="compact-sm"
                  variant={late ? 'filled' : 'default'}
                  aria-label={t('due.beginNamed', { period })}
                  reason={why}
                  onClick={() => open({ from, to, due })}
                >
                  {t('due.begin')}
                </ActionButton>
              }
            >
              {late && <StatusBadge tone="overdue">{t('due.late')}</StatusBadge>}{' '}
              {t('due.by', { when: f.relativeDays(due, day), date: f.date(due) })}
            </Line>
          )
        })}
      </Lines>
    </Section>
  )
}

const isWords = (column: string) => column === 'state' || column === 'period'

function ClaimTable({ grant, items }: { grant: Grant; items: Listed['items'] }) {
  const { t } = useTranslation('claims')
  const f = useFormat()
  const nameOf = useClaimName()
  const money = (minor: number) => f.money({ minor, currency: grant.currency })
  return (
    <div className={tables.scroll}>
      <table className={tables.table} aria-label={t('title')}>
        <thead>
          <tr>
            {(['title', 'state', 'period', 'rows', 'total', 'rejected', 'paid'] as const).map((column) => (
              <th key={column} scope="col" data-words={isWords(column) || undefined}>
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((claim) => (
            <tr key={claim.id}>
              <th scope="row">
                <ScopedLink to={`/grants/${grant.id}/claims/${claim.id}`}>{nameOf(claim)}</ScopedLink>{' '}
                {claim.sample && <SampleTag />}
              </th>
              <td data-words>
                <ClaimStateBadge state={claim.state} />
              </td>
              <td data-words>{f.period(claim.from, claim.to)}</td>
              <td>{f.number(claim.rowCount)}</td>
              <td>{money(claim.total)}</td>
              <td data-negative={claim.rejected > 0 || undefined}>
                {claim.rejected === 0 ? '–' : money(claim.rejected)}
              </td>
              <td>{claim.paidMinor === null ? '–' : money(claim.paidMinor)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
