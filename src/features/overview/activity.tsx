import { useQuery } from '@tanstack/react-query'
import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { RecordLink } from '../../components/record-link.tsx'
import { ScopedLink } from '../../components/scoped-link.tsx'
import type { ChangeSet } from '../../contract/history.ts'
import { history } from '../../data/history.ts'
import { useFormat } from '../../i18n/format.ts'
import { Nothing } from '../../ui/lines.tsx'
import { Section } from '../../ui/section.tsx'
import classes from './activity.module.css'

const few = 7

/** The last things that were done, in words: what, to which record, by whom, how long ago. */
export function Activity() {
  const { t } = useTranslation('overview')
  const { data } = useQuery(history.page({ query: { limit: few } }))
  return (
    <Section title={t('activity.title')} action={<ScopedLink to="/history">{t('activity.all')}</ScopedLink>}>
      {data?.items.length === 0 && <Nothing>{t('activity.none')}</Nothing>}
      <ol className={classes.entries}>
        {data?.items.map((set) => (
          <Entry key={set.id} set={set} />
        ))}
      </ol>
    </Section>
  )
}

/** Within a month how long ago it was says more; before, the day does. */
const isRecent = (at: string, now: number) => now - Date.parse(at) < 30 * 86_400_000

function Entry({ set: { verb, noun, recordId, title, actor, at } }: { set: ChangeSet }) {
  const { t } = useTranslation('history')
  const f = useFormat()
  const now = Date.now()
  // Verbs have a dot in their name, which is the separator of keys.
  const words = i18next.getResource(i18next.language, 'history', 'verb') as Record<string, string> | undefined
  return (
    <li className={classes.entry}>
      <span className={classes.verb}>{words?.[verb] ?? t('verb.other')}</span>
      <span className={classes.title}>{title && <RecordLink noun={noun} id={recordId} name={title} />}</span>
      <span className={classes.quiet}>{t('by', { name: actor?.name ?? t('someone') })}</span>
      <time dateTime={at} title={f.instant(at)} className={classes.quiet}>
        {isRecent(at, now) ? f.since(at, now) : f.date(at.slice(0, 10))}
      </time>
    </li>
  )
}
