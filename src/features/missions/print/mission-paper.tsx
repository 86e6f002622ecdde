import { Button, SegmentedControl } from '@mantine/core'
import CalendarDays from 'lucide-react/icons/calendar-days'
import Printer from 'lucide-react/icons/printer'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import { downloadCalendar } from '../../../data/missions.ts'
import { Page } from '../../../ui/page.tsx'
import { saveFile } from '../../../ui/save-file.ts'
import { toast } from '../../../ui/toast.ts'
import { WaitingLines } from '../../../ui/waiting-lines.tsx'
import classes from './paper.module.css'
import { isPaperLanguage, paperLanguages, type Words, wordsIn } from './paper-language.ts'

interface Props {
  title: string | undefined
  missionId: string
  /** Offers the calendar of this participation, or of the whole mission (null); undefined for none. */
  calendar?: string | null
  children: (words: Words) => ReactNode
}

/** A paper on screen, as it will be printed: choose its language, print it, take its calendar along. */
export function PaperPage({ title, missionId, calendar, children }: Props) {
  const { t, i18n } = useTranslation('programme')
  const [params, setParams] = useSearchParams()
  const asked = params.get('paper')
  const language = isPaperLanguage(asked) ? asked : i18n.language === 'fr' ? 'fr' : 'en'
  const words = wordsIn(language)
  const takeCalendar = () =>
    downloadCalendar(missionId, language, calendar ?? undefined).then(saveFile, () =>
      toast({ tone: 'failed', message: t('calendarFailed') }),
    )
  return (
    <div className={classes.page}>
      <Page
        title={title}
        eyebrow={<ScopedLink to={`/missions/${missionId}/meetings`}>{t('back')}</ScopedLink>}
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
                    held.set('paper', value)
                    return held
                  },
                  { replace: true },
                )
              }
            />
            {calendar !== undefined && (
              <Button
                variant="default"
                leftSection={<CalendarDays size={16} aria-hidden />}
                onClick={() => void takeCalendar()}
              >
                {t('calendar')}
              </Button>
            )}
            <Button leftSection={<Printer size={16} aria-hidden />} onClick={() => window.print()}>
              {t('print')}
            </Button>
          </>
        }
      >
        <div className={classes.sheets} lang={language}>
          {title === undefined ? <WaitingLines /> : children(words)}
        </div>
      </Page>
    </div>
  )
}

/** One sheet of paper, A4. */
export const Sheet = ({ label, children }: { label: string; children: ReactNode }) => (
  <article className={classes.sheet} aria-label={label}>
    {children}
  </article>
)
