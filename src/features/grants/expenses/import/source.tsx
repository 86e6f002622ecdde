import { Button, NativeSelect, Textarea } from '@mantine/core'
import FileUp from 'lucide-react/icons/file-up'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EncodingSelect } from '../../../../components/encoding-select.tsx'
import type { Encoding } from '../../../../sheets/decode-text.ts'
import type { Separator } from '../../../../sheets/read-delimited.ts'
import { separators } from '../../../../sheets/read-delimited.ts'
import { readSheetFile, type SheetFile } from '../../../../sheets/read-sheet-file.ts'
import { WorkbookUnreadable } from '../../../../sheets/read-workbook.ts'
import type { Table } from '../../../../sheets/table.ts'
import { TextButton } from '../../../../ui/text-button.tsx'
import classes from './import.module.css'

/** A table to import from, as it was read. */
export interface Chosen {
  key: string
  /** The file's name; nothing where it was pasted. */
  name: string
  table: Table
}

const mostBytes = 10_000_000
const accepted =
  '.csv,.tsv,.txt,.xlsx,text/csv,text/plain,text/tab-separated-values,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

interface Read {
  name: string
  bytes: Uint8Array
  file: SheetFile
}

/** A file or pasted cells. What was read is told: the sheet, or encoding and separator, each to be put right. */
export function Source({ onChosen }: { onChosen: (chosen: Chosen) => void }) {
  const { t } = useTranslation('expense-import')
  const input = useRef<HTMLInputElement>(null)
  const [read, setRead] = useState<Read | null>(null)
  const [sheet, setSheet] = useState(0)
  const [pasted, setPasted] = useState('')
  const [failed, setFailed] = useState<string | null>(null)

  const readBytes = async (
    name: string,
    bytes: Uint8Array,
    wanted: { encoding?: Encoding; separator?: Separator },
  ) => {
    setFailed(null)
    try {
      setRead({ name, bytes, file: await readSheetFile(bytes, wanted) })
    } catch (error) {
      setRead(null)
      setFailed(t(`source.${error instanceof WorkbookUnreadable ? error.refusal : 'not_a_workbook'}`))
    }
  }
  const choose = async (file: File | undefined) => {
    if (!file) return
    if (file.size > mostBytes) return setFailed(t('source.too_large'))
    setSheet(0)
    await readBytes(file.name, new Uint8Array(await file.arrayBuffer()), {})
  }
  const table = read?.file.sheets[sheet]
  const rows = table?.rows.length ?? 0
  return (
    <div className={classes.source}>
      <p>{t('source.hint')}</p>
      <div className={classes.line}>
        <Button leftSection={<FileUp size={15} aria-hidden />} onClick={() => input.current?.click()}>
          {t('source.choose')}
        </Button>
        <input
          ref={input}
          type="file"
          accept={accepted}
          className="visually-hidden"
          tabIndex={-1}
          aria-label={t('source.choose')}
          onChange={(event) => {
            void choose(event.currentTarget.files?.[0])
            event.currentTarget.value = ''
          }}
        />
        {read && <strong>{read.name || t('source.pasted')}</strong>}
        {read && <span role="status">{t('source.rows', { count: rows })}</span>}
      </div>
      {failed && <p role="alert">{failed}</p>}
      {read && rows === 0 && <p role="alert">{t('source.empty')}</p>}
      {read && (
        <div className={classes.line}>
          <HowRead
            read={read}
            sheet={sheet}
            onSheet={setSheet}
            onAgain={(wanted) => void readBytes(read.name, read.bytes, wanted)}
          />
          <Button
            disabled={!table || rows === 0}
            onClick={() => table && onChosen({ key: `${read.name} ${sheet}`, name: read.name, table })}
          >
            {t('source.next')}
          </Button>
        </div>
      )}
      <Textarea
        label={t('source.paste')}
        autosize
        minRows={4}
        maxRows={10}
        classNames={{ input: classes.pasted }}
        value={pasted}
        onChange={(event) => setPasted(event.currentTarget.value)}
      />
      {pasted.trim() && (
        <TextButton
          onClick={() => void readBytes('', new TextEncoder().encode(pasted), { encoding: 'utf-8' })}
        >
          {t('source.takePasted')}
        </TextButton>
      )}
    </div>
  )
}

/** The sheet of a workbook, or the encoding and separator of a text. */
function HowRead({
  read: { file },
  sheet,
  onSheet,
  onAgain,
}: {
  read: Read
  sheet: number
  onSheet: (sheet: number) => void
  onAgain: (wanted: { encoding?: Encoding; separator?: Separator }) => void
}) {
  const { t } = useTranslation('expense-import')
  if (file.kind === 'workbook')
    return (
      <NativeSelect
        label={t('source.sheet')}
        value={sheet}
        data={file.sheets.map(({ name }, n) => ({ value: String(n), label: name }))}
        onChange={(event) => onSheet(Number(event.currentTarget.value))}
      />
    )
  const { decoded, delimited } = file
  return (
    <>
      <EncodingSelect
        label={t('source.encoding')}
        value={decoded.encoding}
        error={decoded.unread > 0 && t('source.unread', { count: decoded.unread })}
        onChange={(encoding) => onAgain({ encoding, separator: delimited.separator })}
      />
      <NativeSelect
        label={t('source.separator')}
        value={delimited.separator}
        data={separators.map((value) => ({ value, label: t(`source.separators.${separatorName[value]}`) }))}
        error={delimited.isBroken && t('source.broken')}
        onChange={(event) =>
          onAgain({ encoding: decoded.encoding, separator: event.currentTarget.value as Separator })
        }
      />
    </>
  )
}

const separatorName = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const
