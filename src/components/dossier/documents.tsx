import { useTranslation } from 'react-i18next'
import type { DocumentMeta } from '../../contract/dossier.ts'
import { documents as documentData, downloadDocument } from '../../data/dossier.ts'
import { useFormat } from '../../i18n/format.ts'
import { saveFile } from '../../ui/save-file.ts'
import { Section } from '../../ui/section.tsx'
import { toast } from '../../ui/toast.ts'
import { useNoWriting } from '../may-write.ts'
import { describe } from '../problem-sentence.ts'
import { SampleTag } from '../sample-tag.tsx'
import { useWrite } from '../use-write.ts'
import { WaitingMark } from '../waiting-mark.tsx'
import { DocumentDrop } from './document-drop.tsx'
import classes from './dossier.module.css'
import { RemoveButton } from './remove-button.tsx'
import { type RecordOf, useDossier } from './use-dossier.ts'

/** A record's files: attached by dropping or choosing them, downloaded, deleted. */
export function Documents(record: RecordOf) {
  const { t } = useTranslation('dossier')
  const { data, closed } = useDossier(record)
  const noWriting = useNoWriting('dossier.write')
  if (closed) return null
  const documents = data?.documents ?? []
  return (
    <Section title={t('documents.title')} count={documents.length || undefined}>
      {documents.length === 0 && <p className={classes.empty}>{t('documents.empty')}</p>}
      <ul className={classes.list}>
        {documents.map((document) => (
          <DocumentItem key={document.id} document={document} fixed={noWriting !== null} />
        ))}
      </ul>
      {!noWriting && <DocumentDrop {...record} />}
    </Section>
  )
}

function DocumentItem({ document, fixed }: { document: DocumentMeta; fixed: boolean }) {
  const { t } = useTranslation('dossier')
  const f = useFormat()
  const { id, filename, kind, size, createdAt, version } = document
  const remove = useWrite(documentData.remove, {
    message: () => t('documents.removed', { name: filename }),
    failure: 'toast',
  })
  const download = async () => {
    try {
      saveFile(await downloadDocument(id))
    } catch (error) {
      void toast({ tone: 'failed', message: await describe(error) })
    }
  }
  return (
    <li className={classes.item}>
      <div className={classes.line}>
        <div>
          <button
            type="button"
            className={classes.filename}
            aria-label={t('documents.download', { name: filename })}
            onClick={() => void download()}
          >
            {filename}
          </button>{' '}
          {document.sample && <SampleTag />}
          <div className={classes.meta}>
            {t(`documents.kinds.${kind}`)} · {f.fileSize(size)} ·{' '}
            <time dateTime={createdAt}>{f.instant(createdAt)}</time> <WaitingMark id={id} />
          </div>
        </div>
        {!fixed && (
          <RemoveButton
            name={filename}
            busy={remove.isPending}
            onClick={() => remove.mutate({ params: { id }, version })}
          />
        )}
      </div>
    </li>
  )
}
