import type en from '../en/brief.ts'
import type { Messages } from '../namespaces.ts'

export default {
  title: '{{name}} : fiche',
  kind: { cluster: 'Pôle', market: 'Marché cible', alliance: 'Alliance' },
  asOf: 'Au {{date}}',
  of: 'Restreint à {{names}}',
  back: 'Retour',
  lead: '{{alliance}} : {{lead}}',
  noLead: 'pilote non précisé',
  fact: {
    country: 'Pays',
    regions: 'Régions',
    leads: 'Qui pilote',
    region: 'Région',
    alliances: 'Alliances',
    markets: 'Pilote',
    period: 'Période',
    members: 'Membres',
    time: 'Fuseau horaire',
    practice: 'Usages locaux',
    people: 'Personnes',
  },
  agreements: 'Accords en vigueur et en préparation',
  target: 'signature visée : {{date}}',
  missions: 'Missions à venir et passées',
  targets: 'À atteindre',
  reached: '{{actual}} sur {{target}}',
  tasks: 'À faire',
  due: 'pour le {{date}}',
  more_one: 'et une autre',
  more_other: 'et {{count}} autres',
  none: 'Néant.',
  money: 'Montants : dépenses hors TVA récupérée, chacune dans sa devise.',
  definitions:
    'Les chiffres comptent les fiches à cette date : PME selon leur statut au jour de chaque fiche, chaque entreprise une fois ; rendez-vous qui ont eu lieu ; dépenses payées, quoi qu’en ait dit le financeur.',
} satisfies Messages<typeof en>
