import { Button, FileButton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNoWriting } from '../../components/may-write.ts'
import type { Workspace } from '../../contract/workspace.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Section } from '../../ui/section.tsx'
import { ReplaceDialog, type Replacement } from './replace-dialog.tsx'
import classes from './settings.module.css'
import { useExport } from './use-export.ts'

/** The workspace's file: out, in, and two ways to begin anew. */
export function DataSection({ workspace }: { workspace: Workspace }) {
  const { t } = useTranslation('settings')
  const noWriting = useNoWriting()
  const [replacement, setReplacement] = useState<Replacement | null>(null)
  const save = useExport()
  return (
    <Section title={t('data.title')}>
      <p className={classes.text}>{t('data.text')}</p>
      <div className={classes.rows}>
        <div className={classes.row}>
          <Hint title={t('data.export')} hint={t('data.exportHint')} />
          <Button variant="default" loading={save.isPending} onClick={() => save.mutate()}>
            {t('data.export')}
          </Button>
        </div>
        <div className={classes.row}>
          <Hint title={t('data.import')} hint={t('data.importHint')} />
          <FileButton
            accept=".corridor,application/zip"
            onChange={(file) => file && setReplacement({ by: 'import', file })}
          >
            {(props) => (
              <ActionButton variant="default" reason={noWriting} {...props}>
                {t('data.choose')}
              </ActionButton>
            )}
          </FileButton>
        </div>
        {(['demo', 'empty'] as const).map((to) => (
          <div key={to} className={classes.row}>
            <Hint title={t(`data.${to}`)} hint={t(`data.${to}Hint`)} />
            <ActionButton variant="default" reason={noWriting} onClick={() => setReplacement({ by: to })}>
              {t(`data.${to}`)}
            </ActionButton>
          </div>
        ))}
      </div>
      {replacement && (
        <ReplaceDialog workspace={workspace} replacement={replacement} onClose={() => setReplacement(null)} />
      )}
    </Section>
  )
}

const Hint = ({ title, hint }: { title: string; hint: string }) => (
  <div>
    <strong>{title}</strong>
    <div className={classes.hint}>{hint}</div>
  </div>
)
