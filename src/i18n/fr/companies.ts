import type en from '../en/companies.ts'
import type { Messages } from '../namespaces.ts'

export default {
  title: 'Entreprises',
  intro:
    'Celles que vous aidez : ce qu’elles sont ce jour-là, ce qu’elles ont reçu, ce qu’elles peuvent encore recevoir.',
  new: 'Nouvelle entreprise',
  views: {
    label: 'Vues des entreprises',
    all: 'Toutes',
    never: 'Jamais accompagnées',
    ready: 'Prêtes pour un marché',
  },
  column: {
    name: 'Nom',
    status: 'Statut de PME',
    clusters: 'Pôles',
    markets: 'Marchés',
    last: 'Dernière participation',
    count: 'Missions',
    room: 'Aide possible',
    place: 'Lieu',
    country: 'Pays',
    sectors: 'Secteurs',
    servedOn: 'Accompagnée depuis',
    updated: 'Modifiée',
  },
  filter: {
    status: 'Statut de PME',
    of: 'Pôle',
    country: 'Pays',
    target: 'Marché',
    readiness: 'Avancement',
    served: 'Accompagnée',
    room: 'Aide possible',
    roomAtLeast: 'au moins {{sum}}',
  },
  served: { true: 'Accompagnées', false: 'Jamais accompagnées' },
  readiness: {
    interested: 'Intéressée',
    preparing: 'Se prépare',
    ready: 'Prête',
    active: 'Y est active',
  },
  empty: {
    title: 'Pas encore d’entreprise ici',
    text: 'Ajoutez les entreprises que vos pôles accompagnent. Les chiffres de leurs exercices disent si ce sont des PME ; ce qu’elles ont reçu dit ce qu’elles peuvent encore recevoir.',
  },
  room: {
    of: '{{room}} sur {{ceiling}}',
    none: 'aucune',
    notThere: 'hors des règles de l’UE',
  },
  since: 'au {{date}}',
} satisfies Messages<typeof en>
