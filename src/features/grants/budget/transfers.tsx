import { useTranslation } from 'react-i18next'
import { useNoWriting } from '../../../components/may-write.ts'
import { useReason } from '../../../components/problem-sentence.ts'
import { SampleTag } from '../../../components/sample-tag.tsx'
import { useWrite } from '../../../components/use-write.ts'
import type { Budget, Transfer } from '../../../contract/budget.ts'
import type { Grant } from '../../../contract/grants.ts'
import { budget as data } from '../../../data/grants.ts'
import { useFormat } from '../../../i18n/format.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import { useDialogAddress } from '../../../ui/dialog-address.ts'
import { Line, Lines, Nothing } from '../../../ui/lines.tsx'
import { Section } from '../../../ui/section.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { useLineName } from '../line-name.ts'
import { useVerdictWords, verdictName, verdictTone } from './verdict-words.ts'

interface Props {
  grant: Grant
  budget: Budget
}

/** Why nothing can be moved now: nothing is in force yet, or an amendment is being drafted. */
export function transferRefusal({ versions, inForceId }: Budget, deletedAt: string | null) {
  if (deletedAt) return { code: 'record_in_bin' }
  if (versions.some(({ adoptedOn }) => adoptedOn === null)) return { code: 'budget_draft_open' }
  return inForceId === null ? { code: 'budget_not_adopted' } : null
}

/** What was moved between lines, with what the funder's rule says of it. */
export function Transfers({ grant, budget }: Props) {
  const { t } = useTranslation('budget')
  const noWriting = useNoWriting()
  const reason = useReason()
  const { open } = useDialogAddress('new-transfer', ['grant'])
  return (
    <Section
      title={t('transfer.title')}
      count={budget.transfers.length || undefined}
      action={
        <ActionButton
          variant="subtle"
          size="compact-sm"
          reason={noWriting ?? reason(transferRefusal(budget, grant.deletedAt))}
          onClick={() => open()}
        >
          {t('transfer.new')}
        </ActionButton>
      }
    >
      {budget.transfers.length === 0 && <Nothing>{t('transfer.none')}</Nothing>}
      <Lines label={t('transfer.title')}>
        {budget.transfers.map((transfer) => (
          <TransferLine key={transfer.id} grant={grant} budget={budget} transfer={transfer} />
        ))}
      </Lines>
    </Section>
  )
}

function TransferLine({ grant, budget, transfer }: Props & { transfer: Transfer }) {
  const { t } = useTranslation('budget')
  const f = useFormat()
  const noWriting = useNoWriting()
  const reason = useReason()
  const lineName = useLineName(grant.rules)
  const words = useVerdictWords(grant, budget)
  const { id, fromLineId, toLineId, minor, on, verdict, by } = transfer
  const amount = f.money({ minor, currency: budget.currency })
  const named = (lineId: string) => {
    const line = budget.lines.find((one) => one.id === lineId)
    return line ? lineName(line) : '…'
  }
  const drop = useWrite(data.dropTransfer, { message: () => t('transfer.dropped'), failure: 'toast' })
  const superseded = transfer.versionId === budget.inForceId ? null : { code: 'budget_superseded' }
  return (
    <Line
      title={t('transfer.line', { from: named(fromLineId), to: named(toLineId) })}
      end={
        <>
          {amount}{' '}
          <ActionButton
            variant="subtle"
            color="gray"
            size="compact-sm"
            aria-label={t('transfer.dropNamed', { amount })}
            reason={noWriting ?? reason(superseded ?? transferRefusal(budget, grant.deletedAt))}
            loading={drop.isPending}
            onClick={() => drop.mutate({ params: { id: grant.id, transferId: id }, version: budget.version })}
          >
            {t('transfer.drop')}
          </ActionButton>
        </>
      }
    >
      <StatusBadge tone={verdictTone(verdict)}>{t(`transfer.verdict.${verdictName(verdict)}`)}</StatusBadge>{' '}
      {[f.date(on), words(verdict), transfer.reason, by && t('transfer.by', { name: by.name })]
        .filter(Boolean)
        .join(' · ')}{' '}
      {transfer.sample && <SampleTag />}
    </Line>
  )
}
