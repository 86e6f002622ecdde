import { type LookupAddress, lookup } from 'node:dns'
import { request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { WebhookError } from '../../../contract/webhooks.ts'
import { mayConnect, type Reach } from './addresses.ts'

/** What a name stands for: as of `dns.lookup`, all of its addresses. */
export type Resolve = (
  hostname: string,
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

export const resolveByDns: Resolve = (hostname, done) =>
  lookup(hostname, { all: true, order: 'verbatim' }, done)

export interface Post {
  url: URL
  headers: Record<string, string>
  body: string
  reach: Reach
  resolve: Resolve
  /** How long it may take until it has answered, in milliseconds. */
  patience: number
  signal: AbortSignal
}

export type Outcome =
  | { status: number; error: WebhookError | null; retryAfter: string | null }
  | { status: null; error: WebhookError; retryAfter: null }

class AddressRefused extends Error {}

/**
 * Sends it once, and gives what came of it. Connects to none but an address that was looked at: a name that stands for another one a
 * moment later is no way around it. Follows nobody elsewhere. Rejects only where `signal` cancels it.
 */
export async function post({ url, headers, body, reach, resolve, patience, signal }: Post): Promise<Outcome> {
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(literal) && !mayConnect(literal, reach)) return missed('address')
  const late = AbortSignal.timeout(patience)
  try {
    return await new Promise<Outcome>((done, fail) => {
      const send: typeof overHttp = url.protocol === 'https:' ? overHttps : overHttp
      const request = send(url, {
        method: 'POST',
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
        lookup: guarded(resolve, reach),
        // No connection is kept: the next one is looked at anew.
        agent: false,
        signal: AbortSignal.any([signal, late]),
      })
      request.on('error', fail)
      request.on('response', (response) => {
        const status = response.statusCode ?? 0
        const retryAfter = response.headers['retry-after'] ?? null
        done({ status, error: errorOf(status), retryAfter })
        // What it says besides is not read.
        response.destroy()
      })
      request.end(body)
    })
  } catch (error) {
    if (signal.aborted) throw error
    return missed(late.aborted ? 'timeout' : wordOf(error))
  }
}

const missed = (error: WebhookError): Outcome => ({ status: null, error, retryAfter: null })

function errorOf(status: number): WebhookError | null {
  if (status >= 200 && status < 300) return null
  if (status === 410) return 'gone'
  return status >= 300 && status < 400 ? 'redirect' : 'status'
}

/** One forbidden address among those of a name forbids it: which of them would be taken is not ours to say. */
const guarded =
  (resolve: Resolve, reach: Reach): LookupFunction =>
  (hostname, options, done) =>
    resolve(hostname, (error, addresses) => {
      const [first] = addresses ?? []
      if (error || !first) return done(error ?? new Error('No address'), '', 0)
      if (!addresses.every(({ address }) => mayConnect(address, reach)))
        return done(new AddressRefused(hostname), '', 0)
      if (options.all) return done(null, addresses)
      done(null, first.address, first.family)
    })

function wordOf(error: unknown): WebhookError {
  if (error instanceof AddressRefused) return 'address'
  const { code = '' } = error as NodeJS.ErrnoException
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'name'
  return /CERT|TLS|SSL|SIGNATURE|UNABLE_TO_/.test(code) ? 'certificate' : 'connection'
}
