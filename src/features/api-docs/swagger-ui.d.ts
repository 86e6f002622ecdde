declare module 'swagger-ui-dist/swagger-ui-es-bundle.js' {
  interface SwaggerRequest {
    url: string
    /** What the request is sent with, in the shape of `fetch`. */
    userFetch?: (url: string, init: RequestInit) => Promise<Response>
  }
  interface SwaggerOptions {
    domNode: HTMLElement
    url: string
    deepLinking?: boolean
    docExpansion?: 'none' | 'list' | 'full'
    defaultModelsExpandDepth?: number
    displayRequestDuration?: boolean
    tryItOutEnabled?: boolean
    filter?: boolean
    requestInterceptor?: (request: SwaggerRequest) => SwaggerRequest
    onComplete?: () => void
  }
  const SwaggerUI: (options: SwaggerOptions) => unknown
  export default SwaggerUI
}
