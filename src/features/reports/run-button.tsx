import Play from 'lucide-react/icons/play'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { FormErrors } from '../../components/form-errors.tsx'
import { useNoWriting } from '../../components/may-write.ts'
import { useScope, useScopedNavigate } from '../../components/scope.ts'
import { useWrite } from '../../components/use-write.ts'
import type { Report } from '../../contract/reports.ts'
import { reports } from '../../data/reports.ts'
import { useFormat } from '../../i18n/format.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TransferProgress } from '../../ui/transfer-progress.tsx'

/** Runs a report as of the screen's day, or of the day given; says that it goes on, can be cancelled, and ends at the run. */
export function RunButton({
  report: { id, deletedAt },
  asOf,
  label,
}: {
  report: Pick<Report, 'id' | 'deletedAt'>
  asOf?: string
  label?: string
}) {
  const { t } = useTranslation(['reports', 'common'])
  const f = useFormat()
  const { day } = useScope()
  const navigate = useScopedNavigate()
  const noWriting = useNoWriting('dossier.write')
  const work = useRef<AbortController | null>(null)
  const run = useWrite(reports.run, {
    message: ({ number }) => t('runDone', { number }),
    onDone: (made) => {
      if (!work.current?.signal.aborted) void navigate(`/reports/runs/${made.id}`)
    },
  })
  const cancel = () => {
    work.current?.abort()
    run.reset()
  }
  const failed = run.isError && !work.current?.signal.aborted
  return (
    <>
      <ActionButton
        reason={noWriting ?? (deletedAt ? t('common:inBinHint') : null)}
        leftSection={<Play size={15} aria-hidden />}
        onClick={() => {
          work.current = new AbortController()
          run.mutate({ params: { id }, body: { asOf: asOf ?? day }, signal: work.current.signal })
        }}
      >
        {label ?? t('runAs', { date: f.date(asOf ?? day) })}
      </ActionButton>
      {(run.isPending || failed) && (
        <Dialog title={t('running')} size="sm" onClose={cancel}>
          {run.isPending ? (
            <>
              <p>{t('runningHint')}</p>
              <TransferProgress label={t('running')} share={null} onCancel={cancel} />
            </>
          ) : (
            <FormErrors error={run.error} />
          )}
        </Dialog>
      )}
    </>
  )
}
