import { Button, SegmentedControl } from '@mantine/core'
import Printer from 'lucide-react/icons/printer'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { Page } from '../../ui/page.tsx'
import { WaitingLines } from '../../ui/waiting-lines.tsx'
import classes from './paper.module.css'

interface Props<L extends string> {
  /** What it is called, on screen and as a file; nothing while it is on its way. */
  title: string | undefined
  /** Where one comes from. */
  back: ReactNode
  /** Each language the paper can be had in, by its own name: English and French at least. Else it is in the screen's. */
  languages?: Record<L | 'en' | 'fr', string>
  /** What else can be had of it. */
  actions?: (language: L | 'en' | 'fr') => ReactNode
  children: (language: L | 'en' | 'fr') => ReactNode
}

/** A paper on screen, as it will be printed: choose its language, print it. The language stays in the address. */
export function PaperPage<L extends string = never>({ title, back, languages, actions, children }: Props<L>) {
  const { t, i18n } = useTranslation('ui')
  const [params, setParams] = useSearchParams()
  const asked = params.get('paper')
  const known = (text: string | null): text is L =>
    text !== null && languages !== undefined && text in languages
  const language = known(asked) ? asked : i18n.language === 'fr' ? 'fr' : 'en'
  return (
    <div className={classes.page}>
      <Page
        title={title}
        eyebrow={back}
        subtitle={t('paper.hint')}
        actions={
          <>
            {languages && (
              <SegmentedControl
                aria-label={t('paper.language')}
                value={language}
                data={Object.entries<string>(languages).map(([value, label]) => ({ value, label }))}
                onChange={(value) =>
                  setParams(
                    (held) => {
                      const next = new URLSearchParams(held)
                      next.set('paper', value)
                      return next
                    },
                    { replace: true },
                  )
                }
              />
            )}
            {actions?.(language)}
            <Button leftSection={<Printer size={16} aria-hidden />} onClick={() => window.print()}>
              {t('paper.print')}
            </Button>
          </>
        }
      >
        <div className={classes.sheets} lang={language}>
          {title === undefined ? <WaitingLines /> : children(language)}
        </div>
      </Page>
    </div>
  )
}

/** One sheet of paper, A4; white in both themes. */
export const Sheet = ({ label, children }: { label: string; children: ReactNode }) => (
  <article className={classes.sheet} aria-label={label}>
    {children}
  </article>
)
