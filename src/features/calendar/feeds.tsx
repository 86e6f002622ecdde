import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNoWriting } from '../../components/may-write.ts'
import { useWrite } from '../../components/use-write.ts'
import type { CalendarFeed } from '../../contract/calendars.ts'
import { calendars } from '../../data/calendars.ts'
import { useFormat } from '../../i18n/format.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Line, Lines, Nothing } from '../../ui/lines.tsx'
import { Section } from '../../ui/section.tsx'
import classes from './calendar.module.css'

/** The addresses there are: what each holds, who made it, when it was read last; and those that are closed. */
export function Feeds() {
  const { t } = useTranslation('calendar')
  const { data } = useQuery(calendars.list())
  const feeds = data?.items ?? []
  return (
    <Section title={t('feeds.title')} count={feeds.filter(({ revokedAt }) => !revokedAt).length || undefined}>
      {data && feeds.length === 0 && <Nothing>{t('feeds.none')}</Nothing>}
      <Lines>
        {feeds.map((feed) => (
          <FeedLine key={feed.id} feed={feed} />
        ))}
      </Lines>
    </Section>
  )
}

function FeedLine({ feed }: { feed: CalendarFeed }) {
  const { t } = useTranslation('calendar')
  const f = useFormat()
  const noWriting = useNoWriting('dossier.write')
  const revoke = useWrite(calendars.revoke, { message: () => t('feeds.revoked'), failure: 'toast' })
  const scope = [feed.alliance, feed.cluster, feed.market].flatMap((one) => one?.name ?? [])
  const facts = [
    f.list(feed.kinds.map((kind) => t(`kind.${kind}`))),
    scope.length > 0 ? scope.join(' · ') : t('feeds.all'),
    feed.madeBy
      ? t('feeds.madeBy', { name: feed.madeBy.name, date: f.dayOf(feed.createdAt) })
      : t('feeds.made', { date: f.dayOf(feed.createdAt) }),
    feed.readAt ? t('feeds.read', { at: f.instant(feed.readAt) }) : t('feeds.unread'),
  ]
  return (
    <Line title={feed.name}>
      <span className={classes.feed} data-closed={feed.revokedAt ? true : undefined}>
        <span>{facts.join(' · ')}</span>
        {feed.revokedAt ? (
          <span>{t('feeds.closed', { date: f.dayOf(feed.revokedAt) })}</span>
        ) : (
          <ActionButton
            size="compact-sm"
            variant="default"
            reason={noWriting}
            loading={revoke.isPending}
            aria-label={t('feeds.revokeNamed', { name: feed.name })}
            onClick={() => revoke.mutate({ params: { id: feed.id } })}
          >
            {t('feeds.revoke')}
          </ActionButton>
        )}
      </span>
    </Line>
  )
}
