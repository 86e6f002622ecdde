import { Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { EditSection } from '../../../components/edit-section.tsx'
import { OrganisationPicker } from '../../../components/organisation-picker.tsx'
import { RecordLink } from '../../../components/record-link.tsx'
import type { Grant } from '../../../contract/grants.ts'
import type { Named } from '../../../contract/primitives.ts'
import { type FunderKind, type FunderShare, funderKinds } from '../../../domain/grant.ts'
import { readAmount, writeAmount } from '../../../domain/money.ts'
import { beyondTotal } from '../../../domain/shares.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Line, Lines, Nothing } from '../../../ui/lines.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { RowsEditor } from '../../../ui/rows-editor.tsx'
import type { GrantEditing } from '../use-grant.ts'
import { basisPointsOf, percentText, usePercent } from '../words.ts'

interface FunderRow {
  id?: string
  organisation: Named | null
  kind: FunderKind
  shareKind: FunderShare['kind']
  /** In percent, or an amount, as typed. */
  given: string
}

const blank = (): FunderRow => ({ organisation: null, kind: 'unknown', shareKind: 'unknown', given: '' })

/** What was typed; undefined where it can't be read. */
function shareOf({ shareKind, given }: FunderRow, currency: string): FunderShare | undefined {
  if (shareKind === 'unknown') return { kind: 'unknown' }
  if (shareKind === 'share') {
    const bp = basisPointsOf(given)
    return typeof bp === 'number' ? { kind: 'share', bp } : undefined
  }
  const read = readAmount(given, currency)
  return 'minor' in read ? { kind: 'amount', minor: read.minor } : undefined
}

function rowOf({ id, organisation, kind, share }: Grant['funders'][number], currency: string): FunderRow {
  const given =
    share.kind === 'share'
      ? percentText(share.bp)
      : share.kind === 'amount'
        ? writeAmount({ minor: share.minor, currency })
        : ''
  return { id, organisation, kind, shareKind: share.kind, given }
}

const rowsOf = ({ funders, currency }: Grant): FunderRow[] => funders.map((funder) => rowOf(funder, currency))

/** "Lyonbiopôle, 76%": how a row reads where two people's are compared. */
const inWords = ({ organisation, shareKind, given }: FunderRow, currency: string): string =>
  [
    organisation?.name ?? '–',
    shareKind === 'share' && `${given}%`,
    shareKind === 'amount' && `${given} ${currency}`,
  ]
    .filter(Boolean)
    .join(', ')

/** Says by how much the funders give more than the total, as well as that is known. */
function Beyond({ grant: { total, currency }, shares }: { grant: Grant; shares: FunderShare[] }) {
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

/** Who gives how much: a share, an amount, or nobody has said. */
export function GrantFunders({ grant, editing }: { grant: Grant; editing: GrantEditing }) {
  const { t } = useTranslation('grants')
  const f = useFormat()
  const { funders, currency } = grant
  return (
    <EditSection<FunderRow[]>
      label={t('funders.title')}
      count={funders.length || undefined}
      field="funders"
      value={rowsOf(grant)}
      version={editing.version}
      reason={editing.reason}
      valueIn={(record) => rowsOf(record as unknown as Grant)}
      show={(rows) => f.list(rows.map((row) => inWords(row, currency)))}
      save={(rows, version) => {
        const read = rows.map((row) => ({ row, share: shareOf(row, currency) }))
        // What can't be read is not sent: its field says what is wrong with it.
        if (read.some(({ share }) => !share)) return Promise.reject(null)
        return editing.save(
          {
            funders: read.map(({ row: { id, organisation, kind }, share }) => ({
              id,
              organisationId: organisation?.id ?? '',
              kind,
              share,
            })),
          },
          version,
        )
      }}
      input={({ value, onChange, error }) => (
        <>
          <RowsEditor<FunderRow>
            label={t('funders.title')}
            rows={value}
            onChange={onChange}
            error={error}
            blank={blank}
            addLabel={t('funders.add')}
            rowName={({ organisation }) => organisation?.name ?? ''}
          >
            {(row, patch) => <FunderFields row={row} patch={patch} currency={currency} />}
          </RowsEditor>
          {!error && <Beyond grant={grant} shares={value.flatMap((row) => shareOf(row, currency) ?? [])} />}
        </>
      )}
    >
      <FunderLines grant={grant} />
    </EditSection>
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
  const unread = given !== '' && shareOf(row, currency) === undefined
  return (
    <>
      <OrganisationPicker
        label={t('funders.organisation')}
        required
        value={row.organisation}
        onChange={(organisation) => patch({ organisation })}
      />
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
          required
          inputMode="decimal"
          maxLength={40}
          value={given}
          error={unread && t(shareKind === 'share' ? 'new.wrongShare' : 'ui:money.not_a_number')}
          onChange={(event) => patch({ given: event.currentTarget.value })}
        />
      )}
    </>
  )
}

function FunderLines({ grant }: { grant: Grant }) {
  const { funders, currency, uncovered, total } = grant
  const { t } = useTranslation('grants')
  const f = useFormat()
  const percent = usePercent()
  const money = (minor: number) => f.money({ minor, currency })
  if (funders.length === 0) return <Nothing>{t('funders.none')}</Nothing>
  return (
    <>
      <Lines label={t('funders.title')}>
        {funders.map(({ id, organisation, kind, share, contribution }) => (
          <Line
            key={id}
            title={<RecordLink noun="organisations" id={organisation.id} name={organisation.name} />}
            end={
              share.kind === 'unknown'
                ? t('funders.unknown')
                : [share.kind === 'share' && percent(share.bp), contribution !== null && money(contribution)]
                    .filter(Boolean)
                    .join(' · ')
            }
          >
            {t(`funderKind.${kind}`)}
          </Line>
        ))}
        {uncovered !== null && uncovered > 0 && (
          <Line title={t('funders.uncovered')} end={money(uncovered)} />
        )}
      </Lines>
      <Beyond grant={grant} shares={funders.map(({ share }) => share)} />
      {total.kind !== 'exact' && funders.some(({ share }) => share.kind === 'share') && (
        <Nothing>{t('funders.wholeUnknown')}</Nothing>
      )}
    </>
  )
}
