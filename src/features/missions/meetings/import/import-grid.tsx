import { Button, Checkbox, CloseButton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { wishes } from '../../../../domain/matching.ts'
import type { Model } from '../model.ts'
import classes from './import.module.css'
import { type ImportRow, settleName, type Trouble } from './import-draft.ts'
import type { NameMatch } from './match-names.ts'
import { NameCell } from './name-cell.tsx'

const shownAtOnce = 100

/** The rows to be entered. What was not understood is settled here, cell by cell; the same text is settled everywhere. */
export function ImportGrid({
  model,
  rows,
  troubles,
  match,
  onChange,
}: {
  model: Model
  rows: readonly ImportRow[]
  troubles: ReadonlyMap<number, Trouble[]>
  match: (text: string) => NameMatch
  onChange: (rows: ImportRow[]) => void
}) {
  const { t } = useTranslation(['meetings', 'common'])
  const [onlyTroubled, setOnlyTroubled] = useState(false)
  const [shown, setShown] = useState(shownAtOnce)
  const [editing, setEditing] = useState<string | null>(null)
  const wanted = onlyTroubled ? rows.filter(({ key }) => troubles.has(key)) : rows
  const patch = (key: number, change: Partial<ImportRow>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...change } : row)))
  return (
    <>
      {troubles.size > 0 && (
        <Checkbox
          label={t('import.onlyTroubled', { count: troubles.size })}
          checked={onlyTroubled}
          onChange={(event) => setOnlyTroubled(event.currentTarget.checked)}
        />
      )}
      <div className={classes.rows}>
        <table aria-label={t('import.rows')}>
          <thead>
            <tr>
              <th scope="col">{t('import.row')}</th>
              <th scope="col">{t('import.field.from')}</th>
              <th scope="col">{t('import.field.to')}</th>
              <th scope="col">{t('import.field.wish')}</th>
              <th scope="col">{t('import.field.note')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('common:remove')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {wanted.slice(0, shown).map((row) => {
              const wrong = troubles.get(row.key) ?? []
              return (
                <tr key={row.key} data-wrong={wrong.length > 0 || undefined}>
                  <td className="figures">{row.key}</td>
                  {(['from', 'to'] as const).map((side) => (
                    <td key={side}>
                      <NameCell
                        model={model}
                        label={t('import.cell', { field: t(`import.field.${side}`), row: row.key })}
                        text={row[side]}
                        id={row[`${side}Id`]}
                        candidates={match(row[side]).candidates}
                        editing={editing === `${row.key} ${side}`}
                        onEdit={() => setEditing(`${row.key} ${side}`)}
                        onChoose={(id) => {
                          setEditing(null)
                          onChange(settleName(rows, row, side, id))
                        }}
                      />
                      {side === 'to' && (wrong.includes('self') || wrong.includes('twice')) && (
                        <small className={classes.trouble}>
                          {t(wrong.includes('self') ? 'import.self' : 'import.twice')}
                        </small>
                      )}
                    </td>
                  ))}
                  <td>
                    <select
                      aria-label={t('import.cell', { field: t('import.field.wish'), row: row.key })}
                      aria-invalid={row.wish === null}
                      value={row.wish ?? ''}
                      onChange={(event) =>
                        patch(row.key, {
                          wish: wishes.find((wish) => wish === event.target.value) ?? null,
                        })
                      }
                    >
                      {row.wish === null && <option value="">{`“${row.wishText}” ?`}</option>}
                      {wishes.map((wish) => (
                        <option key={wish} value={wish}>
                          {t(`wish.${wish}`)}
                        </option>
                      ))}
                    </select>
                  </td>
                  <td className={classes.note}>{row.note}</td>
                  <td>
                    <CloseButton
                      size="sm"
                      aria-label={t('import.removeRow', { row: row.key })}
                      onClick={() => onChange(rows.filter(({ key }) => key !== row.key))}
                    />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
        {wanted.length > shown && (
          <Button variant="subtle" size="compact-sm" onClick={() => setShown(shown + shownAtOnce)}>
            {t('names.more', { count: wanted.length - shown })}
          </Button>
        )}
      </div>
    </>
  )
}
