import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Writable } from 'node:stream'
import { Decrypter, Encrypter } from 'age-encryption'

/** How an encrypted file begins (https://age-encryption.org/v1). */
const mark = 'age-encryption.org/v1\n'

/** A reason why a file can't be read or written, in words for who gave it. */
export class FileRefused extends Error {}

/**
 * Writes a stream to a file, encrypted where there is a passphrase. The file has its name only once it is whole and on disk; before that,
 * and where something goes wrong, there is none of that name.
 */
export async function writeFile(
  path: string,
  content: ReadableStream<Uint8Array>,
  passphrase: string | null,
): Promise<void> {
  const draft = `${path}.${randomUUID()}.part`
  // Tried before anything is read for it.
  await beginFile(draft).catch((error: NodeJS.ErrnoException) => {
    throw new FileRefused(
      error.code === 'ENOENT'
        ? `There is no folder ${dirname(path)}.`
        : `${path} can't be written: ${error.message}`,
    )
  })
  try {
    const written = passphrase === null ? content : await encrypted(content, passphrase)
    await written.pipeTo(Writable.toWeb(createWriteStream(draft)))
    await onDisk(draft)
    await rename(draft, path)
    await onDisk(dirname(path)).catch(() => {})
  } finally {
    await rm(draft, { force: true })
  }
}

/** An empty file. Whoever may read the database may read its backup, and nobody else. */
const beginFile = async (path: string): Promise<void> => (await open(path, 'wx', 0o600)).close()

async function onDisk(path: string): Promise<void> {
  const handle = await open(path, 'r')
  await handle.sync().finally(() => handle.close())
}

/** age with a passphrase: scrypt (256 MB), then ChaCha20-Poly1305 in pieces that can neither be re-ordered nor cut off. */
async function encrypted(
  content: ReadableStream<Uint8Array>,
  passphrase: string,
): Promise<ReadableStream<Uint8Array>> {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  return encrypter.encrypt(content)
}

/** Reads a file whole, and decrypts it. Throws `FileRefused` where the passphrase is missing or wrong, or the file is damaged. */
export async function readBackup(path: string, passphrase: string | null): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(
    await readFile(path).catch((error: NodeJS.ErrnoException) => {
      throw new FileRefused(
        error.code === 'ENOENT' ? `There is no file ${path}.` : `${path} can't be read: ${error.message}`,
      )
    }),
  )
  if (new TextDecoder('latin1').decode(bytes.subarray(0, mark.length)) !== mark) return bytes
  if (passphrase === null)
    throw new FileRefused(
      `${path} is encrypted. Give its passphrase: --passphrase-file FILE, or CORRIDOR_BACKUP_PASSPHRASE.`,
    )
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  try {
    return new Uint8Array(await decrypter.decrypt(bytes))
  } catch (error) {
    const words = (error as Error).message
    if (/no identity matched/.test(words)) throw new FileRefused(`The passphrase is not the one of ${path}.`)
    throw new FileRefused(`${path} is damaged or cut short, and was not decrypted (${words}).`)
  }
}
