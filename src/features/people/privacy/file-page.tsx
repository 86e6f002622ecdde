import { Button } from '@mantine/core'
import Download from 'lucide-react/icons/download'
import Printer from 'lucide-react/icons/printer'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { factLines, tableName } from '../../../components/change-lines.ts'
import paper from '../../../components/paper/paper.module.css'
import { RecordWaiting } from '../../../components/record-page.tsx'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import { useRecord } from '../../../components/use-record.ts'
import { verbWords } from '../../../components/verb-words.ts'
import type { PersonFile } from '../../../contract/privacy.ts'
import { privacy } from '../../../data/privacy.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Page } from '../../../ui/page.tsx'
import { saveFile } from '../../../ui/save-file.ts'
import classes from './file.module.css'

/** All that there is of one person, to be printed or handed over as a file (Article 15 of the GDPR). */
export function Component() {
  const { t } = useTranslation('privacy')
  const { id = '' } = useParams()
  const file = useRecord(privacy.file({ params: { id } }))
  if (!file) return <RecordWaiting />
  const { name } = file.privacy.person
  const download = () =>
    saveFile({
      bytes: new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`),
      mediaType: 'application/json',
      filename: `${t('file.name', { name }).replaceAll(/[/\\:*?"<>|\s]+/g, '-')}.json`,
    })
  return (
    <div className={paper.page}>
      <Page
        title={t('file.title', { name })}
        eyebrow={<ScopedLink to={`/people/${id}`}>{name}</ScopedLink>}
        actions={
          <>
            <Button variant="default" leftSection={<Download size={16} aria-hidden />} onClick={download}>
              {t('file.download')}
            </Button>
            <Button leftSection={<Printer size={16} aria-hidden />} onClick={() => window.print()}>
              {t('file.print')}
            </Button>
          </>
        }
      >
        <div className={paper.sheets}>
          <article className={paper.sheet}>
            <Sheet file={file} />
          </article>
        </div>
      </Page>
    </div>
  )
}

function Sheet({ file }: { file: PersonFile }) {
  const { t } = useTranslation(['privacy', 'history'])
  const { t: told } = useTranslation(['history', 'common'])
  const { t: verbs } = useTranslation('history')
  const f = useFormat()
  const facts = (table: string, row: Record<string, unknown>) => (
    <dl className={classes.facts}>
      {factLines(table, row, file.names, told, f).map(({ what, now }) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>{now}</dd>
        </div>
      ))}
    </dl>
  )
  return (
    <>
      <h2 className={classes.title}>{t('file.title', { name: file.privacy.person.name })}</h2>
      <p>{t('file.made', { at: f.instant(file.madeOn) })}</p>
      <p>
        {t('lastAction')}
        {f.colon}
        {f.date(file.privacy.lastAction)} · {t('until')}
        {f.colon}
        {f.date(file.privacy.until)}
      </p>
      <h3>{t('file.person')}</h3>
      {facts('people', file.person)}
      {file.sections.map(({ table, count, items }) => (
        <section key={table}>
          <h3>
            {tableName(table, told)} ({f.number(count)})
          </h3>
          {count > items.length && <p>{t('file.more', { count })}</p>}
          <ul className={classes.items}>
            {items.map(({ about, facts: row }, index) => (
              <li key={index}>
                {about.title && about.title !== file.privacy.person.name && <strong>{about.title}</strong>}
                {facts(table, row)}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {file.mentions.length > 0 && (
        <section>
          <h3>{t('file.mentions')}</h3>
          <ul className={classes.items}>
            {file.mentions.map(({ about, table, text }, index) => (
              <li key={index}>
                <strong>
                  {tableName(table, told)}, {about.title}
                </strong>
                <p>{text}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3>{t('file.history')}</h3>
        <ul className={classes.items}>
          {file.history.map(({ at, verb, title, by }, index) => (
            <li key={index}>
              {f.instant(at)}
              {f.colon}
              {by ? t('file.by', { what: verbWords(verb, verbs), who: by }) : verbWords(verb, verbs)}
              {title && ` – ${title}`}
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
