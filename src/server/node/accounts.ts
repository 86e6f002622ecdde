import { createHmac, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { hasAdministrator } from '../access/update.ts'
import type { Db } from '../db/database.ts'
import type { Provider } from '../sign-in/auth.ts'
import type { AccountsHost, HostSettings } from '../sign-in/host.ts'
import { mailer } from '../sign-in/mail.ts'
import type { Log } from './log.ts'
import type { Settings } from './settings.ts'

/** What the settings say of accounts. `url` is where the host listens, `reachable` whether other machines reach it there. */
export function accountSettings(
  settings: Settings,
  { url, reachable, log }: { url: string; reachable: boolean; log: Log },
): Pick<HostSettings, 'secret' | 'url' | 'mail' | 'provider' | 'always' | 'firstToken'> {
  const secret = settings.CORRIDOR_SECRET ?? keptSecret(settings.CORRIDOR_DATA)
  return {
    secret,
    url: settings.CORRIDOR_URL ?? url,
    mail: mailerOf(settings, log),
    provider: providerIn(settings),
    always: settings.CORRIDOR_ACCOUNTS ?? (reachable && !settings.CORRIDOR_OPEN),
    // Each node prints the same link, and each accepts it.
    firstToken: createHmac('sha256', secret).update('first administrator').digest('base64url'),
  }
}

const mailerOf = ({ CORRIDOR_SMTP, CORRIDOR_MAIL_FROM }: Settings, log: Log) =>
  mailer(CORRIDOR_SMTP, CORRIDOR_MAIL_FROM, log)

/** Whether other machines may be let in: where it was said that they may, or where somebody administers it already. */
export const mayBeReached = async (settings: Settings, db: Db): Promise<boolean> =>
  settings.CORRIDOR_OPEN || settings.CORRIDOR_ACCOUNTS || (await hasAdministrator({ db }))

/** The secret of this data folder, made up the first time. */
function keptSecret(data: string): string {
  const file = join(data, 'secret')
  mkdirSync(data, { recursive: true })
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}

function providerIn({
  CORRIDOR_OIDC_ISSUER: issuer,
  CORRIDOR_OIDC_CLIENT_ID: clientId,
  CORRIDOR_OIDC_CLIENT_SECRET: clientSecret,
  CORRIDOR_OIDC_NAME: name,
}: Settings): Provider | null {
  if (!issuer || !clientId || !clientSecret) return null
  return { id: 'oidc', name: name ?? new URL(issuer).hostname, issuer, clientId, clientSecret }
}

/** Where a request comes from: the nearest machine that is not our own proxy. */
export function clientOf(c: Context, { CORRIDOR_PROXY }: Settings): string {
  const forwarded = CORRIDOR_PROXY ? c.req.header('x-forwarded-for') : undefined
  return forwarded?.split(',').at(-1)?.trim() || getConnInfo(c).remote.address || 'unknown'
}

/** What is printed as the host starts, where nobody administers it yet; it is sent besides to whom it was said to. */
export async function wordsToBegin(
  settings: Settings,
  host: AccountsHost,
  { reachable, log }: { reachable: boolean; log: Log },
): Promise<(port: number) => string | null> {
  const link = await host.setUpLink()
  if (!link) return () => null
  const to = settings.CORRIDOR_ADMIN_EMAIL
  const asked = settings.CORRIDOR_ACCOUNTS || to !== undefined || reachable
  return (port) => {
    const here = settings.CORRIDOR_URL ? link : link.replace(/:\d+\//, `:${port}/`)
    const text = `Set up the first administrator here:\n\n${here}`
    if (to) void mailerOf(settings, log)({ to, subject: 'Corridor: first administrator', text })
    return asked
      ? `Nobody administers it yet. Set up the first administrator here: ${here}`
      : `For a team that signs in, set up its administrator here: ${here}`
  }
}
