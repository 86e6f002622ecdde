import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNoWriting } from '../../components/may-write.ts'
import { ScopedLink } from '../../components/scoped-link.tsx'
import { useRecord } from '../../components/use-record.ts'
import { webhooks } from '../../data/webhooks.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Lines } from '../../ui/lines.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { WaitingLines } from '../../ui/waiting-lines.tsx'
import { EditDialog } from './edit-dialog.tsx'
import { SecretDialog } from './secret-dialog.tsx'
import { Verifying } from './verifying.tsx'
import { WebhookLine } from './webhook-line.tsx'
import classes from './webhooks.module.css'

/** Which other programs are told what changes, and how that goes. */
export function Component() {
  const { t } = useTranslation('webhooks')
  const list = useRecord(webhooks.list())
  const noWriting = useNoWriting('webhooks.manage')
  const [adding, setAdding] = useState(false)
  const [secret, setSecret] = useState<string | null>(null)
  return (
    <Page
      title={t('title')}
      eyebrow={<ScopedLink to="/settings">{t('back')}</ScopedLink>}
      subtitle={t('text')}
      actions={
        <ActionButton
          reason={noWriting ?? (list && !list.sends ? t('notSent') : null)}
          onClick={() => setAdding(true)}
        >
          {t('add')}
        </ActionButton>
      }
    >
      <div className={classes.column}>
        {!list && <WaitingLines />}
        {list?.items.length === 0 && (
          <EmptyState title={t('empty.title')}>{t(list.sends ? 'empty.text' : 'notSent')}</EmptyState>
        )}
        {list && list.items.length > 0 && (
          <Section title={t('list')} count={list.items.length}>
            <Lines>
              {list.items.map((webhook) => (
                <WebhookLine key={webhook.id} webhook={webhook} />
              ))}
            </Lines>
          </Section>
        )}
        <Verifying />
      </div>
      {adding && (
        <EditDialog
          webhook={null}
          onDone={(made) => {
            setAdding(false)
            setSecret(made.secret ?? null)
          }}
          onClose={() => setAdding(false)}
        />
      )}
      {secret !== null && <SecretDialog secret={secret} onClose={() => setSecret(null)} />}
    </Page>
  )
}
