import { resolve } from 'node:path'
import * as z from 'zod'
import { keptMonths } from '../audit/expire.ts'
import { StartRefused } from './refused.ts'

/** One setting: what it accepts, and what is said of it in lists of settings. */
interface Setting<S extends z.ZodType = z.ZodType> {
  reads: S
  /** What holds where it is left out. */
  without: string
  means: string
}

const setting = <S extends z.ZodType>(reads: S, without: string, means: string): Setting<S> => ({
  reads,
  without,
  means,
})

const must = (what: string) => ({
  error: ({ input }: { input?: unknown }) => `must be ${what}, not "${input}"`,
})
const text = z.string()
const yes = z.literal('yes', must('"yes", or left out')).transform(() => true)
const between = (least: number, most: number) =>
  z
    .string()
    .refine((value) => isWhole(value, least, most), must(`a number from ${least} to ${most}`))
    .transform(Number)
const isWhole = (text: string, least: number, most: number) => {
  const value = Number(text)
  return Number.isInteger(value) && value >= least && value <= most
}
const isWebAddress = (value: string) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)
const isMailServer = (value: string) =>
  URL.canParse(value) && /^smtps?:$/.test(new URL(value).protocol) && new URL(value).hostname !== ''

/** Every setting of `npm run serve`, by the name of its variable. An empty variable is one that is left out. */
export const settings = {
  PORT: setting(
    between(0, 65_535).default(4180),
    '4180',
    'The port on which it listens; 0 for any that is free',
  ),
  HOST: setting(text.default('localhost'), 'localhost', 'The name or address on which it listens'),
  CORRIDOR_DATA: setting(
    text.default('data'),
    './data',
    'The folder of the database, and of what is made up once',
  ),
  DATABASE_URL: setting(
    text
      .refine(
        (url) => /^postgres(ql)?:\/\/./.test(url),
        'must be an address such as postgres://user:password@host:5432/name',
      )
      .optional(),
    '–',
    'A PostgreSQL to use instead; several servers as `postgres://user@one,two/name`, of which the one that can be written to is used',
  ),
  CORRIDOR_LISTEN_URL: setting(
    text
      .refine(
        (url) => /^postgres(ql)?:\/\/./.test(url),
        'must be an address such as postgres://user:password@host:5432/name',
      )
      .optional(),
    'DATABASE_URL',
    'The same PostgreSQL without a pooler between, where `DATABASE_URL` is a pooler’s: nodes hear each other there',
  ),
  CORRIDOR_START: setting(
    z.enum(['demo', 'empty'], must('"demo" or "empty"')).default('demo'),
    'demo',
    'What a new database begins with: `demo` or `empty`',
  ),
  CORRIDOR_APP: setting(text.default('dist'), './dist', 'The folder of the built app'),
  CORRIDOR_OPEN: setting(
    yes.optional(),
    '–',
    '`yes` lets `HOST` be reached from other machines without anybody signing in',
  ),
  CORRIDOR_ACCOUNTS: setting(
    yes.optional(),
    '–',
    '`yes`: everybody signs in from the start; needed once for a `HOST` that other machines reach',
  ),
  CORRIDOR_URL: setting(
    text
      .refine(isWebAddress, must('an address such as https://corridor.example.org'))
      .transform((url) => new URL(url).origin)
      .optional(),
    '`http://HOST:PORT`',
    'Where people reach it, such as `https://corridor.example.org`; with https, cookies are `Secure` and browsers are told to stay with https',
  ),
  CORRIDOR_SECRET: setting(
    // What was given is not repeated: it may be printed into a log.
    text.min(32, 'must have 32 characters or more').optional(),
    'made up, kept in the data folder',
    'Signs cookies; 32 characters or more, the same on every node',
  ),
  CORRIDOR_ADMIN_EMAIL: setting(
    text.optional(),
    '–',
    'Where the link to set up the first administrator is sent besides being printed',
  ),
  CORRIDOR_SMTP: setting(
    // It may hold a password, which is not repeated.
    text.refine(isMailServer, 'must be an address such as smtps://user:password@mail.example.org').optional(),
    '–',
    'The mail server, `smtps://user:password@mail.example.org`; without one, letters stand in the log',
  ),
  CORRIDOR_MAIL_FROM: setting(text.optional(), 'corridor@localhost', 'Who letters are from'),
  CORRIDOR_PROXY: setting(
    yes.optional(),
    '–',
    '`yes`: a proxy of your own stands in front, and says in `X-Forwarded-For` who asks',
  ),
  CORRIDOR_OIDC_ISSUER: setting(
    text.refine(isWebAddress, must('an address such as https://login.example.org')).optional(),
    '–',
    'An OpenID Connect provider; the way back is `CORRIDOR_URL/api/auth/callback/oidc`',
  ),
  CORRIDOR_OIDC_CLIENT_ID: setting(text.optional(), '–', 'What Corridor is called there'),
  CORRIDOR_OIDC_CLIENT_SECRET: setting(text.optional(), '–', 'Its secret there'),
  CORRIDOR_OIDC_NAME: setting(
    text.optional(),
    'the host’s name',
    'What the provider is called on the sign-in page',
  ),
  CORRIDOR_POOL: setting(
    between(2, 1000).default(10),
    '10',
    'Connections to PostgreSQL at most, for this node',
  ),
  CORRIDOR_STATEMENT_SECONDS: setting(
    between(1, 3600).default(30),
    '30',
    'How long one statement may take in PostgreSQL; imports, restoring and the like may take 15 minutes',
  ),
  CORRIDOR_LOG: setting(
    z.enum(['json', 'text', 'quiet'], must('"json", "text" or "quiet"')).optional(),
    'text on a terminal, else JSON',
    'How requests are logged: `json`, `text`, or `quiet` for none but those that failed',
  ),
  CORRIDOR_METRICS_TOKEN: setting(
    text.min(16, 'must have 16 characters or more').optional(),
    '–',
    'Lets `/metrics` be read from other machines with `Authorization: Bearer …`; without it, from this machine alone',
  ),
  CORRIDOR_TOKEN_RATE: setting(
    between(1, 1_000_000).default(600),
    '600',
    'Requests that one token of a program may make in a minute, counted on each node by itself',
  ),
  CORRIDOR_AUDIT_MONTHS: setting(
    between(1, 120).default(keptMonths),
    '12',
    'How long it is known who saw what, who signed in and what was taken out',
  ),
  CORRIDOR_WEBHOOKS_PRIVATE: setting(
    yes.optional(),
    '–',
    '`yes` lets webhooks be sent to addresses of your own network; without it, to public ones alone',
  ),
  CORRIDOR_STOP_SECONDS: setting(
    between(0, 600).default(20),
    '20',
    'How long requests under way may go on once it is told to stop',
  ),
  TZ: setting(
    text.refine((zone) => isZone(zone), must('a time zone such as Europe/Paris')).optional(),
    'the machine’s',
    'The time zone at whose midnight the day changes, such as `Europe/Paris`',
  ),
} as const

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

type Read = { [Name in keyof typeof settings]: z.output<(typeof settings)[Name]['reads']> }
export type Settings = Read

/** Reads the settings, and says everything that is wrong with them at once. Throws `StartRefused`. */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const wrong: string[] = []
  const entries = Object.entries(settings).map(([name, { reads }]) => {
    const result = (reads as z.ZodType).safeParse(env[name] || undefined)
    if (result.success) return [name, result.data]
    wrong.push(...result.error.issues.map((issue) => `${name} ${issue.message}.`))
    return [name, undefined]
  })
  const read = Object.fromEntries(entries) as Settings
  if (read.CORRIDOR_OIDC_ISSUER && !(read.CORRIDOR_OIDC_CLIENT_ID && read.CORRIDOR_OIDC_CLIENT_SECRET))
    wrong.push('CORRIDOR_OIDC_ISSUER needs CORRIDOR_OIDC_CLIENT_ID and CORRIDOR_OIDC_CLIENT_SECRET.')
  if (wrong.length > 0)
    throw new StartRefused([...wrong, 'All settings: npm run serve -- --settings'].join('\n'))
  return { ...read, CORRIDOR_DATA: resolve(read.CORRIDOR_DATA), CORRIDOR_APP: resolve(read.CORRIDOR_APP) }
}

/** Variables that look like settings and are none: a slip of the pen would otherwise go unnoticed. */
export const unknownSettings = (env: Record<string, string | undefined>): string[] =>
  Object.keys(env).filter((name) => name.startsWith('CORRIDOR_') && !(name in settings))

/** The settings as a list for people. */
export const settingsInWords = (): string =>
  Object.entries(settings)
    .map(([name, { without, means }]) => `${name} (${without})\n    ${means}`)
    .join('\n')
    .replaceAll('`', '')
