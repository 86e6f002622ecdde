import type en from '../en/people.ts'
import type { Messages } from '../namespaces.ts'

export default {
  title: 'Personnes',
  count_one: '{{count}} personne',
  count_other: '{{count}} personnes',
  columns: { name: 'Nom', posts: 'Fonction', email: 'E-mail', signatures: 'Signatures', updated: 'Modifié' },
  empty: {
    title: 'Personne pour l’instant',
    text: 'Ajoutez celles et ceux qui négocient, signent et organisent, avec leurs fonctions. Les signataires peuvent aussi être ajoutés en enregistrant une signature.',
    action: 'Nouvelle personne',
  },
  due: 'À supprimer',
  new: 'Nouvelle personne',
  created: '{{name}} : personne ajoutée.',
  updated: '{{name}} : modification enregistrée.',
  removed: '{{name}} est dans la corbeille.',
  restored: '{{name}} est de retour.',
  fields: {
    givenName: 'Prénom',
    familyName: 'Nom de famille',
    nativeName: 'Nom dans son écriture',
    nativeNameHint: 'Par exemple 岡田 太郎',
    email: 'E-mail',
    phone: 'Téléphone',
    language: 'Langue',
    name: 'Nom',
  },
  section: {
    facts: 'Fiche',
    posts: 'Fonctions',
    signatures: 'Signatures données',
    attended: 'Présence à des signatures',
  },
  none: {
    posts: 'Aucune fonction connue.',
    signatures: 'N’a signé aucun accord.',
  },
  post: {
    add: 'Ajouter une fonction',
    organisation: 'Organisation',
    title: 'Fonction',
    unknown: 'fonction non précisée',
  },
  decision: { signed: 'Signé', refused: 'Refusé' },
  signedFor: 'pour',
  role: { witness: 'Témoin', organiser: 'Organisateur' },
} satisfies Messages<typeof en>
