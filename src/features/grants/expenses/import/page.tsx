import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ScopedLink } from '../../../../components/scoped-link.tsx'
import { useTabGrant } from '../../use-grant.ts'
import { useKnown } from '../use-known.ts'
import { Check } from './check.tsx'
import { ChooseColumns } from './choose-columns.tsx'
import classes from './import.module.css'
import { type Columns, importRows } from './read-rows.ts'
import { rememberColumns } from './remembered-columns.ts'
import { type Chosen, Source } from './source.tsx'
import { useImport } from './use-import.ts'

/** Expenses of a file: which file, which column is what, then every row with what is wrong with it, until all is right. */
export function Component() {
  const { t } = useTranslation('expense-import')
  const grant = useTabGrant()
  const known = useKnown(grant)
  const importing = useImport(grant, known)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const take = ({ table, name }: Chosen, columns: Columns) => {
    rememberColumns(table.rows[0] ?? [], columns)
    const about = { grantId: grant.id, currency: grant.currency, words: known.words }
    importing.begin(importRows(table, columns, about), name)
  }
  return (
    <section className={classes.import} aria-labelledby="expense-import-title">
      <header>
        <ScopedLink to={`/grants/${grant.id}/expenses`}>{t('back')}</ScopedLink>
        <h2 id="expense-import-title">{t('title')}</h2>
      </header>
      {importing.rows.length > 0 ? (
        <Check grant={grant} known={known} importing={importing} onBack={() => setChosen(null)} />
      ) : chosen ? (
        <ChooseColumns
          key={chosen.key}
          chosen={chosen}
          onTake={(columns) => take(chosen, columns)}
          onBack={() => setChosen(null)}
        />
      ) : (
        <Source onChosen={setChosen} />
      )}
    </section>
  )
}
