import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormErrors } from '../../components/form-errors.tsx'
import { useWrite } from '../../components/use-write.ts'
import type { Workspace } from '../../contract/workspace.ts'
import { workspace as data } from '../../data/workspace.ts'
import { useFormat } from '../../i18n/format.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import classes from './settings.module.css'
import { useExport } from './use-export.ts'

/** What the whole workspace is to be replaced by. */
export type Replacement = { by: 'import'; file: File } | { by: 'demo' | 'empty' }

const words = { import: 'Import', demo: 'Demo', empty: 'Empty' } as const

/** Names what is lost, offers to save it first, and replaces everything. Nothing changes where that fails. */
export function ReplaceDialog({
  workspace,
  replacement,
  onClose,
}: {
  workspace: Workspace
  replacement: Replacement
  onClose: () => void
}) {
  const { t } = useTranslation('settings')
  const f = useFormat()
  const word = words[replacement.by]
  const [sent, setSent] = useState<number | null>(null)
  const done = (reply: Workspace) => t(`replace.done${word}`, { name: reply.name })
  const reset = useWrite(data.reset, { message: done, onDone: onClose })
  const load = useWrite(data.import, { message: done, onDone: onClose })
  const save = useExport()
  const busy = reset.isPending || load.isPending
  const error = reset.error ?? load.error
  const replace = () => {
    if (replacement.by === 'import') load.mutate({ body: replacement.file, onProgress: setSent })
    else reset.mutate({ body: { to: replacement.by } })
  }
  return (
    <ConfirmDialog
      title={t(`replace.title${word}`, {
        filename: replacement.by === 'import' ? replacement.file.name : '',
      })}
      action={t(`replace.confirm${word}`)}
      danger
      busy={busy}
      onConfirm={replace}
      onClose={onClose}
    >
      {replacement.by === 'import' && (
        <p>
          {t('replace.size', { filename: replacement.file.name, size: f.fileSize(replacement.file.size) })}
        </p>
      )}
      <Lost workspace={workspace} />
      <p>
        <Button variant="default" size="compact-sm" loading={save.isPending} onClick={() => save.mutate()}>
          {t('replace.exportFirst')}
        </Button>{' '}
        {save.isSuccess && <span role="status">{t('replace.exportDone')}</span>}
      </p>
      {busy && (
        <p role="status" className={classes.hint}>
          {sent !== null && sent < 1 ? t('replace.sending') : t('replace.working')}{' '}
          <progress value={sent !== null && sent < 1 ? sent : undefined} aria-label={t('replace.working')} />
        </p>
      )}
      {error !== null && (
        <>
          <p>
            <strong>{t('replace.wrong')}</strong> {replacement.by === 'import' && t('replace.wrongHint')}
          </p>
          <FormErrors error={error} />
        </>
      )}
    </ConfirmDialog>
  )
}

const counted = ['organisations', 'people', 'alliances', 'markets', 'agreements'] as const

function Lost({ workspace }: { workspace: Workspace }) {
  const { t } = useTranslation('settings')
  const f = useFormat()
  const lost = counted.filter((noun) => workspace.counts[noun])
  if (lost.length === 0) return <p>{t('replace.nothing')}</p>
  return (
    <p>
      {t('replace.lost')} {f.list(lost.map((noun) => t(`counts.${noun}`, { count: workspace.counts[noun] })))}
      .
    </p>
  )
}
