import { Button, SegmentedControl } from '@mantine/core'
import Printer from 'lucide-react/icons/printer'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import { Page } from '../../../ui/page.tsx'
import { WaitingLines } from '../../../ui/waiting-lines.tsx'
import classes from './paper.module.css'
import { isPaperLanguage, paperLanguages, type Words, wordsIn } from './words.ts'

/** A paper on screen, as it will be printed: choose its language, print it. Waits while there is no title yet. */
export function PaperPage({
  title,
  companyId,
  children,
}: {
  title: string | undefined
  companyId: string
  children: (words: Words) => ReactNode
}) {
  const { t, i18n } = useTranslation('aid-papers')
  const [params, setParams] = useSearchParams()
  const asked = params.get('paper')
  const language = isPaperLanguage(asked) ? asked : i18n.language === 'fr' ? 'fr' : 'en'
  return (
    <div className={classes.page}>
      <Page
        title={title}
        eyebrow={<ScopedLink to={`/companies/${companyId}/aid`}>{t('back')}</ScopedLink>}
        subtitle={t('printHint')}
        actions={
          <>
            <SegmentedControl
              aria-label={t('paperLanguage')}
              value={language}
              data={Object.entries(paperLanguages).map(([value, label]) => ({ value, label }))}
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
            <Button leftSection={<Printer size={16} aria-hidden />} onClick={() => window.print()}>
              {t('print')}
            </Button>
          </>
        }
      >
        <div className={classes.sheets} lang={language}>
          {title === undefined ? <WaitingLines /> : children(wordsIn(language))}
        </div>
      </Page>
    </div>
  )
}
