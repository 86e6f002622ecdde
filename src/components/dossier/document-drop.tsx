import { Button, Select } from '@mantine/core'
import Paperclip from 'lucide-react/icons/paperclip'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { documentKinds, maxDocumentBytes } from '../../contract/dossier.ts'
import { documents } from '../../data/dossier.ts'
import { useFormat } from '../../i18n/format.ts'
import { FileDrop } from '../../ui/file-drop.tsx'
import { TransferProgress } from '../../ui/transfer-progress.tsx'
import { describe } from '../problem-sentence.ts'
import { useWrite } from '../use-write.ts'
import classes from './dossier.module.css'
import type { RecordOf } from './use-dossier.ts'

type Kind = (typeof documentKinds)[number]

interface Sending {
  name: string
  /** 0 to 1, or null where the way there doesn't tell. */
  share: number | null
  cancel: () => void
}

/** Where files are dropped or chosen. They go one after the other; what failed is named with the reason. */
export function DocumentDrop({ noun, recordId }: RecordOf) {
  const { t } = useTranslation('dossier')
  const f = useFormat()
  const [kind, setKind] = useState<Kind>('other')
  const [sending, setSending] = useState<Sending | null>(null)
  const [failures, setFailures] = useState<string[]>([])
  const upload = useWrite(documents.upload, {
    message: ({ filename }) => t('documents.attached', { name: filename }),
  })
  const limit = f.fileSize(maxDocumentBytes)

  const send = async (file: File, cancelling: AbortController): Promise<string | null> => {
    const { name } = file
    if (file.size > maxDocumentBytes) {
      return t('documents.tooLarge', { name, size: f.fileSize(file.size), limit })
    }
    const progress = (share: number | null) => setSending({ name, share, cancel: () => cancelling.abort() })
    progress(null)
    try {
      await upload.mutateAsync({
        query: { noun, recordId, filename: name, kind },
        body: file,
        onProgress: progress,
        signal: cancelling.signal,
      })
      return null
    } catch (error) {
      if (cancelling.signal.aborted) return t('documents.cancelled', { name })
      return t('documents.failed', { name, why: await describe(error) })
    }
  }
  const sendAll = async (files: readonly File[]) => {
    setFailures([])
    const cancelling = new AbortController()
    for (const file of files) {
      if (cancelling.signal.aborted) break
      const failure = await send(file, cancelling)
      if (failure) setFailures((before) => [...before, failure])
    }
    setSending(null)
  }

  const sendingWords =
    sending && t(sending.share === 1 ? 'documents.saving' : 'documents.sending', { name: sending.name })
  return (
    <>
      <FileDrop
        label={t('documents.attach')}
        multiple
        className={classes.drop}
        onFiles={(files) => void sendAll(files)}
      >
        {({ choose, over }) => (
          <>
            <span>{over ? t('documents.dropNow') : t('documents.drop', { limit })}</span>
            <span className={classes.buttons}>
              <Select
                size="xs"
                w={150}
                aria-label={t('documents.kind')}
                allowDeselect={false}
                value={kind}
                onChange={(value) => value && setKind(value)}
                data={documentKinds.map((value) => ({ value, label: t(`documents.kinds.${value}`) }))}
              />
              <Button
                variant="default"
                size="xs"
                loading={sending !== null}
                leftSection={<Paperclip size={14} aria-hidden />}
                onClick={choose}
              >
                {t('documents.attach')}
              </Button>
            </span>
          </>
        )}
      </FileDrop>
      <div role="status">
        {sending && sendingWords && (
          <>
            <span className={classes.meta}>{sendingWords}</span>
            <TransferProgress label={sendingWords} share={sending.share} onCancel={sending.cancel} />
          </>
        )}
      </div>
      {failures.map((failure) => (
        <p key={failure} role="alert" className={classes.late}>
          {failure}
        </p>
      ))}
    </>
  )
}
