import { useQuery } from '@tanstack/react-query'
import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { RecordLink } from '../../components/record-link.tsx'
import { ScopedLink } from '../../components/scoped-link.tsx'
import type { ChangeSet } from '../../contract/history.ts'
import { history } from '../../data/history.ts'
import { useFormat } from '../../i18n/format.ts'
import { Line, Lines, Nothing } from '../../ui/lines.tsx'
import { Section } from '../../ui/section.tsx'

const few = 7

/** The last things that were done, in words: what, to which record, by whom, how long ago. */
export function Activity() {
  const { t } = useTranslation('overview')
  const { data } = useQuery(history.page({ query: { limit: few } }))
  return (
    <Section title={t('activity.title')} action={<ScopedLink to="/history">{t('activity.all')}</ScopedLink>}>
      {data?.items.length === 0 && <Nothing>{t('activity.none')}</Nothing>}
      <Lines label={t('activity.title')}>
        {data?.items.map((set) => (
          <Entry key={set.id} set={set} />
        ))}
      </Lines>
    </Section>
  )
}

function Entry({ set: { verb, noun, recordId, title, actor, at } }: { set: ChangeSet }) {
  const { t } = useTranslation('history')
  const f = useFormat()
  // Verbs have a dot in their name, which is the separator of keys.
  const words = i18next.getResource(i18next.language, 'history', 'verb') as Record<string, string> | undefined
  const what = words?.[verb] ?? t('verb.other')
  return (
    <Line
      title={title ? <RecordLink noun={noun} id={recordId} name={title} /> : what}
      end={
        <time dateTime={at} title={f.instant(at)}>
          {f.since(at, Date.now())}
        </time>
      }
    >
      {[title && what, t('by', { name: actor?.name ?? t('someone') })].filter(Boolean).join(' ')}
    </Line>
  )
}
