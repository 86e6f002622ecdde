import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Session } from '../../contract/workspace.ts'
import { useFormat } from '../../i18n/format.ts'
import { Section } from '../../ui/section.tsx'
import { toast } from '../../ui/toast.ts'
import classes from './settings.module.css'

const storageKey = ['browser-storage']

async function storageState() {
  // Absent on plain http beyond localhost.
  if (!navigator.storage?.estimate) return { persisted: false, usage: undefined, quota: undefined }
  const [{ usage, quota }, persisted] = await Promise.all([
    navigator.storage.estimate(),
    navigator.storage.persisted(),
  ])
  return { persisted, usage, quota }
}

/** Where the workspace is kept, how much room there is, and whether the browser may take it away. */
export function StorageSection({ host }: { host: Session['host'] }) {
  const { t } = useTranslation('settings')
  return (
    <Section title={t('storage.title')}>
      <p>{t(host === 'browser' ? 'storage.browser' : 'storage.node')}</p>
      {host === 'browser' && <BrowserStorage />}
    </Section>
  )
}

function BrowserStorage() {
  const { t } = useTranslation('settings')
  const f = useFormat()
  const client = useQueryClient()
  const { data } = useQuery({ queryKey: storageKey, queryFn: storageState, gcTime: 0 })
  if (!data) return null
  const { usage, quota, persisted } = data
  const ask = async () => {
    const granted = await navigator.storage.persist()
    await client.invalidateQueries({ queryKey: storageKey })
    await toast({
      message: t(granted ? 'storage.granted' : 'storage.refused'),
      tone: granted ? 'done' : 'failed',
    })
  }
  return (
    <div className={classes.rows}>
      {usage !== undefined && quota ? (
        <div>
          <progress max={quota} value={usage} aria-label={t('storage.meter')} />
          <div className={classes.hint}>
            {t('storage.used', { used: f.fileSize(usage), quota: f.fileSize(quota) })}
          </div>
        </div>
      ) : (
        <p className={classes.hint}>{t('storage.unknown')}</p>
      )}
      <div className={classes.row}>
        <span className={classes.hint}>{t(persisted ? 'storage.persistent' : 'storage.volatile')}</span>
        {!persisted && (
          <Button variant="default" size="compact-sm" onClick={() => void ask()}>
            {t('storage.ask')}
          </Button>
        )}
      </div>
    </div>
  )
}
