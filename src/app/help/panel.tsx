import { Button, CloseButton } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { useVisit } from '../../components/visit-state.ts'
import { useFrameState } from '../frame-state.ts'
import classes from './panel.module.css'
import { type HelpWord, screenAt, wordsOf } from './screens.ts'

/** What the present screen is for, what to begin with, its words, and the keys; beside it, and following it. */
export default function HelpPanel() {
  const { t } = useTranslation('help')
  const { pathname } = useLocation()
  const set = useFrameState((state) => state.set)
  const { left, start, resume } = useVisit()
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef<Element | null>(null)
  useEffect(() => {
    before.current = document.activeElement
    heading.current?.focus()
  }, [])
  const close = () => {
    set({ help: false })
    if (before.current instanceof HTMLElement) before.current.focus()
  }
  const screen = screenAt(pathname)
  const lines = (text: string) => text.split('\n')
  const visit = (begin: () => void) => {
    set({ help: false })
    begin()
  }
  return (
    <aside
      className={classes.panel}
      aria-labelledby="help-title"
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <div className={classes.head}>
        <h2 id="help-title" ref={heading} tabIndex={-1}>
          {t('title')}
        </h2>
        <CloseButton aria-label={t('close')} onClick={close} />
      </div>
      <div aria-live="polite">
        <p className={classes.purpose}>{t(`screen.${screen}.for`)}</p>
        <h3>{t('begin')}</h3>
        <ul>
          {lines(t(`screen.${screen}.begin`)).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <Words names={wordsOf(screen)} />
      </div>
      <h3>{t('more')}</h3>
      <div className={classes.buttons}>
        <Button variant="default" size="compact-md" onClick={() => set({ shortcuts: true })}>
          {t('keys')}
        </Button>
        {left > 0 && (
          <Button variant="default" size="compact-md" onClick={() => visit(resume)}>
            {t('visit.resume', { at: left + 1 })}
          </Button>
        )}
        <Button variant="default" size="compact-md" onClick={() => visit(start)}>
          {t('visit.again')}
        </Button>
      </div>
    </aside>
  )
}

function Words({ names }: { names: readonly HelpWord[] }) {
  const { t } = useTranslation('help')
  if (names.length === 0) return null
  return (
    <>
      <h3>{t('words')}</h3>
      <dl>
        {names.map((name) => (
          <div key={name}>
            <dt>{t(`word.${name}.name`)}</dt>
            <dd>{t(`word.${name}.means`)}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
