import type en from '../en/bin.ts'
import type { Messages } from '../namespaces.ts'

export default {
  title: 'Corbeille',
  text: 'Les fiches supprimées restent ici jusqu’à leur restauration. Celles qui les mentionnent continuent de le faire.',
  empty: {
    title: 'La corbeille est vide',
    text: 'Ce que vous supprimez arrive ici et peut être restauré.',
  },
  deleted: 'Supprimé le {{when}}',
  deletedBy: 'Supprimé le {{when}} par {{name}}',
  restore: 'Restaurer',
  restoreNamed: 'Restaurer {{title}}',
  restored: '{{title}} est de retour.',
  more: 'Afficher la suite',
  list: 'Fiches supprimées, les plus récentes d’abord',
} satisfies Messages<typeof en>
