import { betterAuth } from 'better-auth'
import { genericOAuth } from 'better-auth/plugins/generic-oauth'
import { twoFactor } from 'better-auth/plugins/two-factor'
import type { Db } from '../db/database.ts'
import { instantsAsDates } from './instants.ts'
import { type Failed, libraryLog } from './library-log.ts'

/** The header in which the host tells from where a request comes; whatever a client put there is replaced. */
export const clientHeader = 'x-corridor-client'

/** An organisation whose accounts are taken for ours, by OpenID Connect. */
export interface Provider {
  id: string
  name: string
  /** Where it tells of itself: its issuer, without "/.well-known/openid-configuration". */
  issuer: string
  clientId: string
  clientSecret: string
}

export interface AuthSettings {
  db: Db
  /** Signs cookies and seals second factors. At least 32 characters, the same on every node. */
  secret: string
  /** Where people reach the host: "https://corridor.example.org". */
  url: string
  provider: Provider | null
  /** Sends the link with which a password is chosen anew. */
  sendReset: (to: { email: string; name: string }, token: string) => void
  /** A password was chosen anew with such a link. */
  resetDone: (userId: string) => Promise<void>
  /** Where the library's errors are noted. */
  failed: Failed
}

/** How long a session lasts, in seconds: two weeks from signing in, however much it is used. */
const sessionSeconds = 14 * 86_400
const at = (...names: string[]) =>
  Object.fromEntries(
    names.map((name) => [name, name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)]),
  )
const dated = at('createdAt', 'updatedAt')

/**
 * The library that keeps passwords (scrypt), sessions, second factors and other organisations' accounts, over our own tables.
 * It is called by our routes alone: none of its addresses is open but the one that a provider sends people back to.
 */
export function makeAuth({ db, secret, url, provider, sendReset, resetDone, failed }: AuthSettings) {
  return betterAuth({
    appName: 'Corridor',
    baseURL: url,
    basePath: '/api/auth',
    secret,
    database: { db: db.withPlugin(instantsAsDates), type: 'postgres', transaction: false },
    telemetry: { enabled: false },
    logger: { level: 'error', log: libraryLog(failed) },
    // To our routes, which note it and answer; otherwise it is printed.
    onAPIError: { throw: true },
    rateLimit: { enabled: false },
    trustedOrigins: [url],
    advanced: {
      cookiePrefix: 'corridor',
      useSecureCookies: url.startsWith('https:'),
      // Lax, not strict: a provider's way back is a navigation from elsewhere.
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      database: { generateId: () => crypto.randomUUID() },
      ipAddress: { ipAddressHeaders: [clientHeader] },
    },
    user: { modelName: 'auth_users', fields: { ...dated, ...at('emailVerified') } },
    session: {
      modelName: 'auth_sessions',
      fields: { ...dated, ...at('userId', 'expiresAt', 'ipAddress', 'userAgent') },
      expiresIn: sessionSeconds,
      disableSessionRefresh: true,
    },
    account: {
      modelName: 'auth_accounts',
      fields: {
        ...dated,
        ...at('accountId', 'providerId', 'userId', 'accessToken', 'refreshToken', 'idToken'),
        ...at('accessTokenExpiresAt', 'refreshTokenExpiresAt'),
      },
      encryptOAuthTokens: true,
    },
    verification: {
      modelName: 'auth_verifications',
      fields: { ...dated, ...at('expiresAt') },
      storeIdentifier: 'hashed',
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
      resetPasswordTokenExpiresIn: 3600,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, token }) => sendReset(user, token),
      onPasswordReset: async ({ user }) => resetDone(user.id),
    },
    databaseHooks: {
      session: {
        create: { before: async ({ userId }) => ((await mayEnter(db, userId)) ? undefined : false) },
      },
    },
    plugins: [
      twoFactor({
        issuer: 'Corridor',
        schema: {
          user: { fields: at('twoFactorEnabled') as { twoFactorEnabled: string } },
          twoFactor: {
            modelName: 'auth_two_factors',
            fields: at('backupCodes', 'userId', 'failedVerificationCount', 'lockedUntil'),
          },
        },
      }),
      genericOAuth({
        config: provider
          ? [
              {
                providerId: provider.id,
                discoveryUrl: `${provider.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
                clientId: provider.clientId,
                clientSecret: provider.clientSecret,
                scopes: ['openid', 'email', 'profile'],
                pkce: true,
                disableSignUp: true,
              },
            ]
          : [],
      }),
    ],
  })
}
export type Auth = ReturnType<typeof makeAuth>

/** Who is suspended gets no session, whatever they prove. */
async function mayEnter(db: Db, userId: string): Promise<boolean> {
  const user = await db
    .selectFrom('auth_users')
    .select('suspended_at')
    .where('id', '=', userId)
    .executeTakeFirst()
  return user !== undefined && user.suspended_at === null
}
