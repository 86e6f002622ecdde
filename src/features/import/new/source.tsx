import { Button, Textarea } from '@mantine/core'
import FileUp from 'lucide-react/icons/file-up'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FileDrop } from '../../../ui/file-drop.tsx'
import { Section } from '../../../ui/section.tsx'
import classes from '../import.module.css'
import type { KeptFile } from './kept-file.ts'

const mostBytes = 50 * 1024 * 1024

/** A file, dropped or chosen, or cells pasted from a spreadsheet. */
export function Source({ onChoose }: { onChoose: (file: KeptFile) => void }) {
  const { t } = useTranslation('imports')
  const [text, setText] = useState('')
  const [failed, setFailed] = useState<string | null>(null)
  const take = async (file: File | undefined) => {
    if (!file) return
    if (file.size > mostBytes) return setFailed(t('source.tooLarge'))
    setFailed(null)
    onChoose({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), pasted: false })
  }
  return (
    <Section title={t('source.title')}>
      <FileDrop
        label={t('source.choose')}
        accept=".csv,.tsv,.txt,.xlsx,.vcf,text/csv,text/plain,text/vcard"
        className={classes.drop}
        onFiles={([file]) => void take(file)}
      >
        {({ choose }) => (
          <>
            <Button leftSection={<FileUp size={16} aria-hidden />} onClick={choose}>
              {t('source.choose')}
            </Button>
            <span className={classes.hint}>{t('source.drop')}</span>
          </>
        )}
      </FileDrop>
      {failed && <p role="alert">{failed}</p>}
      <Textarea
        label={t('source.paste')}
        autosize
        minRows={4}
        maxRows={12}
        value={text}
        classNames={{ input: classes.pasted }}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {text.trim() !== '' && (
        <Button
          variant="default"
          className={classes.end}
          onClick={() =>
            onChoose({ name: t('source.pasted'), bytes: new TextEncoder().encode(text), pasted: true })
          }
        >
          {t('source.take')}
        </Button>
      )}
    </Section>
  )
}
