import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConflictChoice } from '../components/conflict-dialog.tsx'
import { useProblem } from '../components/problem-sentence.ts'
import { ApiProblem } from '../data/failures.ts'
import { heldBack, useOutbox } from '../data/outbox/use-outbox.ts'
import type { WaitingWrite } from '../data/outbox/waiting-write.ts'
import { useFormat } from '../i18n/format.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useConflictFields } from './outbox-conflict.ts'
import classes from './outbox-panel.module.css'

/** What waits for the connection, in the order it was made, and what could not be sent, with what can be done. */
export function OutboxPanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('offline')
  const { items, waiting, failed, sending, sendNow } = useOutbox()
  const [discarding, setDiscarding] = useState<WaitingWrite | null>(null)
  return (
    <Dialog title={t('title')} onClose={onClose}>
      {items.length === 0 && <p className={classes.explain}>{t('empty')}</p>}
      {failed > 0 && (
        <section aria-labelledby="outbox-failed">
          <h3 id="outbox-failed">{t('failed')}</h3>
          <p className={classes.explain}>{t('decide')}</p>
          <ul className={classes.list}>
            {items
              .filter(({ state }) => state !== 'waiting')
              .map((item) => (
                <FailedItem key={item.id} item={item} onDiscard={() => setDiscarding(item)} />
              ))}
          </ul>
        </section>
      )}
      {waiting > 0 && (
        <section aria-labelledby="outbox-waiting">
          <h3 id="outbox-waiting">{t('waiting')}</h3>
          <p className={classes.explain}>{t('explain')}</p>
          <ul className={classes.list}>
            {items
              .filter(({ state }) => state === 'waiting')
              .map((item) => (
                <li key={item.id} className={classes.item}>
                  <What item={item} />
                  <Button
                    variant="subtle"
                    color="gray"
                    size="compact-sm"
                    aria-label={t('discardNamed', { name: item.title })}
                    onClick={() => setDiscarding(item)}
                  >
                    {t('discard')}
                  </Button>
                </li>
              ))}
          </ul>
          <Button size="compact-md" loading={sending} onClick={() => void sendNow()}>
            {t('sendNow')}
          </Button>
        </section>
      )}
      {discarding && <Discard item={discarding} onClose={() => setDiscarding(null)} />}
    </Dialog>
  )
}

/** "Task changed: Call Kobe, 4 Feb 2008, 10:45". */
function What({ item }: { item: WaitingWrite }) {
  const { t, i18n } = useTranslation(['offline', 'history'])
  const f = useFormat()
  const key = `history:verb.${item.endpoint.id}` as 'history:verb.other'
  return (
    <div>
      <strong>{t(i18n.exists(key) ? key : 'history:verb.other')}</strong>
      {item.title && f.colon + item.title}
      <div className={classes.when}>
        <time dateTime={item.at}>{f.instant(item.at)}</time>
        {item.file && ` · ${f.fileSize(item.file.size)}`}
      </div>
    </div>
  )
}

function FailedItem({ item, onDiscard }: { item: WaitingWrite; onDiscard: () => void }) {
  const { t } = useTranslation('offline')
  const { items, tryAgain, resolve } = useOutbox()
  const problem = useProblem(item.problem && new ApiProblem(item.problem))
  const behind = heldBack(items, item).length
  const fields = useConflictFields(item)
  return (
    <li className={classes.item} data-failed>
      <div className={classes.whole}>
        <What item={item} />
        <p className={classes.reason}>{item.state === 'conflict' ? t('conflict') : problem.sentence}</p>
        {item.state !== 'conflict' && problem.others([]).map((sentence) => <p key={sentence}>{sentence}</p>)}
        {behind > 0 && <p>{t('behind', { count: behind })}</p>}
        {item.state === 'conflict' && fields.length > 0 && (
          <ConflictChoice
            fields={fields}
            onResolve={(choice) =>
              void resolve(
                item.id,
                fields.map(({ key }) => key).filter((key) => choice[key] === 'mine'),
              )
            }
          />
        )}
        <div className={classes.buttons}>
          {item.state === 'failed' && (
            <Button variant="default" size="compact-sm" onClick={() => void tryAgain(item.id)}>
              {t('tryAgain')}
            </Button>
          )}
          {item.state === 'conflict' && fields.length === 0 && (
            <Button variant="default" size="compact-sm" onClick={() => void resolve(item.id, 'all')}>
              {t('keepMine')}
            </Button>
          )}
          <Button variant="subtle" color="gray" size="compact-sm" onClick={onDiscard}>
            {t(item.state === 'conflict' ? 'keepTheirs' : 'discard')}
          </Button>
        </div>
      </div>
    </li>
  )
}

function Discard({ item, onClose }: { item: WaitingWrite; onClose: () => void }) {
  const { t } = useTranslation('offline')
  const { discard } = useOutbox()
  return (
    <ConfirmDialog
      title={t('discardTitle')}
      action={t('discard')}
      danger
      onConfirm={() => void discard(item.id).then(onClose)}
      onClose={onClose}
    >
      {t('discardExplain', { name: item.title })}
    </ConfirmDialog>
  )
}
