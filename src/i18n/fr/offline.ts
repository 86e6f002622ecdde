import type en from '../en/offline.ts'
import type { Messages } from '../namespaces.ts'

export default {
  title: 'Modifications pas encore envoyées',
  explain:
    'Ces modifications sont conservées dans ce navigateur. Elles partiront dans cet ordre dès le retour de la connexion.',
  empty: 'Tout a été envoyé.',
  decide: 'Elles restent dans ce navigateur jusqu’à votre décision.',
  waiting: 'En attente',
  failed: 'Non envoyées',
  sendNow: 'Essayer maintenant',
  tryAgain: 'Réessayer',
  discard: 'Abandonner',
  discardNamed: 'Abandonner : {{name}}',
  discardTitle: 'Abandonner cette modification ?',
  discardExplain: 'Elle n’a pas été envoyée : « {{name}} » sera perdu.',
  conflict: 'Quelqu’un d’autre l’a modifié entre-temps.',
  keepMine: 'Garder la mienne',
  keepTheirs: 'Garder la leur',
  behind_one: '{{count}} autre modification de la même fiche attend derrière.',
  behind_other: '{{count}} autres modifications de la même fiche attendent derrière.',
} satisfies Messages<typeof en>
