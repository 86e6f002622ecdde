declare module 'swagger-ui-dist/swagger-ui-es-bundle.js' {
  interface SwaggerRequest {
    url: string
    /** What the request is sent with, in the shape of `fetch`. */
    userFetch?: (url: string, init: RequestInit) => Promise<Response>
  }
  /** What a plugin's component is given, of what this page needs. */
  interface SwaggerSystem {
    React: typeof import('react')
  }
  interface SwaggerProps {
    getComponent: (name: string, container?: boolean) => import('react').ComponentType
    specSelectors: { loadingStatus: () => string }
  }
  interface SwaggerPlugin {
    components: Record<string, (props: SwaggerProps) => import('react').ReactNode>
  }
  interface SwaggerOptions {
    domNode: HTMLElement
    spec: object
    deepLinking?: boolean
    docExpansion?: 'none' | 'list' | 'full'
    defaultModelsExpandDepth?: number
    displayRequestDuration?: boolean
    tryItOutEnabled?: boolean
    filter?: boolean
    layout?: string
    plugins?: ((system: SwaggerSystem) => SwaggerPlugin)[]
    requestInterceptor?: (request: SwaggerRequest) => SwaggerRequest
    onComplete?: () => void
  }
  const SwaggerUI: (options: SwaggerOptions) => unknown

  export type { SwaggerPlugin, SwaggerProps, SwaggerSystem }
  export default SwaggerUI
}
