import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Grant } from '../../../../contract/grants.ts'
import { type Entry, isBlank } from '../sheet/entry.ts'
import { EntryRow } from '../sheet/entry-row.tsx'
import type { Sheet } from '../sheet/use-sheet.ts'
import type { Suppliers } from '../sheet/use-suppliers.ts'
import type { Known } from '../use-known.ts'
import classes from './grid.module.css'

/** So many rows have their fields on the page; the others follow as these are entered. */
const mostShown = 40

interface Props {
  grant: Grant
  sheet: Sheet
  suppliers: Suppliers
  known: Known
}

/** The rows to type into, those with something to correct first, and what can be done with all of them. */
export function NewRows({ grant, sheet, suppliers, known }: Props) {
  const { t } = useTranslation('expenses')
  const { rows, fates, wrongs } = sheet
  const isWrong = (row: Entry) =>
    !isBlank(row) &&
    (fates[row.id]?.error !== undefined || (fates[row.id]?.tried && Object.keys(wrongs(row)).length > 0))
  // Those on their way stay to be seen until they are there, and are of no number.
  const open = rows.filter(({ id }) => !fates[id]?.busy)
  const full = open.filter((row) => !isBlank(row))
  const bad = rows.filter(isWrong)
  const many = rows.length > mostShown
  const ordered = many ? [...bad, ...rows.filter((row) => !bad.includes(row))] : rows
  const shown = ordered.slice(0, mostShown)
  return (
    <tbody>
      {full.length > 1 && (
        <tr className={classes.bar}>
          <td colSpan={12}>
            <span role="status">
              {[
                t('grid.waiting', { count: full.length }),
                bad.length > 0 && t('grid.wrong', { count: bad.length }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <Button size="compact-sm" loading={sheet.busy} onClick={() => void sheet.enterAll()}>
              {t('grid.enterAll', { count: full.length })}
            </Button>
            <Button size="compact-sm" variant="subtle" color="gray" onClick={sheet.dropAll}>
              {t('grid.dropAll')}
            </Button>
            {many && <small>{t('grid.more', { count: ordered.length - mostShown })}</small>}
          </td>
        </tr>
      )}
      {shown.map((entry) => (
        <EntryRow
          key={entry.id}
          entry={entry}
          grantId={grant.id}
          currency={grant.currency}
          known={known}
          suppliers={suppliers}
          name={
            open.includes(entry)
              ? t('grid.new', { number: open.indexOf(entry) + 1 })
              : t('grid.saving', { title: entry.title })
          }
          wrongs={fates[entry.id]?.tried && !isBlank(entry) ? wrongs(entry) : null}
          error={fates[entry.id]?.error}
          busy={fates[entry.id]?.busy ?? false}
          action={t('grid.enter')}
          onSet={(patch) => sheet.set(entry.id, patch)}
          onEnter={() => void sheet.enterOne(entry)}
          onLeave={() => sheet.drop(entry)}
          onRepeat={() => sheet.repeat(entry)}
          above={sheet.above(entry.id)}
          onPaste={(text, at) => sheet.paste(text, at, entry)}
        />
      ))}
    </tbody>
  )
}
