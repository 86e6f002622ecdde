/**
 * Accounts on the Node host, by environment: CORRIDOR_ACCOUNTS ("yes": everybody signs in from the start), CORRIDOR_URL (where
 * people reach it: "https://corridor.example.org"), CORRIDOR_SECRET (32 characters or more, the same on every node; otherwise made
 * up and kept in the data folder), CORRIDOR_ADMIN_EMAIL (where the link to set up the first administrator is sent), CORRIDOR_SMTP
 * ("smtps://user:password@mail.example.org"), CORRIDOR_MAIL_FROM, CORRIDOR_PROXY ("yes": believe the X-Forwarded-For of what stands
 * in front), CORRIDOR_OIDC_ISSUER, CORRIDOR_OIDC_CLIENT_ID, CORRIDOR_OIDC_CLIENT_SECRET, CORRIDOR_OIDC_NAME.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { hasAdministrator } from './access/update.ts'
import type { Db } from './db/database.ts'
import type { Provider } from './sign-in/auth.ts'
import type { AccountsHost, HostSettings } from './sign-in/host.ts'
import { mailer } from './sign-in/mail.ts'

const { env } = process

/** What the environment says of accounts. Ends the process, with a line that says why, where that can't be. */
export function accountSettings({
  data,
  url,
  reachable,
}: {
  data: string
  url: string
  reachable: boolean
}): Pick<HostSettings, 'secret' | 'url' | 'mail' | 'provider' | 'always'> {
  return {
    secret: secretIn(data),
    url: originIn(env.CORRIDOR_URL) ?? url,
    mail: mailer(env.CORRIDOR_SMTP, env.CORRIDOR_MAIL_FROM),
    provider: providerIn(),
    always: env.CORRIDOR_ACCOUNTS === 'yes' || (reachable && env.CORRIDOR_OPEN !== 'yes'),
  }
}

/** Whether other machines may be let in: where it was said that they may, or where somebody administers it already. */
export const mayBeReached = async (db: Db): Promise<boolean> =>
  env.CORRIDOR_OPEN === 'yes' || env.CORRIDOR_ACCOUNTS === 'yes' || (await hasAdministrator({ db }))

function refuse(why: string): never {
  console.error(why)
  process.exit(1)
}

function originIn(text: string | undefined): string | null {
  if (!text) return null
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return new URL(text).origin
  return refuse(`CORRIDOR_URL must be an address such as https://corridor.example.org, not "${text}".`)
}

function secretIn(data: string): string {
  const given = env.CORRIDOR_SECRET
  if (given !== undefined && given.length < 32) refuse('CORRIDOR_SECRET must have 32 characters or more.')
  if (given) return given
  const file = join(data, 'secret')
  mkdirSync(data, { recursive: true })
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}

function providerIn(): Provider | null {
  const {
    CORRIDOR_OIDC_ISSUER: issuer,
    CORRIDOR_OIDC_CLIENT_ID: clientId,
    CORRIDOR_OIDC_CLIENT_SECRET: clientSecret,
  } = env
  if (!issuer) return null
  if (!clientId || !clientSecret)
    return refuse('CORRIDOR_OIDC_ISSUER needs CORRIDOR_OIDC_CLIENT_ID and CORRIDOR_OIDC_CLIENT_SECRET.')
  return {
    id: 'oidc',
    name: env.CORRIDOR_OIDC_NAME || new URL(issuer).hostname,
    issuer,
    clientId,
    clientSecret,
  }
}

/** Where a request comes from: the nearest machine that is not our own proxy. */
export function clientOf(c: Context): string {
  const forwarded = env.CORRIDOR_PROXY === 'yes' ? c.req.header('x-forwarded-for') : undefined
  return forwarded?.split(',').at(-1)?.trim() || getConnInfo(c).remote.address || 'unknown'
}

/** What is printed as the host starts, where nobody administers it yet; it is sent besides to whom it was said to. */
export async function wordsToBegin(
  host: AccountsHost,
  reachable: boolean,
): Promise<(port: number) => string | null> {
  const link = await host.setUpLink()
  if (!link) return () => null
  const asked = env.CORRIDOR_ACCOUNTS === 'yes' || env.CORRIDOR_ADMIN_EMAIL !== undefined || reachable
  return (port) => {
    const here = env.CORRIDOR_URL ? link : link.replace(/:\d+\//, `:${port}/`)
    if (env.CORRIDOR_ADMIN_EMAIL) send(env.CORRIDOR_ADMIN_EMAIL, here)
    return asked
      ? `Nobody administers it yet. Set up the first administrator here: ${here}`
      : `For a team that signs in, set up its administrator here: ${here}`
  }
}

function send(to: string, link: string): void {
  const letter = {
    to,
    subject: 'Corridor: first administrator',
    text: `Set up the first administrator here:\n\n${link}`,
  }
  mailer(
    env.CORRIDOR_SMTP,
    env.CORRIDOR_MAIL_FROM,
  )(letter).catch((error) => console.error('The letter could not be sent', error))
}
