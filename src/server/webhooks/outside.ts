import { Failure, invalidField } from '../failure.ts'
import { isLoopback } from '../own-pages.ts'

/** What a host sends to. Absent where it sends nothing, as in a browser. */
export interface Outside {
  /** Only this machine reaches the host, so what runs beside it may be told without a certificate. */
  local: boolean
  /** Addresses of a private network are reached, too. */
  private: boolean
}

/** Refuses where nothing would be sent. */
export function mustSend(outside: Outside | undefined): asserts outside is Outside {
  if (!outside) throw new Failure('webhooks_not_sent', 'This host sends nothing')
}

/** Whether a receiver is on this very machine, and may be: then neither a certificate nor an address of the outside is asked for. */
export const isBeside = (url: URL, { local }: Outside): boolean => local && isLoopback(url.hostname)

/** Refuses an address to which nothing would be sent. What its name stands for is looked at each time something is. */
export function mustBeSendable(text: string, outside: Outside): void {
  const url = new URL(text)
  if (url.protocol !== 'https:' && !isBeside(url, outside))
    throw invalidField('url', 'https', 'Has to begin with https://')
  if (url.username || url.password)
    throw invalidField(
      'url',
      'no_password',
      'A name and a password are sent to nobody: what is sent is signed',
    )
}
