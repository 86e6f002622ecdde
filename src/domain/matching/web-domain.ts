/** Where everybody may have a page or a mailbox: the same host says nothing about who a body is. */
const shared = new Set(
  [
    'gmail.com googlemail.com yahoo.com yahoo.fr yahoo.co.jp hotmail.com hotmail.fr outlook.com outlook.fr live.com live.fr msn.com',
    'orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr aol.com icloud.com me.com gmx.de gmx.net web.de t-online.de libero.it',
    'facebook.com linkedin.com twitter.com x.com instagram.com youtube.com github.com github.io wordpress.com blogspot.com wixsite.com',
    'sites.google.com google.com example.com',
  ]
    .join(' ')
    .split(' '),
)

/** Endings of two parts under which bodies have their names. */
const doubled = /\.(?:co|ac|com|org|or|ne|go|gov|edu|net|gob|gouv|asso|ed|lg)\.[a-z]{2}$/

/**
 * The domain that a body has registered, of an address of the web or of mail ("https://www.bio.example.co.uk/en" →
 * "example.co.uk"); null where there is none, or where it is one that everybody shares.
 */
export function webDomain(address: string): string | null {
  const host = /^(?:[a-z][a-z0-9+.-]*:)?(?:\/\/)?(?:[^/?#@\s]*@)?([^/?#:\s]+)/i
    .exec(address.trim())?.[1]
    ?.toLowerCase()
  if (!host || !/^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u.test(host) || /^[\d.]+$/.test(host)) return null
  const parts = host.split('.')
  const domain = parts.slice(doubled.test(host) ? -3 : -2).join('.')
  return shared.has(domain) || shared.has(host) ? null : domain
}
