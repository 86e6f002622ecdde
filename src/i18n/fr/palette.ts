import type en from '../en/palette.ts'
import type { Messages } from '../namespaces.ts'

export default {
  pinned: 'Épinglées',
  recent: 'Consultées récemment',
  offline: 'Pas de connexion : les écrans, les commandes et les dernières fiches consultées restent là.',
  keys: '↑↓ pour choisir · Entrée pour ouvrir · Ctrl Entrée dans un nouvel onglet · Échap pour fermer',
  keysMac: '↑↓ pour choisir · Entrée pour ouvrir · ⌘ Entrée dans un nouvel onglet · Échap pour fermer',
  hint: 'Aussi : « enregistrer signature Kansai », « nouvelle tâche appeler Kobe », « au 4 février 2008 », « périmètre Lyonbiopôle », « épingler Kansai ».',
  createNamed: '{{what}} : {{name}}',
  signFor: 'Enregistrer une signature : {{name}}',
  asOf: 'Tout afficher au {{date}}',
  scopeTo: 'Périmètre : {{name}}',
  clearScope: 'Effacer le périmètre',
  pin: 'Épingler : {{name}}',
  unpin: 'Désépingler : {{name}}',
  screen: {
    board: 'Accords en tableau par étape',
    timeline: 'Accords sur une frise',
    calendar: 'Missions au calendrier',
    map: 'Missions sur une carte',
    served: 'Entreprises accompagnées',
    expenses: 'Toutes les dépenses',
    alliances: 'Alliances',
    matrix: 'Matrice pôles × marchés',
    acting: 'Agir pour tous',
    due: 'Données personnelles à effacer',
    duplicates: 'Doublons',
    indicators: 'Indicateurs',
    rates: 'Taux de change',
    api: 'Documentation de l’API',
  },
} satisfies Messages<typeof en>
