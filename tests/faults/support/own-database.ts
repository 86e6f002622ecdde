import { sql } from 'kysely'
import { testDatabase } from '../../support/database.ts'

/** A new migrated database on the server of TEST_DATABASE_URL, for processes of their own. */
export async function ownDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const { db, drop } = await testDatabase()
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db)
  const url = new URL(process.env.TEST_DATABASE_URL as string)
  url.pathname = `/${rows[0]?.name}`
  return { url: url.href, drop }
}
