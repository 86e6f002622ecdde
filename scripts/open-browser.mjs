import { spawn } from 'node:child_process'

/**
 * Shows an address in the user's browser where there is a desktop to show it on; otherwise does nothing.
 * @param {string} address
 */
export function openBrowser(address) {
  const desktop = process.env.DISPLAY || process.env.WAYLAND_DISPLAY
  /** @type {Partial<Record<NodeJS.Platform, [string, string[]]>>} */
  const ways = {
    darwin: ['open', [address]],
    win32: ['cmd', ['/c', 'start', '', address]],
    ...(desktop ? { linux: ['xdg-open', [address]] } : {}),
  }
  const way = ways[process.platform]
  if (!way) return
  const child = spawn(way[0], way[1], { stdio: 'ignore', detached: true })
  // No such program: the address has been printed.
  child.on('error', () => {})
  child.unref()
}
