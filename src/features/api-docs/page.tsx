import { Button, useComputedColorScheme } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { describe } from '../../components/problem-sentence.ts'
import { send } from '../../data/client.ts'
import { ConnectionLost } from '../../data/failures.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { toast } from '../../ui/toast.ts'
import { WaitingLines } from '../../ui/waiting-lines.tsx'
import classes from './api-docs.module.css'

type State = 'loading' | 'shown' | 'failed'

/** The API's description, to be read and tried. Its viewer is large and is loaded only here. */
export function Component() {
  const { t } = useTranslation(['api-docs', 'common'])
  const holder = useRef<HTMLDivElement>(null)
  const [state, setState] = useState<State>('loading')
  const [attempt, setAttempt] = useState(0)
  useDarkViewer()
  const again = () => {
    setState('loading')
    setAttempt(attempt + 1)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt loads anew
  useEffect(() => {
    // A node of its own for each time: the viewer keeps it for itself and can't be told to leave.
    const node = document.createElement('div')
    holder.current?.replaceChildren(node)
    let gone = false
    const show = async () => {
      const { showApiDescription } = await import('./swagger.ts')
      if (!gone) await showApiDescription(node, () => !gone && setState('shown'))
    }
    show().catch(() => !gone && setState('failed'))
    return () => {
      gone = true
      node.remove()
    }
  }, [attempt])
  return (
    <Page
      title={t('title')}
      subtitle={t('text')}
      actions={
        <Button variant="default" onClick={() => void saveDocument()}>
          {t('document')}
        </Button>
      }
    >
      {state === 'loading' && (
        <div role="status" aria-label={t('loading')}>
          <WaitingLines />
        </div>
      )}
      {state === 'failed' && (
        <div role="alert">
          <EmptyState title={t('failed')} action={<Button onClick={again}>{t('common:retry')}</Button>} />
        </div>
      )}
      <h2 className="visually-hidden">{t('operations')}</h2>
      <div ref={holder} className={classes.viewer} />
    </Page>
  )
}

/** Puts the OpenAPI document into the reader's downloads. */
async function saveDocument(): Promise<void> {
  try {
    const response = await send(new Request(new URL('/api/openapi.json', location.origin)))
    const bytes = new Uint8Array(await response.arrayBuffer())
    saveFile({ bytes, mediaType: 'application/json', filename: 'openapi.json' })
  } catch (error) {
    void toast({ tone: 'failed', message: await describe(new ConnectionLost(error)) })
  }
}

/** The viewer's own dark colours hang on a class of the document. */
function useDarkViewer(): void {
  const dark = useComputedColorScheme() === 'dark'
  useEffect(() => {
    document.documentElement.classList.toggle('dark-mode', dark)
    return () => document.documentElement.classList.remove('dark-mode')
  }, [dark])
}
