import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { groupChangeSets, groupWords } from '../../components/history-groups.ts'
import { RecordLink } from '../../components/record-link.tsx'
import { ScopedLink } from '../../components/scoped-link.tsx'
import type { ChangeSet } from '../../contract/history.ts'
import { history } from '../../data/history.ts'
import { useFormat } from '../../i18n/format.ts'
import { Nothing } from '../../ui/lines.tsx'
import { Section } from '../../ui/section.tsx'
import classes from './activity.module.css'

const few = 7
/** More are asked for, since some are told as one. */
const asked = 40

/** The last things that were done, in words: what, to which record, by whom, how long ago. */
export function Activity() {
  const { t } = useTranslation('overview')
  const { data } = useQuery(history.page({ query: { limit: asked } }))
  const groups = groupChangeSets(data?.items ?? [])
  return (
    <Section title={t('activity.title')} action={<ScopedLink to="/history">{t('activity.all')}</ScopedLink>}>
      {data?.items.length === 0 && <Nothing>{t('activity.none')}</Nothing>}
      <ol className={classes.entries}>
        {groups.slice(0, few).map((group) => (
          <Entry key={group[0]?.id} group={group} />
        ))}
      </ol>
    </Section>
  )
}

/** Within a month how long ago it was says more; before, the day does. */
const isRecent = (at: string, now: number) => now - Date.parse(at) < 30 * 86_400_000

function Entry({ group }: { group: ChangeSet[] }) {
  const { t } = useTranslation('history')
  const f = useFormat()
  const now = Date.now()
  const [set] = group
  if (!set) return null
  const { noun, recordId, title, actor, at } = set
  return (
    <li className={classes.entry}>
      <span className={classes.verb}>{groupWords(group, t, f)}</span>
      <span className={classes.title}>{title && <RecordLink noun={noun} id={recordId} name={title} />}</span>
      <span className={classes.quiet}>{t('by', { name: actor?.name ?? t('someone') })}</span>
      <time dateTime={at} title={f.instant(at)} className={classes.quiet}>
        {isRecent(at, now) ? f.since(at, now) : f.dayOf(at)}
      </time>
    </li>
  )
}
