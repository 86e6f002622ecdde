import { Button } from '@mantine/core'
import CalendarDays from 'lucide-react/icons/calendar-days'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PaperPage } from '../../../components/paper/paper-page.tsx'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import { downloadCalendar } from '../../../data/missions.ts'
import { saveFile } from '../../../ui/save-file.ts'
import { toast } from '../../../ui/toast.ts'
import { type ProgrammeLanguage, programmeLanguages, type Words, wordsIn } from './paper-language.ts'

interface Props {
  title: string | undefined
  missionId: string
  /** Offers the calendar of this participation, or of the whole mission (null); undefined for none. */
  calendar?: string | null
  children: (words: Words) => ReactNode
}

/** A paper of a mission, whose calendar can be taken along. */
export function MissionPaper({ title, missionId, calendar, children }: Props) {
  const { t } = useTranslation('programme')
  const takeCalendar = (language: ProgrammeLanguage) =>
    downloadCalendar(missionId, language, calendar ?? undefined).then(saveFile, () =>
      toast({ tone: 'failed', message: t('calendarFailed') }),
    )
  return (
    <PaperPage
      title={title}
      back={<ScopedLink to={`/missions/${missionId}/meetings`}>{t('back')}</ScopedLink>}
      languages={programmeLanguages}
      actions={(language) =>
        calendar !== undefined && (
          <Button
            variant="default"
            leftSection={<CalendarDays size={16} aria-hidden />}
            onClick={() => void takeCalendar(language)}
          >
            {t('calendar')}
          </Button>
        )
      }
    >
      {(language) => children(wordsIn(language))}
    </PaperPage>
  )
}
