import { Button } from '@mantine/core'
import DownloadIcon from 'lucide-react/icons/download'
import { useTranslation } from 'react-i18next'
import { useDownload } from '../../components/use-download.ts'
import { downloadCalendarFile } from '../../data/calendars.ts'
import { Section } from '../../ui/section.tsx'
import classes from './calendar.module.css'
import type { Chosen } from './dialog.tsx'

/** The same once, as a file: it does not follow later changes. */
export function Download({ chosen }: { chosen: Chosen }) {
  const { t } = useTranslation('calendar')
  const { busy, take } = useDownload()
  const { kinds, alliance, cluster, market, language, alarmDays } = chosen
  const ask = () =>
    downloadCalendarFile({
      kinds,
      language,
      ...(alliance ? { alliance } : {}),
      ...(cluster ? { cluster } : {}),
      ...(market ? { market } : {}),
      ...(alarmDays === null ? {} : { alarmDays }),
    })
  return (
    <Section title={t('file.title')}>
      <div className={classes.act}>
        <p className={classes.lead}>{t('file.text')}</p>
        <Button
          variant="default"
          leftSection={<DownloadIcon size={16} aria-hidden />}
          loading={busy}
          disabled={kinds.length === 0}
          onClick={() => void take(ask)}
        >
          {t('file.download')}
        </Button>
      </div>
    </Section>
  )
}
