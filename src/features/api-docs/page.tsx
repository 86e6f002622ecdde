import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/page.tsx'
import classes from './page.module.css'

/** The REST API, to read and try. What is tried is done on the workspace one sees. */
export function Component() {
  const { t } = useTranslation('api-docs')
  const place = useRef<HTMLDivElement>(null)
  const [state, setState] = useState<'loading' | 'shown' | 'failed'>('loading')
  useEffect(() => {
    let left = false
    import('./swagger.ts').then(
      ({ showApiDescription }) => {
        if (!left && place.current) showApiDescription(place.current, () => setState('shown'))
      },
      () => setState('failed'),
    )
    return () => {
      left = true
    }
  }, [])
  return (
    <Page title={t('title')} subtitle={t('text')}>
      {state === 'loading' && <p aria-busy="true">{t('loading')}</p>}
      {state === 'failed' && <p role="alert">{t('failed')}</p>}
      <div ref={place} className={classes.docs} hidden={state === 'failed'} />
    </Page>
  )
}
