import { Button } from '@mantine/core'
import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { RecordLink } from '../../components/record-link.tsx'
import { verbWords } from '../../components/verb-words.ts'
import type { AuditEntry } from '../../contract/audit.ts'
import { useFormat } from '../../i18n/format.ts'
import { Line } from '../../ui/lines.tsx'
import type { ListState } from '../../ui/list-state.ts'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { detailWords } from './detail-words.ts'

/** One entry: what was done or seen, to what, by whom, when and from where. */
export function EntryLine({ entry, onNarrow }: { entry: AuditEntry; onNarrow: ListState['set'] }) {
  const { t } = useTranslation(['audit', 'history', 'access'])
  const f = useFormat()
  const { at, kind, noun, recordId, title, position, expired, detail } = entry
  const failed = typeof detail?.failed === 'string'
  const who = entry.person?.name ?? entry.email ?? t(kind === 'sign-in' ? 'stranger' : 'nobody')
  return (
    <Line
      title={
        <>
          {useVerbWords(entry)}
          {title && (
            <>
              {f.colon}
              <RecordLink noun={noun} id={recordId} name={title} />
            </>
          )}
        </>
      }
      end={
        <>
          {failed && <StatusBadge tone="overdue">{t('failed')}</StatusBadge>}
          {position === null && <StatusBadge tone="planned">{t('pending')}</StatusBadge>}
          {noun && recordId && (
            <Button
              variant="subtle"
              size="compact-xs"
              aria-label={t('onlyNamed', { title: title ?? recordId })}
              onClick={() => onNarrow({ recordId })}
            >
              {t('only')}
            </Button>
          )}
        </>
      }
    >
      <time dateTime={at}>{f.instant(at)}</time>
      {[
        expired ? '' : who,
        entry.token && t('byToken', { name: entry.token.name }),
        t(`kinds.${kind}`),
        ...detailWords(detail, t),
      ]
        .filter(Boolean)
        .map((words) => ` · ${words}`)
        .join('')}
    </Line>
  )
}

/** "Person opened": of what is only seen in words of its own, of what is changed in those of the history. */
function useVerbWords({ verb, expired }: AuditEntry): string {
  const { t } = useTranslation(['audit', 'history'])
  if (expired || verb === null) return t('expired')
  const words = i18next.getResource(i18next.language, 'audit', 'verb') as Record<string, string> | undefined
  return words?.[verb] ?? verbWords(verb, i18next.getFixedT(null, 'history'))
}
