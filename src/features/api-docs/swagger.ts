import SwaggerUI from 'swagger-ui-dist/swagger-ui-es-bundle.js'
import 'swagger-ui-dist/swagger-ui.css'
import { send } from '../../data/client.ts'

/** Shows the API's own description in the node. "Try it out" goes the way that all the app's requests go. */
export function showApiDescription(domNode: HTMLElement, onComplete: () => void): void {
  SwaggerUI({
    domNode,
    url: new URL('/api/openapi.json', location.origin).href,
    docExpansion: 'none',
    defaultModelsExpandDepth: 0,
    displayRequestDuration: true,
    tryItOutEnabled: true,
    filter: true,
    requestInterceptor: (request) => {
      request.userFetch = (url, init) => send(new Request(url, init))
      return request
    },
    onComplete: () => {
      // The viewer takes itself for a page of its own; the page has its main part already.
      domNode.querySelector('main')?.setAttribute('role', 'presentation')
      onComplete()
    },
  })
}
