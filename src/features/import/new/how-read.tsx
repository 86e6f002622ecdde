import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { EncodingSelect } from '../../../components/encoding-select.tsx'
import { type Separator, separators } from '../../../sheets/read-delimited.ts'
import { Section } from '../../../ui/section.tsx'
import classes from '../import.module.css'
import type { Choices } from './choices.ts'
import type { TableRead } from './read-table.ts'

type Read = Exclude<TableRead, { kind: 'refused' }>

/** As many of the first rows may head the columns. */
const headRows = 10

/** Encoding, separator, sheet and headers as they were found, each to be corrected. */
export function HowRead({
  read,
  sheet,
  head,
  set,
}: {
  read: Read
  sheet: number
  head: number
  set: (choices: Partial<Choices>) => void
}) {
  const { t } = useTranslation('imports')
  const rows = read.sheets[sheet]?.rows ?? []
  return (
    <Section title={t('read.title')}>
      <div className={classes.choices}>
        {read.kind !== 'xlsx' && (
          <EncodingSelect
            label={t('read.encoding')}
            description={t(`read.by.${read.by}`)}
            value={read.encoding}
            onChange={(encoding) => set({ encoding })}
          />
        )}
        {read.kind === 'csv' && (
          <NativeSelect
            label={t('read.separator')}
            value={read.separator}
            data={separators.map((value) => ({ value, label: t(`read.separators.${value}`) }))}
            onChange={(event) =>
              set({ separator: event.currentTarget.value as Separator, mapping: null, head: null, edits: {} })
            }
          />
        )}
        {read.sheets.length > 1 && (
          <NativeSelect
            label={t('read.sheet')}
            value={String(sheet)}
            data={read.sheets.map(({ name }, n) => ({ value: String(n), label: name }))}
            onChange={(event) =>
              set({ sheet: Number(event.currentTarget.value), mapping: null, head: null, edits: {} })
            }
          />
        )}
        {read.kind !== 'vcard' && (
          <NativeSelect
            label={t('read.head')}
            value={String(head)}
            data={[
              { value: '-1', label: t('read.noHead') },
              ...rows
                .slice(0, headRows)
                .map((_, n) => ({ value: String(n), label: t('read.headRow', { row: n + 1 }) })),
            ]}
            onChange={(event) => set({ head: Number(event.currentTarget.value), mapping: null, edits: {} })}
          />
        )}
      </div>
      {read.kind !== 'xlsx' && read.unread > 0 && (
        <p className={classes.wrong}>{t('read.unread', { count: read.unread })}</p>
      )}
      {read.kind === 'csv' && read.isBroken && <p className={classes.wrong}>{t('read.broken')}</p>}
    </Section>
  )
}
