import { Button } from '@mantine/core'
import Download from 'lucide-react/icons/download'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { describe } from '../../../components/problem-sentence.ts'
import type { ReportRun } from '../../../contract/reports.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { saveFile } from '../../../ui/save-file.ts'
import { toast } from '../../../ui/toast.ts'
import { TransferProgress } from '../../../ui/transfer-progress.tsx'

/** Writes the run as a workbook; says how far it is, and can be cancelled. */
export function WorkbookButton({ run }: { run: ReportRun }) {
  const { t } = useTranslation('reports')
  const [share, setShare] = useState<number | null>(null)
  const [busy, setBusy] = useState(false)
  const work = useRef<AbortController | null>(null)
  const cancel = () => {
    work.current?.abort()
    setBusy(false)
  }
  const write = async () => {
    const controller = new AbortController()
    work.current = controller
    setBusy(true)
    setShare(null)
    try {
      const [{ everyRecord }, { sheetsOf }, { workbookType, writeWorkbook }] = await Promise.all([
        import('./all-records.ts'),
        import('./workbook.ts'),
        import('../../../sheets/write-workbook.ts'),
      ])
      const records = await everyRecord(run.id, controller.signal, (done, total) =>
        setShare(total > 0 ? done / total : null),
      )
      const bytes = await writeWorkbook(sheetsOf(run, records))
      if (controller.signal.aborted) return
      const filename = `${`${run.report.name} ${run.asOf}`.replaceAll(/[/\\:*?"<>|]/g, '_')}.xlsx`
      saveFile({ bytes, mediaType: workbookType, filename })
      void toast({ tone: 'done', message: t('xlsxDone', { filename }) })
    } catch (error) {
      if (!controller.signal.aborted) void toast({ tone: 'failed', message: await describe(error) })
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button variant="default" leftSection={<Download size={15} aria-hidden />} onClick={() => void write()}>
        {t('xlsx')}
      </Button>
      {busy && (
        <Dialog title={t('xlsxBusy')} size="sm" onClose={cancel}>
          <TransferProgress label={t('xlsxBusy')} share={share} onCancel={cancel} />
        </Dialog>
      )}
    </>
  )
}
