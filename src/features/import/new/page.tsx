import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { describe } from '../../../components/problem-sentence.ts'
import { useScopedNavigate } from '../../../components/scope.ts'
import { imports, sendImport } from '../../../data/imports.ts'
import { makeStale } from '../../../data/stale.ts'
import { fingerprintOf, hasHeader, proposedMapping } from '../../../domain/import/mapping.ts'
import { isPartialDate } from '../../../domain/partial-date.ts'
import { Page } from '../../../ui/page.tsx'
import { toast } from '../../../ui/toast.ts'
import { TransferProgress } from '../../../ui/transfer-progress.tsx'
import classes from '../import.module.css'
import { keepLeftRows, type LeftRows } from '../left-rows.ts'
import { Check } from './check.tsx'
import type { Choices } from './choices.ts'
import { Defaults } from './defaults.tsx'
import { Earlier } from './earlier.tsx'
import { HowRead } from './how-read.tsx'
import { MappingTable } from './mapping-table.tsx'
import { namesPeople, Personal } from './personal.tsx'
import { columnsOfCards, type TableRead } from './read-table.ts'
import { Source } from './source.tsx'
import { type CheckedRow, useChecked } from './use-checked.ts'
import { useFile } from './use-file.ts'

/** Choose a table, say what its columns are, correct its cells, have it matched. */
export function Component() {
  const { t } = useTranslation('imports')
  const { file, read, choices, set, choose, forget } = useFile()
  return (
    <Page
      title={t('title')}
      subtitle={file ? file.name : t('intro')}
      actions={
        file && (
          <Button variant="default" onClick={forget}>
            {t('source.other')}
          </Button>
        )
      }
    >
      {file === null && (
        <>
          <Source onChoose={choose} />
          <Earlier />
        </>
      )}
      {file && !read && <TransferProgress label={t('source.reading')} share={null} />}
      {file && read?.kind === 'refused' && <p role="alert">{t(`source.refusal.${read.why}`)}</p>}
      {file && read && read.kind !== 'refused' && (
        <Prepare
          name={file.name}
          pasted={file.pasted}
          read={read}
          choices={choices}
          set={set}
          onDone={forget}
        />
      )}
    </Page>
  )
}

type Read = Exclude<TableRead, { kind: 'refused' }>

function Prepare({
  name,
  pasted,
  read,
  choices,
  set,
  onDone,
}: {
  name: string
  pasted: boolean
  read: Read
  choices: Choices
  set: (choices: Partial<Choices>) => void
  onDone: () => void
}) {
  const { t } = useTranslation('imports')
  const table = useTable(read, choices)
  const remembered = useQuery({
    ...imports.mapping({ query: { fingerprint: fingerprintOf(table.headers) } }),
    enabled: read.kind === 'vcard' || table.headers.some(Boolean),
  })
  const known = remembered.data?.mapping?.length === table.headers.length ? remembered.data.mapping : null
  const mapping = useMemo(() => {
    if (read.kind === 'vcard') return columnsOfCards
    return choices.mapping ?? known ?? proposedMapping(table.headers, table.rows)
  }, [read, choices.mapping, known, table])
  const personal = remembered.data?.personal
  const { defaults: chosen } = choices
  const defaults = useMemo(
    () => ({
      ...chosen,
      source: chosen.source ?? personal?.source ?? null,
      purpose: chosen.purpose ?? personal?.purpose ?? null,
      legalBasis: chosen.legalBasis ?? personal?.legalBasis ?? null,
    }),
    [chosen, personal],
  )
  const source = useMemo(
    () => ({
      ...table,
      mapping,
      defaults: {
        ...defaults,
        memberFrom: defaults.memberFrom && isPartialDate(defaults.memberFrom) ? defaults.memberFrom : null,
      },
    }),
    [table, mapping, defaults],
  )
  const { rows, share, edit } = useChecked(source, choices.edits, (edits) => set({ edits }))
  const sending = useSending(onDone)
  if (table.rows.length === 0) return <p role="alert">{t('source.empty')}</p>
  if (sending.share !== null)
    return (
      <div className={classes.running}>
        <p role="status">{t('check.matching')}</p>
        <TransferProgress label={t('check.matching')} share={sending.share} onCancel={sending.stop} />
      </div>
    )
  return (
    <>
      <HowRead read={read} sheet={table.sheet} head={table.head} set={set} />
      {read.kind !== 'vcard' && (
        <MappingTable
          headers={table.headers}
          rows={table.rows}
          mapping={mapping}
          remembered={choices.mapping === null && known !== null}
          onChange={(changed) => set({ mapping: changed })}
        />
      )}
      <Defaults choices={choices} set={set} />
      {namesPeople(mapping) && (
        <Personal said={defaults} onChange={(more) => set({ defaults: { ...chosen, ...more } })} />
      )}
      <Check
        name={name}
        headers={table.headers}
        rows={rows}
        all={table.rows.length}
        share={share}
        mapping={mapping}
        personalSaid={Boolean(defaults.source?.trim() && defaults.purpose?.trim())}
        onEdit={edit}
        onMatch={(ready, left) =>
          void sending.send(ready, left, {
            name,
            source: pasted ? 'paste' : read.kind,
            headers: table.headers,
            mapping: [...mapping],
            onUpdate: choices.onUpdate,
          })
        }
      />
    </>
  )
}

/** The cells under the headers, of the sheet that was chosen. */
function useTable(read: Read, { sheet: wanted, head: said }: Choices) {
  return useMemo(() => {
    const sheet = wanted < read.sheets.length ? wanted : 0
    const all = read.sheets[sheet] ?? { rows: [], numbers: [] }
    if (read.kind === 'vcard') return { sheet, head: -1, headers: [], rows: all.rows, lines: all.numbers }
    const head = said ?? (hasHeader(all.rows) ? 0 : -1)
    const width = Math.max(0, ...all.rows.slice(0, 1000).map((row) => row.length))
    const headers = Array.from({ length: width }, (_, n) =>
      head < 0 ? '' : (all.rows[head]?.[n] ?? '').slice(0, 300),
    )
    return { sheet, head, headers, rows: all.rows.slice(head + 1), lines: all.numbers.slice(head + 1) }
  }, [read, wanted, said])
}

/** Sends what is ready, and goes on to where it is decided on. */
function useSending(onDone: () => void) {
  const { t } = useTranslation('imports')
  const client = useQueryClient()
  const navigate = useScopedNavigate()
  const [share, setShare] = useState<number | null>(null)
  const stop = useRef<AbortController>(null)
  useEffect(() => () => stop.current?.abort(), [])
  const send = async (
    rows: readonly CheckedRow[],
    left: LeftRows | null,
    head: Parameters<typeof sendImport>[0],
  ) => {
    const way = new AbortController()
    stop.current = way
    setShare(0)
    try {
      const sent = rows.map(({ line, draft }, position) => ({ position, line, draft }))
      const record = await sendImport(head, sent as Parameters<typeof sendImport>[1], {
        signal: way.signal,
        onProgress: setShare,
      })
      if (left) await keepLeftRows(record.id, left)
      onDone()
      makeStale(client)
      await navigate(`/import/${record.id}`)
    } catch (error) {
      setShare(null)
      void toast(
        way.signal.aborted
          ? { message: t('check.stopped') }
          : { tone: 'failed', message: await describe(error as Error) },
      )
    }
  }
  return { share, send, stop: () => stop.current?.abort() }
}
