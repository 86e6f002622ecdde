import { Button, Select } from '@mantine/core'
import Paperclip from 'lucide-react/icons/paperclip'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { documentKinds, maxDocumentBytes } from '../../contract/dossier.ts'
import { documents } from '../../data/dossier.ts'
import { useFormat } from '../../i18n/format.ts'
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
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
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
  const sendAll = async (files: FileList | null) => {
    setFailures([])
    const cancelling = new AbortController()
    for (const file of files ?? []) {
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
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button in it is the first */}
      <div
        className={classes.drop}
        role="presentation"
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          void sendAll(event.dataTransfer.files)
        }}
      >
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
            onClick={() => input.current?.click()}
          >
            {t('documents.attach')}
          </Button>
        </span>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          tabIndex={-1}
          onChange={(event) => {
            void sendAll(event.currentTarget.files).then(() => {
              if (input.current) input.current.value = ''
            })
          }}
        />
      </div>
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
