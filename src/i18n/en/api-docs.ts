/** The page that describes the API. */
const apiDocs = {
  title: 'API',
  text: 'Everything this app does goes through this REST API. “Try it out” works on the workspace you see: what it writes is written.',
  document: 'OpenAPI document',
  operations: 'Operations',
  loading: 'Loading the description…',
  failed: 'The description could not be loaded.',
}
export default apiDocs

declare module '../namespaces.ts' {
  interface Namespaces {
    'api-docs': typeof apiDocs
  }
}
