import { Button, Progress } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Session } from '../../contract/workspace.ts'
import { useFormat } from '../../i18n/format.ts'
import { Section } from '../../ui/section.tsx'
import classes from './settings.module.css'

const key = ['browser-storage']

/** What this browser says of its storage; nothing where it does not tell (plain http, older browsers). */
async function readStorage() {
  const storage = navigator.storage as StorageManager | undefined
  const [estimate, persisted] = await Promise.all([storage?.estimate?.(), storage?.persisted?.()])
  return { used: estimate?.usage ?? null, quota: estimate?.quota ?? null, persisted: persisted ?? null }
}

/** Where the workspace is kept, how much room there is, and whether the browser promises to keep it. */
export function StorageSection({ host }: { host: Session['host'] }) {
  const { t } = useTranslation('settings')
  return (
    <Section title={t('storage.title')}>
      <p className={classes.words}>{t(host === 'browser' ? 'storage.browser' : 'storage.node')}</p>
      {host === 'browser' && <BrowserStorage />}
    </Section>
  )
}

function BrowserStorage() {
  const { t } = useTranslation('settings')
  const f = useFormat()
  const client = useQueryClient()
  const { data } = useQuery({ queryKey: key, queryFn: readStorage, staleTime: 0 })
  const [answer, setAnswer] = useState<'granted' | 'refused' | null>(null)
  if (!data) return null
  const { used, quota, persisted } = data
  const ask = async () => {
    setAnswer((await navigator.storage.persist()) ? 'granted' : 'refused')
    await client.invalidateQueries({ queryKey: key })
  }
  return (
    <>
      {used !== null && quota ? (
        <div className={classes.meter}>
          <p className={classes.words}>
            {t('storage.used', { used: f.fileSize(used), quota: f.fileSize(quota) })}
          </p>
          <Progress value={Math.max(1, (used / quota) * 100)} aria-label={t('storage.meter')} />
        </div>
      ) : (
        <p className={classes.words}>{t('storage.unknown')}</p>
      )}
      {persisted !== null && (
        <p className={classes.words}>{t(persisted ? 'storage.persistent' : 'storage.volatile')}</p>
      )}
      {persisted === false && (
        <Button variant="default" size="xs" onClick={() => void ask()}>
          {t('storage.ask')}
        </Button>
      )}
      {answer && <p role="status">{t(`storage.${answer}`)}</p>}
    </>
  )
}
