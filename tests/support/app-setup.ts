import { Blob as NodeBlob, File as NodeFile } from 'node:buffer'
import '@testing-library/jest-dom/vitest'
import { cleanup } from '@testing-library/react'
import { afterAll } from 'vitest'

/** What jsdom lacks of a browser and screens ask for. */
class NoResizes implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

window.ResizeObserver ??= NoResizes
window.matchMedia ??= (media) =>
  Object.assign(new EventTarget(), {
    media,
    matches: false,
    onchange: null,
    addListener: () => {},
    removeListener: () => {},
  }) as MediaQueryList
Element.prototype.scrollIntoView ??= () => {}
// Text areas grow anew once the fonts are there.
Object.defineProperty(document, 'fonts', { configurable: true, value: new EventTarget() })
// A request of Node's takes the bytes of Node's own files only; of jsdom's it would send "[object File]".
Object.assign(globalThis, { Blob: NodeBlob, File: NodeFile })

// The last screen goes before its window does: an answer that came later would find neither.
afterAll(cleanup)
