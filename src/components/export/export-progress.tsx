import i18next from 'i18next'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Endpoint } from '../../contract/endpoint.ts'
import type en from '../../i18n/en/export.ts'
import { useFormat } from '../../i18n/format.ts'
import { loadMessages } from '../../i18n/i18n.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { toast } from '../../ui/toast.ts'
import { TransferProgress } from '../../ui/transfer-progress.tsx'
import { describe } from '../problem-sentence.ts'
import { useScope } from '../scope.ts'
import type { Exported } from './export-menu.tsx'
import { everyRow, type ListFormat, listFile } from './list-file.ts'

interface Props extends Exported<Endpoint> {
  format: ListFormat
  onEnd: () => void
}

/** How far the export is; it can be cancelled, and ends with what became of it. */
export function ExportProgress({ onEnd, ...asked }: Props) {
  const { t } = useTranslation(['common', 'ui'])
  const f = useFormat()
  const { day } = useScope()
  const [state, setState] = useState<{ done: number; total: number | null }>({ done: 0, total: null })
  const work = useRef<AbortController | null>(null)
  const end = useRef(onEnd)
  end.current = onEnd
  const request = useRef({ ...asked, day })
  useEffect(() => {
    const controller = new AbortController()
    work.current = controller
    void make(request.current, controller.signal, setState).then(
      () => !controller.signal.aborted && end.current(),
    )
    return () => controller.abort()
  }, [])
  const { done, total } = state
  return (
    <Dialog title={t('export.busy', { list: asked.name })} size="sm" onClose={onEnd}>
      <TransferProgress
        label={t('export.busy', { list: asked.name })}
        share={total ? done / total : null}
        onCancel={onEnd}
      />
      <p role="status">
        {total !== null && t('export.progress', { done: f.number(done), total: f.number(total) })}
      </p>
    </Dialog>
  )
}

async function make(
  { name, endpoint, query, columns, format, day }: Exported<Endpoint> & { format: ListFormat; day: string },
  signal: AbortSignal,
  onPage: (state: { done: number; total: number | null }) => void,
): Promise<void> {
  try {
    await loadMessages(['export'])
    const rows = (await everyRow(endpoint, query, {
      signal,
      onPage: (done, total) => onPage({ done, total }),
    })) as never[]
    const heads = i18next.getResource(i18next.language, 'export', 'head') as (typeof en)['head']
    const file = await listFile(
      `${name} ${day}`,
      columns.map(({ head }) => heads[head]),
      rows.map((row) => columns.map(({ cell }) => cell(row))),
      format,
    )
    if (signal.aborted) return
    saveFile(file)
    const message = i18next.t('export:done', { count: rows.length, filename: file.filename })
    void toast({ tone: 'done', message })
  } catch (error) {
    if (!signal.aborted) void toast({ tone: 'failed', message: await describe(error) })
  }
}
