import { Button, FileButton } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../components/may.ts'
import { useNoWriting } from '../../components/may-write.ts'
import type { Workspace } from '../../contract/workspace.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Line, Lines } from '../../ui/lines.tsx'
import { Section } from '../../ui/section.tsx'
import { ReplaceDialog, type Replacement } from './replace-dialog.tsx'
import { SampleLine } from './sample-line.tsx'
import classes from './settings.module.css'
import { useExport } from './use-export.ts'

/** The workspace as a file, and the ways to begin anew. */
export function DataSection({ settings }: { settings: Workspace }) {
  const { t } = useTranslation('settings')
  const noWriting = useNoWriting('workspace.replace')
  const may = useMay()
  const exporting = useExport()
  const [replacement, setReplacement] = useState<Replacement | null>(null)
  // Without it the same file could not be chosen twice in a row.
  const forgetFile = useRef<() => void>(null)
  const close = () => {
    forgetFile.current?.()
    setReplacement(null)
  }
  return (
    <Section title={t('data.title')} id="data">
      <p className={classes.words}>{t('data.text')}</p>
      <Lines>
        <Line
          title={t('data.export')}
          end={
            <Button
              variant="default"
              size="xs"
              loading={exporting.isPending}
              onClick={() => exporting.mutate()}
            >
              {t('data.export')}
            </Button>
          }
        >
          {exporting.isPending ? t('data.exporting') : t('data.exportHint')}
        </Line>
        <Line
          title={t('data.import')}
          end={
            noWriting ? (
              <ActionButton variant="default" size="xs" reason={noWriting} onClick={() => {}}>
                {t('data.choose')}
              </ActionButton>
            ) : (
              <FileButton
                resetRef={forgetFile}
                onChange={(file) => file && setReplacement({ by: 'file', file })}
              >
                {(props) => (
                  <Button {...props} variant="default" size="xs">
                    {t('data.choose')}
                  </Button>
                )}
              </FileButton>
            )
          }
        >
          {t('data.importHint')}
        </Line>
        {may('workspace.replace') && <SampleLine />}
        {(['demo', 'empty'] as const).map((to) => (
          <Line
            key={to}
            title={t(`data.${to}`)}
            end={
              <ActionButton
                variant="default"
                size="xs"
                reason={noWriting}
                onClick={() => setReplacement({ by: to })}
              >
                {t(`data.${to}Now`)}
              </ActionButton>
            }
          >
            {t(`data.${to}Hint`)}
          </Line>
        ))}
      </Lines>
      {replacement && <ReplaceDialog replacement={replacement} settings={settings} onClose={close} />}
    </Section>
  )
}
