import { useTranslation } from 'react-i18next'
import { EditSection } from '../../../components/edit-section.tsx'
import { RecordLink } from '../../../components/record-link.tsx'
import type { Grant } from '../../../contract/grants.ts'
import { writeAmount } from '../../../domain/money.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Line, Lines, Nothing } from '../../../ui/lines.tsx'
import { BeyondTotal, type FunderRow, FunderRows, filledRows, shareOf } from '../funder-rows.tsx'
import type { GrantEditing } from '../use-grant.ts'
import { percentText, usePercent } from '../words.ts'

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
        const read = filledRows(rows).map((row) => ({ row, share: shareOf(row, currency) }))
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
        <FunderRows rows={value} onChange={onChange} currency={currency} total={grant.total} error={error} />
      )}
    >
      <FunderLines grant={grant} />
    </EditSection>
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
      <BeyondTotal total={total} currency={currency} shares={funders.map(({ share }) => share)} />
      {total.kind !== 'exact' && funders.some(({ share }) => share.kind === 'share') && (
        <Nothing>{t('funders.wholeUnknown')}</Nothing>
      )}
    </>
  )
}
