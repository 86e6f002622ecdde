import type { Settings } from './settings.ts'

type Facts = Record<string, string | number | boolean | undefined>

/** What the host says of itself. No line has an address with its query, a name, or the id of a person. */
export interface Log {
  /** What an administrator should read: where it listens, a link, a letter that could not be sent. */
  tell(words: string): void
  warn(words: string, facts?: Facts): void
  /** A request that was answered. */
  request(facts: { operation: string; status: number; ms: number; requestId?: string | undefined }): void
  /** Something that nobody foresaw. */
  failed(words: string, error: unknown, facts?: Facts): void
}

interface Out {
  write: (line: string) => void
  clock: () => Date
}

/** A log on standard output: as lines for people on a terminal, as JSON otherwise, unless a setting says which. */
export function logTo(setting: Settings['CORRIDOR_LOG'], isTerminal: boolean, { write, clock }: Out): Log {
  const json = setting ? setting === 'json' : !isTerminal
  const line = (level: string, msg: string, facts: Facts) =>
    write(
      json
        ? `${JSON.stringify({ time: clock().toISOString(), level, msg, ...facts })}\n`
        : `${[msg, ...Object.values(facts).filter((fact) => fact !== undefined)].join(' ')}\n`,
    )
  return {
    tell: (words) => line('info', words, {}),
    warn: (words, facts = {}) => line('warn', words, facts),
    request: ({ operation, status, ms, requestId }) => {
      if (setting === 'quiet' && status < 500) return
      const time = clock().toISOString()
      if (json) line(status < 500 ? 'info' : 'error', 'request', { operation, status, ms, requestId })
      else write(`${time.slice(11, 19)} ${status} ${operation} ${ms} ms ${requestId ?? ''}\n`)
    },
    failed: (words, error, facts = {}) => line('error', words, { ...facts, ...factsOf(error) }),
  }
}

/** What may be told of an error: databases and parsers put what people wrote into quotes and brackets. */
function factsOf(error: unknown): Facts {
  if (!(error instanceof Error)) return { error: typeof error }
  const { code, constraint, table } = error as { code?: string; constraint?: string; table?: string }
  const frames = (error.stack ?? '').split('\n').filter((frame) => /^\s+at /.test(frame))
  return {
    error: error.name,
    code,
    constraint,
    table,
    message: error.message.replaceAll(/"[^"]*"|'[^']*'|“[^”]*”|\([^)]*\)/g, '…').slice(0, 300),
    stack: frames.slice(0, 8).join('\n'),
  }
}
