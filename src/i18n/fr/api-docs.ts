import type en from '../en/api-docs.ts'
import type { Messages } from '../namespaces.ts'

export default {
  title: 'API',
  text: 'Tout ce que fait cette application passe par cette API REST. « Try it out » agit sur l’espace de travail que vous voyez : ce qui est écrit est écrit.',
  document: 'Document OpenAPI',
  operations: 'Opérations',
  loading: 'Chargement de la description…',
  failed: 'La description n’a pas pu être chargée.',
} satisfies Messages<typeof en>
