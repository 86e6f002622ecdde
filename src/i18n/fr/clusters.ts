import type en from '../en/clusters.ts'
import type { Messages } from '../namespaces.ts'

export default {
  title: 'Pôles',
  tabs: { label: 'Pôles et alliances', clusters: 'Pôles', alliances: 'Alliances' },
  count_one: '{{count}} pôle',
  count_other: '{{count}} pôles',
  columns: { name: 'Pôle', alliances: 'Alliances', region: 'Région', leads: 'Pilote', agreements: 'Accords' },
  empty: {
    title: 'Aucun pôle pour l’instant',
    text: 'Un pôle rassemble les acteurs d’une région autour d’un domaine. Commencez par le vôtre.',
    action: 'Nouveau pôle',
  },
  new: 'Nouveau pôle',
  roles: {
    title: 'Dans ses alliances',
    none: 'Dans aucune alliance pour l’instant.',
    toAlliance: 'L’ajouter à une alliance',
    noPeriod: 'période non précisée',
    leads: 'Pilote : {{markets}}',
    label: 'Alliances de {{name}} : rôle et période',
    current: 'Membre à cette date',
    notCurrent: 'Pas membre à cette date',
  },
  agreements: {
    title: 'Accords',
    none: 'N’a négocié ni signé aucun accord.',
    negotiatedFor_zero: 'Négocié',
    negotiatedFor_one: 'Négocié pour lui-même',
    negotiatedFor_other: 'Négocié pour {{count}} pôles',
    party: 'Partie',
    partner: 'Partie, du côté partenaire',
    partyOf_one: 'Partie, avec un autre de notre côté',
    partyOf_other: 'Partie, avec {{count}} autres de notre côté',
    all: 'Tous dans la liste',
  },
  newAgreement: 'Nouvel accord',
} satisfies Messages<typeof en>
