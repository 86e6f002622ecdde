import { Alert, Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useProblem } from '../../components/problem-sentence.ts'
import { forgetAllRecent } from '../../components/recent.ts'
import { useWrite } from '../../components/use-write.ts'
import type { Workspace } from '../../contract/workspace.ts'
import { ApiProblem } from '../../data/failures.ts'
import { workspace } from '../../data/workspace.ts'
import { useFormat } from '../../i18n/format.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { toast } from '../../ui/toast.ts'
import { TransferProgress } from '../../ui/transfer-progress.tsx'
import { dropAllDrafts } from '../../ui/use-draft.ts'
import { useCounts } from './counts.ts'
import classes from './settings.module.css'
import { useExport } from './use-export.ts'

/** By what the whole workspace is to be replaced. */
export type Replacement = { by: 'file'; file: File } | { by: 'demo' } | { by: 'empty' }

const words = { file: 'Import', demo: 'Demo', empty: 'Empty' } as const

/** Names what is lost, offers to export it first, and then replaces the workspace. */
export function ReplaceDialog({
  replacement,
  settings,
  onClose,
}: {
  replacement: Replacement
  settings: Workspace
  onClose: () => void
}) {
  const { t } = useTranslation(['settings', 'common'])
  const f = useFormat()
  const counts = useCounts()
  const navigate = useNavigate()
  const exporting = useExport()
  const [sent, setSent] = useState<number | null>(null)
  const kind = words[replacement.by]
  const done = (now: Workspace) => {
    dropAllDrafts()
    forgetAllRecent()
    const held = counts(now)
    const summary = held.length > 0 ? ` ${t('replace.summary', { counts: f.list(held) })}` : ''
    void toast({ message: `${t(`replace.done${kind}`, { name: now.name })}${summary}` })
    // The scope of the address named records that are gone.
    void navigate('/')
  }
  const reset = useWrite(workspace.reset, { onDone: done })
  const load = useWrite(workspace.import, { onDone: done })
  const busy = reset.isPending || load.isPending
  const error = reset.error ?? load.error
  const start = () => {
    if (replacement.by !== 'file') return reset.mutate({ body: { to: replacement.by } })
    setSent(null)
    load.mutate({ body: replacement.file, onProgress: setSent })
  }
  const doing = sent !== null && sent < 1 ? 'replace.sending' : 'replace.working'
  const lost = counts(settings)
  const filename = replacement.by === 'file' ? replacement.file.name : ''
  return (
    <Dialog title={t(`replace.title${kind}`, { filename })} size="md" onClose={busy ? () => {} : onClose}>
      <div className={classes.steps}>
        {replacement.by === 'file' && (
          <p>{t('replace.size', { filename, size: f.fileSize(replacement.file.size) })}</p>
        )}
        {lost.length === 0 ? (
          <p>{t('replace.nothing')}</p>
        ) : (
          <div>
            <p>{t('replace.lost')}</p>
            <ul className={classes.lost}>
              {lost.map((line) => (
                <li key={line}>{line}</li>
              ))}
              <li>{t('replace.lostBesides')}</li>
            </ul>
            <Button
              variant="default"
              size="xs"
              disabled={busy}
              loading={exporting.isPending}
              onClick={() => exporting.mutate()}
            >
              {t('replace.exportFirst')}
            </Button>
            {exporting.isSuccess && <p role="status">{t('replace.exportDone')}</p>}
          </div>
        )}
        {busy && (
          <div role="status">
            <p>{t(doing)}</p>
            <TransferProgress label={t(doing)} share={sent} />
          </div>
        )}
        <Failure error={error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" disabled={busy} onClick={onClose} data-autofocus>
            {t('common:cancel')}
          </Button>
          <Button color="red" loading={busy} onClick={start}>
            {t(`replace.confirm${kind}`)}
          </Button>
        </Group>
      </div>
    </Dialog>
  )
}

/** Why nothing was replaced. */
function Failure({ error }: { error: Error | null }) {
  const { t } = useTranslation('settings')
  const { sentence } = useProblem(error)
  if (!error) return null
  const code = error instanceof ApiProblem ? error.code : null
  if (code === 'workspace_file_invalid' || code === 'malformed_request')
    return (
      <Alert color="red" role="alert" title={t('replace.wrong')}>
        {t('replace.wrongHint')}
      </Alert>
    )
  return <Alert color="red" role="alert" title={code === 'too_large' ? t('replace.tooLarge') : sentence} />
}
