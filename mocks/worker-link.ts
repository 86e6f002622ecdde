import type { FromWorker, ToWorker } from './messages.ts'
import { newId } from './new-id.ts'
import { type Notice, publish } from './notices.ts'
import type { WireAnswer, WireRequest } from './wire.ts'

const visitedFlag = 'corridor:visited'
const pingEvery = 5_000
const silentFor = 60_000
const attempts = 3
const pause = 1_000

interface Pending {
  request: WireRequest
  resolve: (answer: WireAnswer) => void
  reject: (error: TypeError) => void
  /** How many workers it has been sent to. */
  sent: number
}

/**
 * This page's line to its worker. A worker that ends, or is silent for 60 s while it is waited for, is
 * replaced, and what was pending is sent again; a request that outlives three workers is refused as a lost
 * connection.
 */
export class WorkerLink {
  readonly #tab = newId()
  readonly #pending = new Map<number, Pending>()
  #worker: Worker | null = null
  #nextId = 1
  #heard = 0
  #watch: ReturnType<typeof setInterval> | undefined
  #endings = 0
  #lastNotice = ''
  #up: () => void = () => {}
  /** Resolves with the first sign that requests are answered. */
  readonly up = new Promise<void>((resolve) => {
    this.#up = resolve
  })

  constructor() {
    this.#start()
  }

  /** Resolves once it is up and nothing has been waited for during `still` ms; after `atMost` ms in any case. */
  async quiet(still: number, atMost: number): Promise<void> {
    const until = performance.now() + atMost
    const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
    await Promise.race([this.up, pause(atMost)])
    let since = performance.now()
    while (performance.now() < Math.min(since + still, until)) {
      await pause(still / 5)
      if (this.#pending.size > 0) since = performance.now()
    }
  }

  /** Rejects with a `TypeError`, as `fetch` does, where no answer can be had. */
  ask(request: WireRequest): Promise<WireAnswer> {
    return new Promise((resolve, reject) => {
      const id = this.#nextId++
      if (this.#pending.size === 0) this.#heard = performance.now()
      this.#pending.set(id, { request, resolve, reject, sent: 0 })
      if (this.#worker) this.#send(id)
      else if (this.#endings >= attempts) this.#start()
      this.#watch ??= setInterval(() => this.#look(), pingEvery)
    })
  }

  #start(): void {
    const worker = new Worker(new URL('./api.worker.ts', import.meta.url), {
      type: 'module',
      name: 'corridor-api',
    })
    this.#worker = worker
    this.#heard = performance.now()
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.#hear(worker, data)
    worker.onerror = (event) => {
      event.preventDefault()
      this.#ended(worker, event.message || 'The database worker did not load')
    }
    this.#post({ kind: 'start', tab: this.#tab, visited: localFlag() })
    for (const id of [...this.#pending.keys()]) this.#send(id)
  }

  #send(id: number): void {
    const pending = this.#pending.get(id)
    if (!pending) return
    if (++pending.sent > attempts) {
      this.#pending.delete(id)
      pending.reject(new TypeError('The workspace does not answer'))
    } else this.#post({ kind: 'request', id, request: pending.request })
  }

  #post(message: ToWorker): void {
    this.#worker?.postMessage(message)
  }

  #hear(worker: Worker, message: FromWorker): void {
    if (worker !== this.#worker) return
    this.#heard = performance.now()
    if (message.kind === 'notice') this.#publish(message.notice)
    else if (message.kind === 'stopped') this.#ended(worker, message.reason, message.opened)
    else if (message.kind === 'opened') {
      this.#endings = 0
      this.#up()
      opened()
    } else if (message.kind === 'answer') {
      this.#up()
      this.#take(message.id)?.resolve(message.answer)
    } else if (message.kind === 'refused') this.#take(message.id)?.reject(new TypeError(message.reason))
  }

  #take(id: number): Pending | undefined {
    const pending = this.#pending.get(id)
    this.#pending.delete(id)
    if (this.#pending.size === 0) {
      clearInterval(this.#watch)
      this.#watch = undefined
    }
    return pending
  }

  #ended(worker: Worker, reason: string, wasOpen = true): void {
    if (worker !== this.#worker) return
    worker.terminate()
    this.#worker = null
    this.#endings++
    if (wasOpen) this.#publish({ code: 'database_restarted', reason })
    // A tab that waits for nothing starts another too, so as to be in line again; but not again and again.
    if (this.#pending.size === 0 && this.#endings >= attempts) return
    setTimeout(() => this.#worker ?? this.#start(), this.#endings === 1 ? 0 : pause)
  }

  /** Three failures on end for one reason are told once. */
  #publish(notice: Notice): void {
    const text = JSON.stringify(notice)
    if (text !== this.#lastNotice) publish(notice)
    this.#lastNotice = text
  }

  #look(): void {
    if (this.#worker && performance.now() - this.#heard > silentFor)
      this.#ended(this.#worker, 'It did not answer')
    else this.#post({ kind: 'ping' })
  }
}

function localFlag(): boolean {
  try {
    return localStorage.getItem(visitedFlag) !== null
  } catch {
    return false
  }
}

function opened(): void {
  try {
    localStorage.setItem(visitedFlag, '1')
  } catch {
    // Blocked storage: only the notice of an evicted workspace is lost with it.
  }
}

let link: WorkerLink | undefined

/** The page's one line to its worker; the first call starts it. */
export const workerLink = (): WorkerLink => {
  link ??= new WorkerLink()
  return link
}
