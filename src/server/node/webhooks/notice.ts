import { createTask } from '../../../contract/dossier.ts'
import type { Api } from '../../app.ts'
import type { Db } from '../../db/database.ts'

const titles = {
  en: (host: string) => `See why ${host} is no longer told what changes (Settings → Webhooks)`,
  fr: (host: string) => `Voir pourquoi ${host} n’est plus informé des modifications (Réglages → Webhooks)`,
}

/** So that somebody sees to it: a task for whoever looks first. */
export async function addTask(db: Db, api: Api, host: string): Promise<void> {
  const workspace = await db.selectFrom('workspace').select('language').executeTakeFirst()
  const title = titles[workspace?.language === 'fr' ? 'fr' : 'en'](host)
  const response = await api.fetch(
    new Request(`http://localhost/api${createTask.path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ title: title.slice(0, 300) }),
    }),
  )
  if (!response.ok) throw new Error(await response.text())
}
