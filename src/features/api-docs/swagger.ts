import SwaggerUI, {
  type SwaggerPlugin,
  type SwaggerProps,
  type SwaggerSystem,
} from 'swagger-ui-dist/swagger-ui-es-bundle.js'
import 'swagger-ui-dist/swagger-ui.css'
import { send } from '../../data/client.ts'

/** The viewer's parts without its own page around them: ours has a title and a main part already. */
function partsOnly({ React }: SwaggerSystem): SwaggerPlugin {
  const layout = ({ getComponent, specSelectors }: SwaggerProps) => {
    if (specSelectors.loadingStatus() !== 'success') return null
    const parts = ['SvgAssets', 'FilterContainer', 'operations', 'Models'].map((name) =>
      React.createElement(getComponent(name, name !== 'SvgAssets'), { key: name }),
    )
    return React.createElement('div', { className: 'swagger-ui' }, parts)
  }
  return { components: { PartsOnly: layout } }
}

/** The API's own description. Rejects where it can't be had. */
async function readDescription(): Promise<object> {
  const response = await send(new Request(new URL('/api/openapi.json', location.origin)))
  if (!response.ok) throw new Error(`The description was answered with ${response.status}`)
  return response.json()
}

/**
 * Shows the API's own description in the node; rejects where it can't be had. "Try it out" goes the way that all the
 * app's requests go.
 */
export async function showApiDescription(domNode: HTMLElement, onComplete: () => void): Promise<void> {
  const spec = await readDescription()
  SwaggerUI({
    domNode,
    spec,
    layout: 'PartsOnly',
    plugins: [partsOnly],
    docExpansion: 'none',
    defaultModelsExpandDepth: 0,
    displayRequestDuration: true,
    tryItOutEnabled: true,
    filter: true,
    requestInterceptor: (request) => {
      request.userFetch = (url, init) => send(new Request(url, init))
      return request
    },
    onComplete,
  })
}
