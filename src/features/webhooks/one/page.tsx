import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { useNoWriting } from '../../../components/may-write.ts'
import { MoreMenu } from '../../../components/more-menu.tsx'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import { useRecord } from '../../../components/use-record.ts'
import { useWrite } from '../../../components/use-write.ts'
import type { Webhook } from '../../../contract/webhooks.ts'
import { webhooks } from '../../../data/webhooks.ts'
import { useFormat } from '../../../i18n/format.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import { Fact, Facts } from '../../../ui/facts.tsx'
import { MenuAction } from '../../../ui/menu-action.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { WaitingLines } from '../../../ui/waiting-lines.tsx'
import { EditDialog } from '../edit-dialog.tsx'
import { Health, healthOf } from '../health.tsx'
import { SecretDialog } from '../secret-dialog.tsx'
import { useToldOf } from '../told-of.ts'
import { Verifying } from '../verifying.tsx'
import classes from '../webhooks.module.css'
import { Log } from './log.tsx'

/** How often it is asked how it goes, in milliseconds. */
const looking = 5000

/** One program that is told what changes: what it is told, and what came of that. */
export function Component() {
  const { t } = useTranslation('webhooks')
  const { id = '' } = useParams()
  // How it goes changes by itself.
  const webhook = useRecord({ ...webhooks.read({ params: { id } }), refetchInterval: looking })
  return (
    <Page
      title={webhook ? new URL(webhook.url).host : t('title')}
      eyebrow={<ScopedLink to="/settings/webhooks">{t('title')}</ScopedLink>}
      subtitle={webhook?.description ?? undefined}
      actions={webhook && <Actions webhook={webhook} />}
    >
      {webhook ? <Body webhook={webhook} /> : <WaitingLines />}
    </Page>
  )
}

function Body({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation('webhooks')
  const f = useFormat()
  const toldOf = useToldOf()
  const { url, nouns, failingSince, off, madeBy, createdAt, formerSecretUntil } = webhook
  const state = healthOf(webhook)
  return (
    <div className={classes.column}>
      {off && (state === 'gone' || state === 'given_up') && (
        <Notice tone="overdue" title={t(`notice.${state}`, { at: f.instant(off.at) })}>
          {t('notice.off')}
        </Notice>
      )}
      {state === 'failing' && failingSince && (
        <Notice tone="expiring" title={t('notice.failing', { at: f.instant(failingSince) })}>
          {t('notice.retried')}
        </Notice>
      )}
      <Facts>
        <Fact label={t('fact.url')}>
          <span className={classes.url}>{url}</span>
        </Fact>
        <Fact label={t('fact.health')}>
          <Health webhook={webhook} />
        </Fact>
        <Fact label={t('fact.nouns')}>{toldOf(nouns)}</Fact>
        <Fact label={t('fact.made')}>{[f.dayOf(createdAt), madeBy?.name].filter(Boolean).join(' · ')}</Fact>
        {formerSecretUntil && (
          <Fact label={t('fact.secret')}>{t('fact.former', { at: f.instant(formerSecretUntil) })}</Fact>
        )}
      </Facts>
      <Log webhook={webhook} />
      <Verifying />
    </div>
  )
}

function Actions({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation('webhooks')
  const navigate = useNavigate()
  const noWriting = useNoWriting('webhooks.manage')
  const [editing, setEditing] = useState(false)
  const [secret, setSecret] = useState<string | null>(null)
  const { id, enabled } = webhook
  const params = { id }
  const test = useWrite(webhooks.test, { message: () => t('tested'), failure: 'toast' })
  const turn = useWrite(webhooks.update, {
    message: (reply) => t(reply.enabled ? 'turnedOn' : 'turnedOff'),
    failure: 'toast',
  })
  const renew = useWrite(webhooks.renewSecret, {
    onDone: (reply) => setSecret(reply.secret),
    failure: 'toast',
  })
  const remove = useWrite(webhooks.remove, {
    message: () => t('removed'),
    onDone: () => void navigate('/settings/webhooks', { replace: true }),
  })
  return (
    <>
      <ActionButton
        reason={noWriting ?? (enabled ? null : t('isOff'))}
        loading={test.isPending}
        onClick={() => test.mutate({ params })}
      >
        {t('test')}
      </ActionButton>
      <MoreMenu
        busy={turn.isPending || renew.isPending}
        remove={{ ...remove, mutate: () => remove.mutate({ params }) }}
        cannotRemove={noWriting}
        notDeleted={t('notRemoved')}
      >
        <MenuAction reason={noWriting} onClick={() => setEditing(true)}>
          {t('edit')}
        </MenuAction>
        <MenuAction reason={noWriting} onClick={() => turn.mutate({ params, body: { enabled: !enabled } })}>
          {t(enabled ? 'turnOff' : 'turnOn')}
        </MenuAction>
        <MenuAction reason={noWriting} onClick={() => renew.mutate({ params })}>
          {t('renew')}
        </MenuAction>
      </MoreMenu>
      {editing && (
        <EditDialog webhook={webhook} onDone={() => setEditing(false)} onClose={() => setEditing(false)} />
      )}
      {secret !== null && <SecretDialog secret={secret} onClose={() => setSecret(null)} />}
    </>
  )
}
