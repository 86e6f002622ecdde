import { useComputedColorScheme } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/page.tsx'
import classes from './api-docs.module.css'

type State = 'loading' | 'shown' | 'failed'

/** The API's description, to be read and tried. Its viewer is large and is loaded only here. */
export function Component() {
  const { t } = useTranslation('api-docs')
  const holder = useRef<HTMLDivElement>(null)
  const [state, setState] = useState<State>('loading')
  useDarkViewer()
  useEffect(() => {
    // A node of its own for each time: the viewer keeps it for itself and can't be told to leave.
    const node = document.createElement('div')
    holder.current?.replaceChildren(node)
    let gone = false
    import('./swagger.ts')
      .then(({ showApiDescription }) => !gone && showApiDescription(node, () => !gone && setState('shown')))
      .catch(() => !gone && setState('failed'))
    return () => {
      gone = true
      node.remove()
    }
  }, [])
  return (
    <Page
      title={t('title')}
      subtitle={t('text')}
      actions={
        <a href="/api/openapi.json" download="openapi.json">
          {t('document')}
        </a>
      }
    >
      {state === 'loading' && <p role="status">{t('loading')}</p>}
      {state === 'failed' && <p role="alert">{t('failed')}</p>}
      <div ref={holder} className={classes.viewer} />
    </Page>
  )
}

/** The viewer's own dark colours hang on a class of the document. */
function useDarkViewer(): void {
  const dark = useComputedColorScheme() === 'dark'
  useEffect(() => {
    document.documentElement.classList.toggle('dark-mode', dark)
    return () => document.documentElement.classList.remove('dark-mode')
  }, [dark])
}
