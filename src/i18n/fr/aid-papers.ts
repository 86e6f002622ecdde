import type en from '../en/aid-papers.ts'
import type { Messages } from '../namespaces.ts'

export default {
  back: 'Retour à l’entreprise',
  sample: 'EXEMPLE : une entreprise inventée, pas un document',
  letter: {
    title: 'Lettre d’octroi : {{name}}',
    subject: {
      de_minimis: 'Aide de minimis',
      gber_fairs: 'Aide à la participation aux foires',
      gber_other: 'Aide exemptée de notification',
      direct_eu: 'Soutien sur fonds de l’UE',
      no_aid: 'Soutien qui n’est pas une aide d’État',
      other: 'Soutien',
    },
    granted: 'Nous confirmons que le soutien suivant vous a été accordé le {{date}}.',
    amount: 'Montant (équivalent-subvention brut)',
    euros: 'En euros',
    purpose: 'Pour',
    event: 'Mission ou service',
    instrument: 'Instrument',
    reference: 'Référence',
    memberState: 'État membre',
    deMinimis: 'Ce soutien est une aide de minimis au titre du {{regulation}}.',
    ceiling:
      'Les aides de minimis accordées par État membre à une entreprise unique ne peuvent dépasser {{ceiling}} {{window}} (article {{article}}). Conservez cette lettre et citez cette aide partout où vous déclarez les aides de minimis reçues.',
    ceilingBefore2014:
      'Les aides de minimis accordées à une même entreprise ne peuvent dépasser {{ceiling}} {{window}} (article {{article}}). Conservez cette lettre et citez cette aide partout où vous déclarez les aides de minimis reçues.',
    window: {
      rolling: 'sur toute période de trois ans',
      fiscal_years: 'sur toute période de trois exercices fiscaux',
    },
    notCounted:
      'Ce soutien n’est pas une aide de minimis et ne compte pas pour son plafond. Sa base juridique est : {{law}}.',
    noStateAid:
      'Ce soutien n’est pas une aide d’État au sens de : {{law}} ; il ne compte pas pour le plafond des aides de minimis.',
    records: 'Les pièces relatives à cette aide sont conservées pendant 10 ans.',
    granter: 'Organisme qui accorde',
    signature: 'Lieu, date, signature',
  },
  form: {
    title: 'Déclaration : {{name}}',
    head: 'Déclaration du statut de PME et des aides de minimis',
    name: 'Nom',
    numbers: 'Numéros d’immatriculation',
    address: 'Adresse',
    sme: 'Statut de PME (annexe de la recommandation 2003/361/CE de la Commission)',
    smeText:
      'Cochez ce qu’est l’entreprise, en ajoutant les chiffres de ses entreprises partenaires et liées.',
    sizes: {
      micro: 'Micro : moins de 10 UTA, chiffre d’affaires ou bilan jusqu’à 2 millions d’euros',
      small: 'Petite : moins de 50 UTA, chiffre d’affaires ou bilan jusqu’à 10 millions d’euros',
      medium:
        'Moyenne : moins de 250 UTA, chiffre d’affaires jusqu’à 50 millions d’euros ou bilan jusqu’à 43 millions d’euros',
      large: 'Aucune de celles-ci',
    },
    figures: 'Chiffres des deux derniers exercices',
    year: 'Exercice clos le',
    headcount: 'Effectif (UTA)',
    turnover: 'Chiffre d’affaires',
    balanceSheet: 'Total du bilan',
    aid: 'Aides de minimis reçues par l’entreprise unique depuis le {{from}}',
    aidBefore2014: 'Aides de minimis reçues par l’entreprise depuis le {{from}}',
    aidTextBefore2014:
      'Toutes les aides de minimis que l’entreprise, et celles qui n’en font qu’une avec elle, ont reçues de tout organisme ({{state}}). Ce que nous savons est rempli ; complétez-le.',
    aidText:
      'Toutes les aides de minimis que l’entreprise, et celles qui forment avec elle une entreprise unique, ont reçues de tout organisme ({{state}}). Ce que nous savons est rempli ; complétez-le.',
    undertaking: 'Entreprise unique avec : {{names}}',
    grantedOn: 'Accordée le',
    granter: 'Organisme',
    law: 'Règlement',
    amount: 'Montant',
    total: 'Total connu',
    declares: 'Le soussigné déclare que ces indications sont complètes et exactes.',
    signatory: 'Nom et fonction',
    signature: 'Lieu, date, signature',
  },
  purpose: {
    trade_fair: 'Salon',
    mission: 'Mission',
    travel: 'Voyage',
    consultancy: 'Conseil',
    coaching: 'Accompagnement',
    incubator: 'Incubateur',
    training: 'Formation',
    study: 'Étude',
    distribution_network: 'Réseau de distribution à l’étranger',
    export_quantities: 'Quantités exportées',
    other: 'Autre',
  },
  instrument: {
    grant: 'Subvention',
    in_kind: 'En nature',
    loan: 'Prêt',
    guarantee: 'Garantie',
    other: 'Autre',
  },
  regulation: {
    r69: 'règlement (CE) n° 69/2001 de la Commission du 12 janvier 2001 concernant l’application des articles 87 et 88 du traité CE aux aides de minimis (JO L 10 du 13.1.2001, p. 30)',
    r1998:
      'règlement (CE) n° 1998/2006 de la Commission du 15 décembre 2006 concernant l’application des articles 87 et 88 du traité aux aides de minimis (JO L 379 du 28.12.2006, p. 5)',
    r1407:
      'règlement (UE) n° 1407/2013 de la Commission du 18 décembre 2013 relatif à l’application des articles 107 et 108 du traité sur le fonctionnement de l’Union européenne aux aides de minimis (JO L 352 du 24.12.2013, p. 1)',
    r2831:
      'règlement (UE) 2023/2831 de la Commission du 13 décembre 2023 relatif à l’application des articles 107 et 108 du traité sur le fonctionnement de l’Union européenne aux aides de minimis (JO L, 2023/2831, 15.12.2023)',
  },
} satisfies Messages<typeof en>
