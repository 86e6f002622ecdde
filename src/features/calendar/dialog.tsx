import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useScope } from '../../components/scope.ts'
import { type CalendarKind, type CalendarLanguage, calendarKinds } from '../../contract/calendars.ts'
import { session } from '../../data/workspace.ts'
import { useFormat } from '../../i18n/format.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useDialogAddress } from '../../ui/dialog-address.ts'
import classes from './calendar.module.css'
import { Choices } from './choices.tsx'
import { Download } from './download.tsx'
import { Feeds } from './feeds.tsx'
import { Subscribe } from './subscribe.tsx'

/** What a calendar holds. */
export interface Chosen {
  kinds: CalendarKind[]
  alliance: string | null
  cluster: string | null
  market: string | null
  language: CalendarLanguage
  alarmDays: number | null
}

/** What is dated, in the reader's own calendar: at an address that programs read, or as a file. */
export function Component() {
  const { t } = useTranslation('calendar')
  const { close } = useDialogAddress('calendar')
  const scope = useScope()
  const { language } = useFormat()
  const host = useQuery(session.read()).data?.host
  const [chosen, setChosen] = useState<Chosen>({
    kinds: [...calendarKinds],
    alliance: scope.alliance ?? null,
    cluster: scope.cluster ?? null,
    market: scope.market ?? null,
    language: language === 'fr' ? 'fr' : 'en',
    alarmDays: null,
  })
  return (
    <Dialog title={t('title')} onClose={close}>
      <div className={classes.whole}>
        <p className={classes.lead}>{t('lead')}</p>
        <Choices chosen={chosen} onChange={(patch) => setChosen({ ...chosen, ...patch })} />
        {host === 'browser' ? (
          <p className={classes.lead}>{t('browserHost')}</p>
        ) : (
          <Subscribe chosen={chosen} />
        )}
        <Download chosen={chosen} />
        {host !== 'browser' && <Feeds />}
      </div>
    </Dialog>
  )
}
