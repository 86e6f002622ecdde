import { useTranslation } from 'react-i18next'
import { useNoWriting } from '../../../../components/may-write.ts'
import { ScopedLink } from '../../../../components/scoped-link.tsx'
import type { Expense } from '../../../../contract/expenses.ts'
import { useFormat } from '../../../../i18n/format.ts'
import { ActionButton } from '../../../../ui/action-button.tsx'
import { useDialogAddress } from '../../../../ui/dialog-address.ts'
import { Line, Lines } from '../../../../ui/lines.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Section } from '../../../../ui/section.tsx'

/** What the ledger of aid says of an expense that helps a company; where it can be aid and is not entered, the offer to do so. */
export function ExpenseAid({ expense }: { expense: Expense }) {
  const { t } = useTranslation('expenses')
  const f = useFormat()
  const { aid, company, aidable, amount, cancelledOn } = expense
  if (aid.length === 0 && (!company || aidable === 0 || cancelledOn)) return null
  return (
    <Section title={t('aid.title')} action={<Award expense={expense} />}>
      {aid.length === 0 && (
        <Notice tone="preparation">
          {t('aid.offer', {
            name: company?.name ?? '',
            amount: f.money({ minor: aidable, currency: amount.currency }),
          })}
        </Notice>
      )}
      <Lines label={t('aid.title')}>
        {aid.map((entry) => (
          <Line
            key={entry.id}
            title={<ScopedLink to={`/companies/${entry.company.id}/aid`}>{entry.company.name}</ScopedLink>}
            end={f.money(entry.amount)}
          >
            {t('aid.granted', { date: f.date(entry.grantedOn) })}
          </Line>
        ))}
      </Lines>
    </Section>
  )
}

function Award({ expense }: { expense: Expense }) {
  const { t } = useTranslation('expenses')
  const noWriting = useNoWriting('aid.write')
  const { open } = useDialogAddress('award-aid', ['company', 'expense'])
  const { id, company, aid, aidable, cancelledOn } = expense
  if (!company || aidable === 0 || cancelledOn) return null
  return (
    <ActionButton
      size="compact-sm"
      variant={aid.length === 0 ? 'filled' : 'subtle'}
      reason={noWriting}
      onClick={() => open({ company: company.id, expense: id })}
    >
      {t('aid.enter')}
    </ActionButton>
  )
}
