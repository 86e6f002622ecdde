/** Hands a file to the browser's downloads. */
export function saveFile(file: {
  bytes: Uint8Array<ArrayBuffer>
  mediaType: string
  filename: string
}): void {
  const address = URL.createObjectURL(new Blob([file.bytes], { type: file.mediaType }))
  const link = document.createElement('a')
  link.href = address
  link.download = file.filename
  link.click()
  // The browser reads the address after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
