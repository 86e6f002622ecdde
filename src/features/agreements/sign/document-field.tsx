import { Button, CloseButton, SegmentedControl } from '@mantine/core'
import Paperclip from 'lucide-react/icons/paperclip'
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { maxDocumentBytes } from '../../../contract/dossier.ts'
import { useFormat } from '../../../i18n/format.ts'
import { FileDrop } from '../../../ui/file-drop.tsx'
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
  const button = useRef<HTMLButtonElement>(null)
  const hint = useId()
  const [tooLarge, setTooLarge] = useState<string | null>(null)
  const take = (chosen: File | undefined) => {
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
      <FileDrop label={t('document.choose')} className={classes.drop} onFiles={([chosen]) => take(chosen)}>
        {({ choose }) => (
          <>
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
              onClick={choose}
            >
              {file ? t('document.another') : t('document.choose')}
            </Button>
          </>
        )}
      </FileDrop>
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
