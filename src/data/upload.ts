const withoutBody = [204, 205, 304]

/**
 * `fetch` for a large body, which tells how much of it has been sent: `onProgress` is given 0 to 1. Rejects as `fetch`
 * does: a TypeError where no answer came, the signal's reason where it was cancelled.
 */
export async function upload(request: Request, onProgress: (share: number) => void): Promise<Response> {
  const { signal } = request
  signal.throwIfAborted()
  const body = await request.blob()
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest()
    const cancel = () => sending.abort()
    const end = (settle: () => void) => {
      signal.removeEventListener('abort', cancel)
      settle()
    }
    sending.open(request.method, request.url)
    sending.responseType = 'arraybuffer'
    for (const [name, value] of request.headers) sending.setRequestHeader(name, value)
    sending.upload.onprogress = ({ lengthComputable, loaded, total }) => {
      if (lengthComputable && total > 0) onProgress(loaded / total)
    }
    sending.upload.onload = () => onProgress(1)
    sending.onload = () => end(() => resolve(answerOf(sending)))
    sending.onerror = () => end(() => reject(new TypeError('The request could not be sent')))
    sending.onabort = () => end(() => reject(signal.reason))
    signal.addEventListener('abort', cancel)
    sending.send(body)
  })
}

function answerOf(sent: XMLHttpRequest): Response {
  const { status } = sent
  const headers = new Headers()
  for (const line of sent
    .getAllResponseHeaders()
    .trim()
    .split(/[\r\n]+/)) {
    const colon = line.indexOf(':')
    if (colon > 0) headers.append(line.slice(0, colon).trim(), line.slice(colon + 1).trim())
  }
  return new Response(withoutBody.includes(status) ? null : (sent.response as ArrayBuffer), {
    status,
    headers,
  })
}
