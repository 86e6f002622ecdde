import { Select, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { EditSection } from '../../../components/edit-section.tsx'
import { MarketPicker } from '../../../components/market-picker.tsx'
import { RecordLink } from '../../../components/record-link.tsx'
import { type Company, readinessStages } from '../../../contract/companies.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Line, Lines, Nothing } from '../../../ui/lines.tsx'
import { RowsEditor } from '../../../ui/rows-editor.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import type { Tone } from '../../../ui/theme.ts'
import { useCompanyEditing } from '../page/use-company.ts'

type Readiness = (typeof readinessStages)[number]
interface Row {
  id?: string
  market: { id: string; name: string } | null
  readiness: Readiness
  products: string | null
  interests: string | null
}

const tones: Record<Readiness, Tone> = {
  interested: 'planned',
  preparing: 'preparation',
  ready: 'active',
  active: 'active',
}

/** What it offers each market and looks for there, and how far it is. */
export function CompanyMarkets({ company }: { company: Company }) {
  const { t } = useTranslation('companies')
  const f = useFormat()
  const { version, reason, save } = useCompanyEditing(company)
  const { markets } = company
  return (
    <EditSection<Row[]>
      label={t('profile.markets')}
      count={markets.length || undefined}
      field="markets"
      value={markets}
      version={version}
      reason={reason}
      show={(rows) => f.list(rows.map(({ market }) => market?.name ?? ''))}
      save={(rows, over) =>
        save(
          {
            markets: rows.map(({ market, id, ...row }) => ({
              ...row,
              ...(id && { id }),
              marketId: market?.id ?? '',
            })),
          },
          over,
        )
      }
      input={({ value, onChange, error }) => (
        <RowsEditor<Row>
          label={t('profile.markets')}
          rows={value}
          onChange={onChange}
          error={error}
          blank={() => ({ market: null, readiness: 'interested', products: null, interests: null })}
          addLabel={t('market.add')}
          rowName={(row) => row.market?.name ?? ''}
        >
          {(row, patch) => (
            <>
              <MarketPicker
                label={t('market.market')}
                required
                value={row.market}
                onChange={(market) => patch({ market })}
              />
              <Select
                label={t('market.readiness')}
                allowDeselect={false}
                data={readinessStages.map((stage) => ({ value: stage, label: t(`readiness.${stage}`) }))}
                value={row.readiness}
                onChange={(stage) => stage && patch({ readiness: stage as Readiness })}
              />
              {(['products', 'interests'] as const).map((field) => (
                <Textarea
                  key={field}
                  label={t(`market.${field}`)}
                  autosize
                  minRows={2}
                  maxLength={2000}
                  value={row[field] ?? ''}
                  onChange={(event) => patch({ [field]: event.currentTarget.value || null })}
                />
              ))}
            </>
          )}
        </RowsEditor>
      )}
    >
      {markets.length === 0 && <Nothing>{t('market.none')}</Nothing>}
      <Lines>
        {markets.map(({ id, market, readiness, products, interests }) => (
          <Line
            key={id}
            title={<RecordLink noun="markets" id={market.id} name={market.name} />}
            end={<StatusBadge tone={tones[readiness]}>{t(`readiness.${readiness}`)}</StatusBadge>}
          >
            {products && <div>{t('market.offers', { what: products })}</div>}
            {interests && <div>{t('market.seeks', { what: interests })}</div>}
          </Line>
        ))}
      </Lines>
    </EditSection>
  )
}
