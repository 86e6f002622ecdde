import type en from '../en/calendar.ts'
import type { Messages } from '../namespaces.ts'

export default {
  title: 'Dans votre agenda',
  lead: 'Signatures, missions, échéances et tâches à côté de vos autres rendez-vous, au jour de l’espace de travail.',
  kinds: 'Ce qu’il contient',
  noKind: 'Choisissez-en au moins un.',
  kind: {
    signatures: 'Signatures',
    expiries: 'Échéances et préavis',
    missions: 'Missions',
    followUps: 'Suivis',
    claims: 'Demandes de paiement',
    tasks: 'Tâches',
  },
  language: 'Langue',
  alarm: 'Rappel',
  alarms: {
    none: 'Aucun',
    '0': 'Le jour même',
    before_one: '{{count}} jour avant',
    before_other: '{{count}} jours avant',
  },
  browserHost:
    'Ici, Corridor tourne dans ce seul navigateur, où aucun agenda ne peut l’atteindre : on ne peut pas s’y abonner. Téléchargez le fichier, et chargez-le de nouveau quand les choses ont changé. Sur un serveur, il y a une adresse.',
  address: {
    title: 'S’abonner',
    text: 'Une adresse qu’Outlook, Google Agenda, Calendrier d’Apple ou Thunderbird lisent d’eux-mêmes toutes les heures. Qui l’a peut lire ces dates sans se connecter, jusqu’à ce que vous la révoquiez.',
    name: 'Nom',
    usualName: 'Corridor',
    make: 'Obtenir l’adresse',
    made: 'L’adresse est créée.',
    url: 'Adresse',
    secret: 'Montrée cette seule fois : copiez-la maintenant. Corridor n’en garde qu’une empreinte.',
    copy: 'Copier',
    copied: 'Copié',
    open: 'Ouvrir dans l’agenda',
    lost: 'L’adresse a été créée, mais la réponse s’est perdue en route et n’est pas donnée deux fois. Révoquez-la ci-dessous et créez-en une autre.',
  },
  file: {
    title: 'Télécharger',
    text: 'La même chose une fois, en fichier. Il ne suit pas les changements ; chargé de nouveau, il met à jour ce qui est là.',
    download: 'Télécharger le fichier',
  },
  feeds: {
    title: 'Adresses',
    none: 'Aucune adresse n’a été créée.',
    all: 'tout',
    made: 'créée le {{date}}',
    madeBy: 'créée par {{name}}, le {{date}}',
    read: 'lue le {{at}}',
    unread: 'pas encore lue',
    revoke: 'Révoquer',
    revokeNamed: 'Révoquer « {{name}} »',
    revoked: 'L’adresse est révoquée : plus personne ne la lit.',
    closed: 'révoquée le {{date}}',
  },
} satisfies Messages<typeof en>
