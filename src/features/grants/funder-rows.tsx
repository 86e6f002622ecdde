import { Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { OrganisationPicker } from '../../components/organisation-picker.tsx'
import type { Grant } from '../../contract/grants.ts'
import type { Named } from '../../contract/primitives.ts'
import { type FunderKind, type FunderShare, funderKinds } from '../../domain/grant.ts'
import { readAmount } from '../../domain/money.ts'
import { beyondTotal } from '../../domain/shares.ts'
import { useFormat } from '../../i18n/format.ts'
import { Notice } from '../../ui/notice.tsx'
import { RowsEditor } from '../../ui/rows-editor.tsx'
import { basisPointsOf } from './words.ts'

/** A funder as it stands in a form. */
export interface FunderRow {
  id?: string
  organisation: Named | null
  kind: FunderKind
  shareKind: FunderShare['kind']
  /** In percent, or an amount, as typed. */
  given: string
}

export const blankFunder = (): FunderRow => ({
  organisation: null,
  kind: 'unknown',
  shareKind: 'share',
  given: '',
})

/** What was typed, nothing being "not stated"; undefined where it can't be read. */
export function shareOf({ shareKind, given }: FunderRow, currency: string): FunderShare | undefined {
  if (shareKind === 'unknown' || given.trim() === '') return { kind: 'unknown' }
  if (shareKind === 'share') {
    const bp = basisPointsOf(given)
    return typeof bp === 'number' ? { kind: 'share', bp } : undefined
  }
  const read = readAmount(given, currency)
  return 'minor' in read ? { kind: 'amount', minor: read.minor } : undefined
}

/** Rows in which something stands; the others are left out. */
export const filledRows = (rows: readonly FunderRow[]): FunderRow[] =>
  rows.filter(({ organisation, given }) => organisation || given.trim())

interface Props {
  rows: readonly FunderRow[]
  onChange: (rows: FunderRow[]) => void
  currency: string
  /** Undefined while it can't be read. */
  total: Grant['total'] | undefined
  error?: React.ReactNode
}

/** Who gives how much, row by row, and whether that is more than the total. */
export function FunderRows({ rows, onChange, currency, total, error }: Props) {
  const { t } = useTranslation('grants')
  const shares = rows.flatMap((row) => shareOf(row, currency) ?? [])
  return (
    <>
      <RowsEditor<FunderRow>
        label={t('funders.title')}
        rows={rows}
        onChange={onChange}
        error={error}
        blank={blankFunder}
        addLabel={t('funders.add')}
        rowName={({ organisation }) => organisation?.name ?? ''}
      >
        {(row, patch) => <FunderFields row={row} patch={patch} currency={currency} />}
      </RowsEditor>
      {!error && total && <BeyondTotal total={total} currency={currency} shares={shares} />}
    </>
  )
}

function FunderFields({
  row,
  patch,
  currency,
}: {
  row: FunderRow
  patch: (change: Partial<FunderRow>) => void
  currency: string
}) {
  const { t } = useTranslation(['grants', 'ui'])
  const { shareKind, given } = row
  const unread = shareOf(row, currency) === undefined
  return (
    <>
      <div data-whole>
        <OrganisationPicker
          label={t('funders.organisation')}
          required={given !== ''}
          value={row.organisation}
          onChange={(organisation) => patch({ organisation })}
        />
      </div>
      <Select
        label={t('funders.kind')}
        allowDeselect={false}
        data={funderKinds.map((value) => ({ value, label: t(`funderKind.${value}`) }))}
        value={row.kind}
        onChange={(kind) => kind && patch({ kind: kind as FunderKind })}
      />
      <Select
        label={t('funders.share')}
        allowDeselect={false}
        data={(['share', 'amount', 'unknown'] as const).map((value) => ({
          value,
          label: t(`funders.shareKind.${value}`),
        }))}
        value={shareKind}
        onChange={(kind) => kind && patch({ shareKind: kind as FunderShare['kind'], given: '' })}
      />
      {shareKind !== 'unknown' && (
        <TextInput
          label={shareKind === 'share' ? t('funders.percent') : `${t('funders.amount')} (${currency})`}
          description={t('funders.shareHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          inputMode="decimal"
          maxLength={40}
          value={given}
          error={unread && t(shareKind === 'share' ? 'funders.wrongShare' : 'ui:money.not_a_number')}
          onChange={(event) => patch({ given: event.currentTarget.value })}
        />
      )}
    </>
  )
}

/** Says by how much the funders give more than the total, as well as that is known. */
export function BeyondTotal({
  total,
  currency,
  shares,
}: Pick<Grant, 'total' | 'currency'> & { shares: FunderShare[] }) {
  const { t } = useTranslation('grants')
  const f = useFormat()
  const over = total.kind === 'unknown' ? 0 : beyondTotal(total.minor, shares)
  if (total.kind === 'unknown' || over === 0) return null
  const words = { over: f.money({ minor: over, currency }), total: f.money({ minor: total.minor, currency }) }
  const isExact = total.kind === 'exact'
  return (
    <Notice tone={isExact ? 'overdue' : 'expiring'}>
      {t(isExact ? 'funders.beyond' : 'funders.beyondLeast', words)}
    </Notice>
  )
}
