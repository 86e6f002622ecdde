/** What may wait for a reader who is slow; who has more waiting is cut off, comes back and is told whether they missed any. */
const mostWaiting = 200

/** An answer that goes on: server-sent events to one reader. */
export class Channel {
  readonly response: Response
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined
  readonly #encoder = new TextEncoder()
  readonly #onEnd: () => void

  /** `onEnd`: the reader has gone, or was cut off. */
  constructor(onEnd: () => void) {
    const stream = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#controller = controller
        },
        cancel: () => {
          this.#controller = undefined
          onEnd()
        },
      },
      { highWaterMark: mostWaiting },
    )
    this.#onEnd = onEnd
    this.response = new Response(stream, {
      headers: {
        'content-type': 'text/event-stream; charset=utf-8',
        // Neither kept nor packed nor gathered on the way.
        'cache-control': 'no-store, no-transform',
        'x-accel-buffering': 'no',
      },
    })
  }

  send(event: string, data: object, id?: number): void {
    this.#write(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
  }

  /** A sign of life, which also shows whether the reader is still there. */
  beat(): void {
    this.#write(':\n\n')
  }

  /** How long the browser waits before it comes back by itself, in milliseconds. */
  comeBackAfter(pause: number): void {
    this.#write(`retry: ${Math.round(pause)}\n\n`)
  }

  end(): void {
    const controller = this.#controller
    this.#controller = undefined
    if (!controller) return
    controller.close()
    this.#onEnd()
  }

  #write(text: string): void {
    const controller = this.#controller
    if (!controller) return
    controller.enqueue(this.#encoder.encode(text))
    if ((controller.desiredSize ?? 0) <= 0) this.end()
  }
}
