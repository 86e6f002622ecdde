import { Button, Checkbox, NativeSelect, Textarea } from '@mantine/core'
import FileUp from 'lucide-react/icons/file-up'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EncodingSelect } from '../../../../components/encoding-select.tsx'
import { decodeText, type Encoding } from '../../../../sheets/decode-text.ts'
import { readDelimited } from '../../../../sheets/read-delimited.ts'
import { type Columns, fields, guessColumns } from './columns.ts'
import classes from './import.module.css'

const mostBytes = 5_000_000
const previewed = 4

interface Shown {
  rows: string[][]
  columns: Columns
  hasHeader: boolean
}

/** A file or pasted cells, with which column is what: guessed from the headers, and to be corrected. */
export function ImportSource({
  text,
  onText,
  onTable,
}: {
  text: string
  onText: (text: string) => void
  onTable: (rows: string[][], columns: Columns, hasHeader: boolean) => void
}) {
  const { t } = useTranslation('meetings')
  const input = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<{ name: string; bytes: Uint8Array; encoding: Encoding } | null>(null)
  const [table, setTable] = useState<Shown | null>(null)
  const [failed, setFailed] = useState<string | null>(null)

  useEffect(() => {
    let current = true
    void readDelimited(text).then((read) => {
      if (!current) return
      const rows = read.rows.map((row) => row.map((cell) => cell.trim()))
      setTable(rows.length > 0 ? { rows, ...guessColumns(rows) } : null)
    })
    return () => {
      current = false
    }
  }, [text])

  const read = async (chosen: File | undefined) => {
    if (!chosen) return
    if (chosen.size > mostBytes) return setFailed(t('import.tooLarge'))
    setFailed(null)
    const bytes = new Uint8Array(await chosen.arrayBuffer())
    await decode({ name: chosen.name, bytes })
  }
  const decode = async (from: { name: string; bytes: Uint8Array }, asked?: Encoding) => {
    const { text: read, encoding } = await decodeText(from.bytes, { encoding: asked })
    setFile({ ...from, encoding })
    onText(read)
  }
  const width = table ? Math.max(...table.rows.map((row) => row.length)) : 0
  const columnName = (index: number) =>
    (table?.hasHeader && table.rows[0]?.[index]) || t('import.columnNumber', { number: index + 1 })
  const complete = table !== null && table.columns.from !== null && table.columns.to !== null
  return (
    <>
      <p className={classes.hint}>{t('import.hint')}</p>
      <div className={classes.source}>
        <Button
          variant="default"
          leftSection={<FileUp size={15} aria-hidden />}
          onClick={() => input.current?.click()}
        >
          {t('import.choose')}
        </Button>
        <input
          ref={input}
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
          className="visually-hidden"
          tabIndex={-1}
          aria-label={t('import.choose')}
          onChange={(event) => {
            void read(event.currentTarget.files?.[0])
            event.currentTarget.value = ''
          }}
        />
        {file && (
          <EncodingSelect
            size="xs"
            aria-label={t('import.encoding')}
            value={file.encoding}
            onChange={(encoding) => void decode(file, encoding)}
          />
        )}
        {file && <span className={classes.hint}>{file.name}</span>}
      </div>
      {failed && <p role="alert">{failed}</p>}
      <Textarea
        label={t('import.paste')}
        autosize
        minRows={5}
        maxRows={12}
        value={text}
        classNames={{ input: classes.pasted }}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      {table && (
        <>
          <div className={classes.mapping}>
            {fields.map((field) => (
              <NativeSelect
                key={field}
                label={t(`import.field.${field}`)}
                value={String(table.columns[field] ?? '')}
                data={[
                  { value: '', label: t('import.noColumn') },
                  ...Array.from({ length: width }, (_, index) => ({
                    value: String(index),
                    label: columnName(index),
                  })),
                ]}
                error={field !== 'wish' && field !== 'note' && table.columns[field] === null}
                onChange={(event) => {
                  const { value } = event.currentTarget
                  const columns = { ...table.columns, [field]: value === '' ? null : Number(value) }
                  setTable({ ...table, columns })
                }}
              />
            ))}
          </div>
          <Checkbox
            label={t('import.hasHeader')}
            checked={table.hasHeader}
            onChange={(event) => setTable({ ...table, hasHeader: event.currentTarget.checked })}
          />
          <div className={classes.peek}>
            <table aria-label={t('import.preview')}>
              <tbody>
                {table.rows.slice(0, previewed).map((row, index) => (
                  <tr key={index} data-head={(table.hasHeader && index === 0) || undefined}>
                    {Array.from({ length: width }, (_, column) => (
                      <td key={column}>{row[column]}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <Button
            style={{ alignSelf: 'flex-end' }}
            disabled={!complete}
            onClick={() => onTable(table.rows, table.columns, table.hasHeader)}
          >
            {t('import.check', { count: table.rows.length - Number(table.hasHeader) })}
          </Button>
        </>
      )}
    </>
  )
}
