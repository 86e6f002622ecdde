import { Button, CloseButton, SegmentedControl } from '@mantine/core'
import Paperclip from 'lucide-react/icons/paperclip'
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { maxDocumentBytes } from '../../../contract/dossier.ts'
import { useFormat } from '../../../i18n/format.ts'
import classes from './sign.module.css'

/** A file, and what it is. */
export interface Attached {
  file: File
  kind: 'signed' | 'press'
}

/** By its name, for correction. */
const kindOf = ({ name }: File): Attached['kind'] =>
  /press|presse|communiqu/i.test(name) ? 'press' : 'signed'

/** The signed document, or what the press was told: dropped or chosen, sent once the signatures are saved. */
export function DocumentField({
  attached,
  onChange,
}: {
  attached: Attached | null
  onChange: (attached: Attached | null) => void
}) {
  const { t } = useTranslation(['signing', 'common'])
  const f = useFormat()
  const file = attached?.file
  const input = useRef<HTMLInputElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const hint = useId()
  const [over, setOver] = useState(false)
  const [tooLarge, setTooLarge] = useState<string | null>(null)
  const take = (chosen: File | null | undefined) => {
    if (!chosen) return
    const fits = chosen.size <= maxDocumentBytes
    setTooLarge(
      fits ? null : t('document.tooLarge', { name: chosen.name, limit: f.fileSize(maxDocumentBytes) }),
    )
    if (fits) onChange({ file: chosen, kind: kindOf(chosen) })
  }
  return (
    <div>
      <h3 className={classes.heading}>{t('document.title')}</h3>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button in it is the first */}
      <div
        role="presentation"
        className={classes.drop}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          take(event.dataTransfer.files[0])
        }}
      >
        {file ? (
          <span className={classes.file}>
            <Paperclip size={16} aria-hidden /> {file.name} <small>{f.fileSize(file.size)}</small>
            <CloseButton
              aria-label={t('common:removeNamed', { name: file.name })}
              onClick={() => {
                onChange(null)
                button.current?.focus()
              }}
            />
          </span>
        ) : (
          <span id={hint}>{t('document.drop', { limit: f.fileSize(maxDocumentBytes) })}</span>
        )}
        <Button
          ref={button}
          variant="default"
          size="xs"
          data-autofocus
          aria-describedby={file ? undefined : hint}
          onClick={() => input.current?.click()}
        >
          {file ? t('document.another') : t('document.choose')}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          tabIndex={-1}
          aria-label={t('document.choose')}
          onChange={(event) => {
            take(event.currentTarget.files?.[0])
            event.currentTarget.value = ''
          }}
        />
      </div>
      {attached && (
        <SegmentedControl
          size="xs"
          mt={8}
          aria-label={t('document.kind')}
          value={attached.kind}
          onChange={(kind) => onChange({ ...attached, kind: kind as Attached['kind'] })}
          data={[
            { value: 'signed', label: t('document.signed') },
            { value: 'press', label: t('document.press') },
          ]}
        />
      )}
      {tooLarge && (
        <p role="alert" className={classes.complaint}>
          {tooLarge}
        </p>
      )}
    </div>
  )
}
