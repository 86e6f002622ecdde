import { Button } from '@mantine/core'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import { useVisit, visitSteps } from '../../components/visit-state.ts'
import { steps } from './steps.ts'
import { useAnchor } from './use-anchor.ts'
import classes from './visit.module.css'

/**
 * The guided visit: a step at a time beside the screen that it is about, which can be used all the while. It is no dialog: the
 * keys of the screen go on working, and F6 comes back to it.
 */
export default function Visit() {
  const { t } = useTranslation(['help', 'common'])
  const at = useVisit((state) => state.at) ?? 0
  const { go, stop } = useVisit.getState()
  const step = steps[at] ?? steps[0]
  const heading = useRef<HTMLHeadingElement>(null)
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const anchor = useAnchor(step.anchor, pathname === step.path)
  useEffect(() => {
    void navigate(step.path)
  }, [step, navigate])
  const ready = useFocusOnStep(heading, at, anchor.found)
  useReturnKey(heading)
  return (
    <>
      {anchor.place && <div className={classes.ring} style={anchor.place} aria-hidden />}
      <aside
        className={classes.panel}
        aria-labelledby="visit-title"
        data-aside={anchor.underPanel || undefined}
        data-ready={ready || undefined}
      >
        <p className={classes.count}>{t('visit.count', { at: at + 1, of: visitSteps })}</p>
        <h2 id="visit-title" ref={heading} tabIndex={-1}>
          {t(`visit.step.${step.name}.title`)}
        </h2>
        <p>{t(`visit.step.${step.name}.text`)}</p>
        <p className={classes.try}>{t(`visit.step.${step.name}.try`)}</p>
        <div className={classes.buttons}>
          <Button size="compact-md" onClick={() => go(at + 1)}>
            {t(at + 1 < visitSteps ? 'visit.next' : 'visit.finish')}
          </Button>
          <Button size="compact-md" variant="default" disabled={!anchor.found} onClick={anchor.focus}>
            {t('visit.show')}
          </Button>
          {at > 0 && (
            <Button size="compact-md" variant="subtle" onClick={() => go(at - 1)}>
              {t('visit.back')}
            </Button>
          )}
          <Button size="compact-md" variant="subtle" color="gray" onClick={stop}>
            {t('visit.stop')}
          </Button>
        </div>
        <p className={classes.keys}>{t('visit.keys')}</p>
      </aside>
    </>
  )
}

/** Each step is read out once what it is about is there, or isn't after a while. */
function useFocusOnStep(heading: RefObject<HTMLElement | null>, at: number, found: boolean): boolean {
  const [told, setTold] = useState<number | null>(null)
  useEffect(() => {
    if (told === at) return
    const tell = () => {
      setTold(at)
      heading.current?.focus()
    }
    const timer = setTimeout(tell, found ? 50 : 3000)
    return () => clearTimeout(timer)
  }, [heading, at, found, told])
  return told === at
}

function useReturnKey(heading: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F6') return
      event.preventDefault()
      heading.current?.focus()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [heading])
}
