import { Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { EditSection } from '../../../../components/edit-section.tsx'
import { GrantPicker } from '../../../../components/grant-picker.tsx'
import { RecordLink } from '../../../../components/record-link.tsx'
import { ScopedLink } from '../../../../components/scoped-link.tsx'
import type { Expense } from '../../../../contract/expenses.ts'
import type { Named } from '../../../../contract/primitives.ts'
import { grants } from '../../../../data/grants.ts'
import { useFormat } from '../../../../i18n/format.ts'
import { Line, Lines, Nothing } from '../../../../ui/lines.tsx'
import { RowsEditor } from '../../../../ui/rows-editor.tsx'
import { useClaimName } from '../../claims/claim-name.ts'
import { useLineName } from '../../line-name.ts'
import { rateOf } from '../../rate-of.ts'
import { basisPointsOf, percentText, useCategoryName, usePercent } from '../../words.ts'
import { useRateWords } from '../rate-words.ts'
import { useLines } from '../use-known.ts'
import type { ExpenseEditing } from './use-editing.ts'

interface ShareRow {
  id?: string
  grant: Named | null
  line: string | null
  /** In percent, as typed. */
  percent: string
  /** A rate by hand, as typed; empty where the grant's rule gives it. */
  rate: string
  rateOn: string | null
  source: string
}

const blank = (): ShareRow => ({
  grant: null,
  line: null,
  percent: '',
  rate: '',
  rateOn: null,
  source: '',
})

const rowOf = ({ id, grant, lineId, bp, rate }: Expense['shares'][number]): ShareRow => ({
  id,
  grant,
  line: lineId,
  percent: percentText(bp),
  rate: rate.policy === 'by_hand' ? rate.rate : '',
  rateOn: rate.policy === 'by_hand' ? rate.on : null,
  source: rate.policy === 'by_hand' ? rate.source : '',
})

/** Which grants bear how much of an expense, at which rate; what none bears is left to own funds. */
export function ExpenseShares({ expense, editing }: { expense: Expense; editing: ExpenseEditing }) {
  const { t } = useTranslation('expenses')
  const f = useFormat()
  const { shares, amount } = expense
  return (
    <EditSection<ShareRow[]>
      label={t('page.shares.title')}
      field="shares"
      value={shares.map(rowOf)}
      version={editing.version}
      reason={editing.reason}
      show={(rows) => f.list(rows.map(({ grant, percent }) => `${grant?.name ?? ''} ${percent}%`))}
      save={(rows, version) => {
        const read = rows.map((row) => ({
          row,
          bp: basisPointsOf(row.percent),
          rate: row.rate ? rateOf(row.rate) : '',
        }))
        // What can't be read is not sent: its field says what is wrong with it.
        if (read.some(({ bp, rate }) => typeof bp !== 'number' || rate === null)) return Promise.reject(null)
        return editing.save(
          {
            shares: read.map(({ row, bp, rate }) => ({
              id: row.id,
              grantId: row.grant?.id ?? '',
              lineId: row.line,
              bp: bp ?? 0,
              rate: rate ? { rate, on: row.rateOn, source: row.source } : null,
            })),
          },
          version,
        )
      }}
      input={({ value, onChange, error }) => (
        <RowsEditor<ShareRow>
          label={t('page.shares.title')}
          rows={value}
          onChange={onChange}
          error={error}
          blank={blank}
          addLabel={t('page.shares.add')}
          rowName={({ grant }) => grant?.name ?? ''}
        >
          {(row, patch) => <ShareFields row={row} patch={patch} currency={amount.currency} />}
        </RowsEditor>
      )}
    >
      <ShareLines expense={expense} />
    </EditSection>
  )
}

function ShareFields({
  row,
  patch,
  currency,
}: {
  row: ShareRow
  patch: (change: Partial<ShareRow>) => void
  currency: string
}) {
  const { t } = useTranslation(['expenses', 'grants'])
  const lines = useLines(row.grant?.id)
  const { data: grant } = useQuery({
    ...grants.read({ params: { id: row.grant?.id ?? '' } }),
    enabled: row.grant !== null,
  })
  const lineName = useLineName(grant?.rules)
  const wrong = row.percent !== '' && basisPointsOf(row.percent) === undefined
  return (
    <>
      <GrantPicker
        label={t('page.shares.grant')}
        required
        value={row.grant}
        onChange={(next) => patch({ grant: next, line: null })}
      />
      <TextInput
        label={t('page.shares.percent')}
        required
        inputMode="decimal"
        maxLength={10}
        value={row.percent}
        error={wrong && t('page.shares.unread')}
        onChange={(event) => patch({ percent: event.currentTarget.value })}
      />
      <Select
        label={t('page.shares.line')}
        clearable
        searchable
        data={lines.map((line) => ({ value: line.id, label: lineName(line) }))}
        value={row.line}
        onChange={(line) => patch({ line })}
      />
      {grant && grant.currency !== currency && (
        <>
          <TextInput
            label={t('page.shares.rate', { currency })}
            description={t('page.shares.rateHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            inputMode="decimal"
            maxLength={20}
            value={row.rate}
            error={row.rate !== '' && !rateOf(row.rate) && t('grants:rules.wrongRate')}
            onChange={(event) => patch({ rate: event.currentTarget.value })}
          />
          {row.rate !== '' && (
            <TextInput
              label={t('page.shares.rateSource')}
              required
              maxLength={300}
              value={row.source}
              onChange={(event) => patch({ source: event.currentTarget.value })}
            />
          )}
        </>
      )}
    </>
  )
}

function ShareLines({ expense: { shares, own, amount } }: { expense: Expense }) {
  const { t } = useTranslation('expenses')
  const f = useFormat()
  const percent = usePercent()
  const words = useRateWords()
  const nameOf = useCategoryName(undefined)
  const nameOfClaim = useClaimName()
  if (shares.length === 0) return <Nothing>{t('page.shares.none')}</Nothing>
  return (
    <Lines label={t('page.shares.title')}>
      {shares.map(({ id, grant, bp, category, amount: borne, rate, claim }) => (
        <Line
          key={id}
          title={<RecordLink noun="grants" id={grant.id} name={grant.name} />}
          end={`${percent(bp)} · ${f.money(borne)}`}
        >
          {[
            category ? nameOf(category) : t('noLine'),
            rate.policy !== 'same_currency' && words(rate, amount.currency, borne.currency),
          ]
            .filter(Boolean)
            .join(' · ')}
          {claim && (
            <>
              {' · '}
              <ScopedLink to={`/grants/${grant.id}/claims/${claim.id}`}>
                {t('page.shares.claim', { claim: nameOfClaim(claim) })}
              </ScopedLink>
            </>
          )}
        </Line>
      ))}
      {own > 0 && (
        <Line title={t('page.shares.own')} end={f.money({ minor: own, currency: amount.currency })} />
      )}
    </Lines>
  )
}
