import { spawnSync } from 'node:child_process'
import { appendFileSync, chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

function mount(folder: string, megabytes: number): boolean {
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder])
  return status === 0
}

/** Whether a disk of its own size can be had here. */
export const canMount = ((): boolean => {
  const folder = mkdtempSync(join(tmpdir(), 'corridor-disk-'))
  const can = mount(folder, 1)
  if (can) spawnSync('umount', [folder])
  rmSync(folder, { recursive: true })
  return can
})()

/** A disk that can be filled to its last byte. */
export function smallDisk(megabytes: number) {
  const folder = mkdtempSync(join(tmpdir(), 'corridor-disk-'))
  if (!mount(folder, megabytes)) throw new Error(`No disk of ${megabytes} MB can be mounted`)
  chmodSync(folder, 0o777)
  const ballast = join(folder, 'ballast')
  return {
    folder,
    fill: () => {
      for (const size of [1_048_576, 4096, 1])
        try {
          for (;;) appendFileSync(ballast, new Uint8Array(size))
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
        }
    },
    makeRoom: () => rmSync(ballast),
    remove: () => {
      // Whoever used it may still be on its way out.
      spawnSync('umount', ['--lazy', folder])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
