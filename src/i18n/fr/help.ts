import type en from '../en/help.ts'
import type { Messages } from '../namespaces.ts'

export default {
  title: 'Aide',
  close: 'Fermer l’aide',
  begin: 'Pour commencer',
  words: 'Les mots du métier',
  more: 'Aller plus loin',
  keys: 'Raccourcis clavier',
  goTo: 'Aller à {{where}}',
  thenKey: 'puis',
  letters: 'Une touche seule agit partout sur la page',
  lettersHint:
    'Désactivez ceci si vous dictez : Ctrl et K ouvre toujours la recherche, avec toutes les commandes.',
  keyPlace: {
    everywhere: 'Partout',
    lists: 'Dans les listes',
    boards: 'Sur les tableaux',
    schedule: 'Dans le planning des rendez-vous',
    expenses: 'Dans la grille des dépenses',
    matrix: 'Dans la matrice et les notes',
    checklist: 'Dans une liste de contrôle',
  },
  key: {
    palette: 'Recherche et commandes',
    create: 'Nouveau…',
    send: 'Enregistrer le formulaire',
    help: 'Aide de cet écran',
    keys: 'Cette liste',
    visit: 'Retour à la visite guidée, tant qu’elle est ouverte',
    close: 'Fermer un dialogue ou un menu',
    search: 'Chercher dans la liste',
    row: 'Ligne suivante, précédente',
    tenRows: 'Dix lignes plus loin, plus haut',
    ends: 'Première, dernière ligne',
    open: 'Ouvrir la ligne',
    select: 'Sélectionner la ligne',
    card: 'Carte voisine',
    move: 'Déplacer la carte',
    cell: 'Place voisine',
    pickUp: 'Prendre le rendez-vous, et le poser',
    choose: 'Montrer le rendez-vous',
    lock: 'Le verrouiller, ou le libérer',
    takeOff: 'Le retirer de la grille',
    repeat: 'Répéter la ligne',
    repeatEntry: 'Répéter la ligne en cours de saisie',
    above: 'Ce que contient la cellule du dessus',
    enter: 'Valider la ligne et commencer la suivante',
    number: 'Chiffre voisin',
    reorder: 'Monter ou descendre l’étape',
  },
  /** What each screen is for, and what to begin with, a line each. */
  screen: {
    elsewhere: {
      for: 'Corridor tient les partenariats internationaux d’un pôle : accords, missions, entreprises et l’argent qui va avec.',
      begin: 'Choisissez un lieu dans la barre de gauche.\nCtrl K trouve toute fiche et toute commande.',
    },
    overview: {
      for: 'Ce qui vous attend, l’année, et où tout en est au jour affiché en haut.',
      begin:
        'Commencez par la première ligne : elle ouvre sa fiche et dit quoi faire.\nRéduisez tout à une alliance, un pôle ou un marché, en haut.\nChaque chiffre ouvre les fiches qu’il compte.',
    },
    agreements: {
      for: 'Tous les accords, du premier contact au renouvellement.',
      begin:
        'Saisissez une signature sous « Nouveau », de partout.\nPassez au tableau et faites glisser une carte vers l’étape suivante.\nFiltrez par étape ou marché ; l’adresse garde votre choix.',
    },
    agreement: {
      for: 'Un accord : ses parties, qui a signé, ce que chacun doit, et ce qu’il en est advenu.',
      begin:
        'Saisissez la signature qui manque.\nNotez les obligations, avec qui les tient et pour quand.\nPréparez le renouvellement avant la fin du préavis.',
    },
    agreementForm: {
      for: 'Ce que dit un accord : parties, période, marché, date visée.',
      begin:
        'Une année ou un mois suffit si le jour n’est pas connu.\nLes parties nouvelles s’ajoutent en chemin.',
    },
    sign: {
      for: 'Saisit une signature en trois étapes : quel accord ; qui, pour qui, où et quand ; la suite.',
      begin:
        'Tapez une partie du nom de l’accord.\nL’heure est celle du lieu ; celle d’ici figure à côté.\nReprenez les tâches proposées.',
    },
    missions: {
      for: 'Voyages, salons, séminaires et visites : prévus, en cours et passés.',
      begin:
        'Créez une mission à partir d’un modèle ; sa liste se compte à rebours de la date.\nRegardez-les en calendrier ou sur la carte.',
    },
    mission: {
      for: 'Une mission, onglet par onglet : plan, entreprises, rendez-vous, sur place, budget et résultats.',
      begin:
        'Parcourez la liste ; ce qui est en retard est marqué.\nInvitez les entreprises dans l’onglet suivant.',
    },
    participation: {
      for: 'La participation d’une entreprise à une mission, de l’invitation au résultat.',
      begin:
        'L’étape suivante est le premier bouton ; les autres disent pourquoi ils sont inactifs.\nAide et frais se règlent au moment où elle est retenue.',
    },
    meeting: {
      for: 'Un rendez-vous : qui avec qui, quand et où, et ce qu’il a donné.',
      begin:
        'Notez s’il a eu lieu et s’il a été utile.\nAjoutez ce qui en est sorti : cela figure aux résultats.',
    },
    missionCompanies: {
      for: 'Qui est invité, qui candidate, qui a une place et qui attend.',
      begin:
        'Invitez à partir d’une liste filtrée.\nNotez les candidatures et retenez les meilleures.\nLa place pour l’aide est calculée au moment de retenir.',
    },
    missionMeetings: {
      for: 'Les demandes des deux côtés, et un planning fait avec elles.',
      begin:
        'Fixez d’abord jours et tables.\nPlanifiez, puis déplacez : les conflits se voient avant de poser.\nVerrouillez ce qui doit rester, puis replanifiez.',
    },
    onSite: {
      for: 'Le jour même, au téléphone : qui est là, ce qui a eu lieu, comment. Fonctionne sans connexion.',
      begin: 'Gardez la mission hors ligne avant de partir.\nUn appui note tenu ou absent.',
    },
    missionResults: {
      for: 'Ce que la mission a donné : des demandes aux résultats, et le suivi.',
      begin: 'Ajoutez les résultats avec leurs entreprises.\nPrévoyez le suivi à 3, 6 et 12 mois.',
    },
    paper: {
      for: 'Une page à imprimer ou à enregistrer en PDF, au jour affiché.',
      begin: 'Imprimez-la par Ctrl P.\nLa langue se choisit en haut.',
    },
    companies: {
      for: 'Les entreprises : statut de PME, pôles, marchés, place pour l’aide.',
      begin:
        'Trouvez qui n’a jamais été servi, ou qui vise un marché.\nImportez un tableau : chaque ligne est montrée avant d’être écrite.',
    },
    company: {
      for: 'Une entreprise : profil, statut, aides, et tout ce à quoi elle a pris part.',
      begin:
        'Ajoutez les chiffres d’une année : le statut suit.\nVoyez l’aide encore possible avant de la retenir.',
    },
    served: {
      for: 'Qui les pôles ont servi, avec quoi, et ce qu’il en est sorti.',
      begin: 'Chaque chiffre ouvre ses fiches.\nRéduisez par pôle, marché ou année.',
    },
    sme: {
      for: 'Si une entreprise est une PME, et par quel raisonnement.',
      begin:
        'Ajoutez ses propriétaires : les entreprises liées comptent.\nDeux années au-delà des seuils changent le statut.',
    },
    aid: {
      for: 'Les aides de minimis reçues, et la place qui reste.',
      begin: 'Demandez sa déclaration chaque année.\nUne aide au-delà du plafond est refusée.',
    },
    grants: {
      for: 'L’argent accordé : par qui, pour combien de temps, et si les dépenses suivent.',
      begin:
        'Le repère sur la barre dit où en est le temps.\nOuvrez une subvention pour voir dépassements et restes.',
    },
    grant: {
      for: 'Une subvention : position, consommation dans le temps, alertes et leurs règles.',
      begin:
        'Chaque alerte ouvre ce dont elle parle.\nSaisissez les dépenses dans leur onglet, une par ligne.',
    },
    budget: {
      for: 'Le budget par catégorie et par pôle, version par version.',
      begin:
        'Préparez, puis adoptez : ensuite, seuls virements et avenants.\nUn virement dit jusqu’où les règles le permettent.',
    },
    expenses: {
      for: 'Ce qui est prévu, commandé et payé, avec justificatif et part de chaque subvention.',
      begin:
        'Saisissez ligne après ligne au clavier, ou collez d’un tableur.\nDéposez un justificatif sur sa ligne.\nFiltrez ce qui n’en a pas.',
    },
    claims: {
      for: 'Ce qu’on déclare aux financeurs, période par période.',
      begin:
        'Préparez, corrigez ce que les contrôles nomment, et figez.\nFigés, les chiffres ne changent plus : on corrige dans la suivante.',
    },
    clusters: {
      for: 'Les pôles, leurs alliances et leurs marchés.',
      begin: 'Ouvrez-en un pour voir ce qui est signé, à venir et fait.',
    },
    cluster: {
      for: 'Tout ce que fait un pôle : accords, missions, entreprises, argent, et ce qu’il fait pour les autres.',
      begin: 'Chaque chiffre ouvre ses fiches.\nImprimez la note pour une réunion.',
    },
    matrix: {
      for: 'Les pôles par marché : où il se passe quelque chose, et où rien.',
      begin: 'Choisissez ce qui est compté.\nUne case ouvre ses fiches.',
    },
    acting: {
      for: 'Ce que chaque pôle a mené, donné et reçu quand l’un agit pour tous.',
      begin: 'Un chiffre ouvre les actes qu’il compte.',
    },
    markets: {
      for: 'Les marchés visés : qui mène chacun, et où en sont les accords.',
      begin: 'Ouvrez-en un pour voir tout ce qui s’y passe.',
    },
    market: {
      for: 'Tout sur un marché : partenaires, accords, missions, entreprises, rendez-vous, argent, usages.',
      begin: 'Notez les usages pour qui ira ensuite.\nImprimez la note du marché.',
    },
    alliances: {
      for: 'Les alliances de pôles qui agissent ensemble à l’étranger.',
      begin: 'Ouvrez-en une pour voir membres et objectifs.',
    },
    alliance: {
      for: 'Une alliance : membres, chefs de file, accords, missions, objectifs.',
      begin: 'Dites qui mène dans quel marché.\nComparez le visé et l’atteint.',
    },
    partners: {
      for: 'Partenaires à l’étranger et autres organismes.',
      begin: 'Ouvrez-en un pour voir accords et personnes.',
    },
    organisation: {
      for: 'Un organisme : ce qu’il est, ses personnes, accords et missions.',
      begin: 'Modifiez une donnée là où elle est.\nFusionnez-le avec son doublon, s’il y en a un.',
    },
    people: {
      for: 'Les personnes et leurs fonctions ; et les données à effacer.',
      begin: 'Trouvez quelqu’un par nom, organisme ou adresse.',
    },
    person: {
      for: 'Une personne : fonctions, signatures et consentement.',
      begin: 'Ajoutez une fonction datée : une signature garde celle d’alors.',
    },
    privacy: {
      for: 'Combien de temps garder les données, et ce qu’on détient sur une personne.',
      begin: 'Redemandez le consentement, ou effacez.',
    },
    tasks: {
      for: 'Ce qu’il faut faire, pour quand et par qui.',
      begin:
        'Ajoutez-en une en une ligne ; Entrée ajoute la suivante.\nReportez ce qui peut attendre : cela revient tout seul.\nFaites-la revenir : faite, la suivante est là.\nEmportez tout dans votre agenda.',
    },
    reports: {
      for: 'Des chiffres à remettre, chacun avec sa définition et ses fiches.',
      begin: 'Choisissez la période ou le jour.\nImprimez, ou prenez le tableur.',
    },
    access: {
      for: 'Qui peut se connecter, et ce que chacun peut faire dans quel pôle ou quelle alliance.',
      begin:
        'Invitez quelqu’un par courriel et donnez-lui un rôle.\nChangez un rôle, ou suspendez qui est parti.',
    },
    audit: {
      for: 'Qui s’est connecté, a vu ou sorti ce qui est confidentiel, a modifié quoi ; scellé contre la réécriture.',
      begin:
        'Filtrez par genre, personne ou période.\nVérifiez qu’il est intact, et notez ailleurs le dernier sceau.',
    },
    webhooks: {
      for: 'Les autres programmes informés de ce qui change ici : envois signés, répétés trois jours, avec un journal.',
      begin:
        'Ajoutez une adresse, et donnez son secret au destinataire.\nEnvoyez un essai, et voyez ce qu’il en est advenu.',
    },
    tokens: {
      for: 'Des jetons par lesquels des programmes agissent en votre nom, chacun pour certaines choses et un temps donné.',
      begin:
        'Créez-en un avec le strict nécessaire, et copiez-le aussitôt.\nRévoquez celui que vous ne reconnaissez pas.',
    },
    account: {
      for: 'Votre mot de passe, votre second facteur, et les endroits où vous êtes connecté.',
      begin: 'Activez le second facteur.\nFermez une session que vous ne reconnaissez pas.',
    },
    imports: {
      for: 'Importe un tableau : associé, montré, rapproché de l’existant, et réversible en bloc.',
      begin: 'Déposez un fichier CSV ou XLSX.\nTranchez les doublons ; corrigez dans la grille.',
    },
    duplicates: {
      for: 'Des fiches qui sont peut-être la même, avec les raisons.',
      begin: 'Comparez et fusionnez champ par champ ; c’est réversible.',
    },
    settings: {
      for: 'L’espace de travail : nom, jour, fichier, lieu de stockage.',
      begin: 'Exportez-le avant de vider le navigateur.\nFixez le jour d’où tout est vu.',
    },
    rates: {
      for: 'Les taux de change et leur origine.',
      begin: 'Chargez les plus récents de la Banque centrale européenne.\nSaisissez-en un avec sa source.',
    },
    history: {
      for: 'Tout ce qui s’est passé, par qui, et ce qui a changé.',
      begin: 'Annulez un changement depuis sa ligne.',
    },
    bin: {
      for: 'Ce qui a été supprimé, à restaurer.',
      begin: 'Restaurez une fiche : ce qui en dépend revient.',
    },
    apiDocs: {
      for: 'L’API REST des écrans : à lire et à essayer.',
      begin: 'Ouvrez une opération et envoyez-la.',
    },
  },
  word: {
    asOf: { name: 'Au jour', means: 'Le jour d’où tout est vu : ce qui vient après n’y est pas encore.' },
    scope: { name: 'Périmètre', means: 'L’alliance, le pôle ou le marché auquel tout est réduit.' },
    stage: {
      name: 'Étape',
      means: 'Où en est un accord : prospect, négociation, rédaction, signé, en vigueur, terminé.',
    },
    mou: {
      name: 'MoU',
      means: 'Protocole d’accord : ce que deux parties veulent faire, le plus souvent sans s’obliger.',
    },
    party: { name: 'Partie', means: 'Un organisme qui signe un accord, de notre côté ou de l’autre.' },
    negotiator: { name: 'Négociateur', means: 'Le pôle qui négocie pour tous ceux de son côté.' },
    signatory: {
      name: 'Signataire',
      means: 'La personne qui signe pour une partie, dans sa fonction du jour.',
    },
    notice: { name: 'Préavis', means: 'Tant de jours avant la fin, il faut décider du renouvellement.' },
    obligation: { name: 'Engagement', means: 'Ce qu’une partie a promis de faire, pour une date.' },
    mission: {
      name: 'Mission',
      means: 'Un voyage, un salon ou une visite pour des entreprises, mené par un pôle.',
    },
    checklist: {
      name: 'Liste de contrôle',
      means: 'Les étapes d’une mission ; leurs dates suivent la sienne.',
    },
    counterpart: { name: 'Interlocuteur', means: 'Qui les entreprises rencontrent là-bas.' },
    participation: {
      name: 'Participation',
      means: 'La part d’une entreprise dans une mission : invitée, candidate, retenue, présente.',
    },
    waitingList: { name: 'Liste d’attente', means: 'Qui aura une place libérée, à son tour.' },
    meeting: {
      name: 'Rendez-vous',
      means: 'Une entreprise et un interlocuteur, à une table, le temps d’un créneau.',
    },
    slot: { name: 'Créneau', means: 'Un temps où des rendez-vous ont lieu à toutes les tables.' },
    noShow: { name: 'Absent', means: 'Attendu et pas venu.' },
    outcome: { name: 'Résultat', means: 'Ce qu’il en est sorti : contrat, projet, échantillon.' },
    followUp: { name: 'Suivi', means: 'Redemander à 3, 6 et 12 mois ce qu’il en est.' },
    sme: {
      name: 'PME',
      means:
        'Moins de 250 personnes, et 50 M€ de chiffre d’affaires ou 43 M€ de bilan au plus (définition de l’UE), entreprises liées comprises.',
    },
    linked: { name: 'Entreprise liée', means: 'Qu’une autre contrôle : leurs chiffres s’ajoutent.' },
    served: { name: 'Servie', means: 'A pris part à une mission, reçu un service ou une aide.' },
    deMinimis: {
      name: 'Aide de minimis',
      means: 'Petite aide d’État : jusqu’à un plafond sur trois ans par entreprise unique.',
    },
    ceiling: {
      name: 'Plafond',
      means: 'Le maximum d’aides de minimis sur la période, selon les règles du jour.',
    },
    grant: { name: 'Subvention', means: 'De l’argent donné pour un objet et une durée.' },
    eligible: { name: 'Éligible', means: 'Que les règles du financeur laissent compter.' },
    commitment: { name: 'Engagé', means: 'Commandé, pas encore payé.' },
    forecast: { name: 'Prévision', means: 'Payé, engagé et prévu ensemble.' },
    line: { name: 'Ligne', means: 'Le budget d’une catégorie pour un pôle, parfois un marché.' },
    transfer: { name: 'Virement', means: 'Déplace du budget d’une ligne à l’autre, dans les règles.' },
    share: { name: 'Part', means: 'Ce qu’une subvention prend d’une dépense.' },
    claim: { name: 'Demande de paiement', means: 'Ce qu’on demande aux financeurs pour une période.' },
    frozen: { name: 'Figée', means: 'Dont lignes et taux ne changent plus.' },
    cluster: {
      name: 'Pôle',
      means: 'Entreprises, laboratoires et écoles d’une région et d’un domaine, avec une équipe.',
    },
    alliance: { name: 'Alliance', means: 'Des pôles qui vont ensemble à l’étranger : l’un agit pour tous.' },
    actingFor: {
      name: 'Agir pour tous',
      means: 'Ce qu’un pôle fait pour les autres dans le marché qu’il mène.',
    },
    market: { name: 'Marché', means: 'Un pays, avec ses régions, que vise une alliance.' },
    lead: { name: 'Chef de file', means: 'Le pôle qui négocie dans un marché pour son alliance.' },
    rate: { name: 'Taux', means: 'Les unités d’une monnaie pour un euro, un jour, selon une source.' },
  },
  visit: {
    title: 'Visite guidée',
    offer: 'Première visite ? Cinq étapes à travers les quatre métiers',
    offerText:
      'Signer, organiser, suivre les entreprises, tenir l’argent : trois minutes environ, sur la démo. Vous pouvez arrêter à tout moment.',
    begin: 'Commencer la visite',
    decline: 'Pas maintenant',
    count: 'Étape {{at}} sur {{of}}',
    next: 'Suivant',
    finish: 'Terminer',
    show: 'Me montrer',
    back: 'Retour',
    stop: 'Arrêter ici',
    keys: 'F6 ramène à ce panneau. Là où vous arrêtez, vous pourrez reprendre depuis l’aide.',
    resume: 'Reprendre la visite (étape {{at}})',
    again: 'Suivre la visite guidée',
    step: {
      sign: {
        title: 'Saisir une signature',
        text: 'Le geste le plus fréquent. « Nouveau » est sur chaque écran : quel accord, qui a signé, où et quand, et c’est fait.',
        try: 'Essayez : « Nouveau », puis « Saisir une signature », et tapez « Kansai ». Échap referme.',
      },
      mission: {
        title: 'Organiser une mission',
        text: 'Une mission va du plan aux résultats, en passant par entreprises et rendez-vous, un onglet chacun. La liste se compte à rebours de la date.',
        try: 'Essayez : ouvrez la première mission, regardez « Rendez-vous », puis revenez.',
      },
      companies: {
        title: 'Les entreprises, et ce qu’il en sort',
        text: 'Qui les pôles ont servi par missions, services et aides, et ce que cela a donné. Les financeurs le demandent.',
        try: 'Essayez : appuyez sur un chiffre. Il ouvre les fiches qu’il compte.',
      },
      budget: {
        title: 'Tenir le budget',
        text: 'La barre est ce qui est dépensé, le repère où en est le temps. On voit tôt ce qui sera dépassé, perdu ou demandé trop tard.',
        try: 'Essayez : ouvrez la première subvention et suivez une de ses alertes.',
      },
      market: {
        title: 'Voir par marché',
        text: 'Tout un marché sur une page : partenaires, accords, missions, entreprises, argent. De même pour chaque pôle.',
        try: 'Essayez : ouvrez un marché ; ou choisissez-en un en haut, et chaque écran s’y réduit.',
      },
    },
  },
} satisfies Messages<typeof en>
