import { at, type OrganisationFacts } from './organisation-facts.ts'

/** The other four of the seven French life-science and health pôles. */
export const otherFrenchClusters = {
  medicen: {
    record: {
      name: 'Medicen Paris Region',
      kinds: ['cluster'],
      focus:
        'Human health: prevention, diagnosis, therapy and their technologies; translational medicine first of all.',
      country: 'FR',
      region: 'Île-de-France',
      ...at.paris,
      colour: '#6875f6',
    },
    says: [
      [
        'poles',
        'Focus',
        'Human health: prevention, diagnostics, therapies and the technology they need; carrying innovation and knowledge to industry, market and patient; training for the jobs to come; stronger companies.',
      ],
      [
        'poles',
        'Objective',
        'First aim: Île-de-France among the best in the world in translational medicine.',
      ],
      [
        'poles',
        'Members',
        'A large number (no figure given): big companies, hospitals, SMEs and well-known institutes such as Gustave Roussy for cancer research.',
      ],
      [
        'poles',
        'Existing agreement',
        'Has an agreement with a cluster in Berlin; neither partner nor date is named.',
      ],
      [
        'poles',
        'Existing agreement',
        'Has an agreement with a cluster in Maryland; neither partner nor date is named.',
      ],
      [
        'poles',
        'Existing agreement',
        'Has an agreement with a cluster in Israel; neither partner nor date is named.',
      ],
      [
        'poles',
        'Existing agreement',
        'Has an agreement with a cluster in Denmark; neither partner nor date is named.',
      ],
      [
        'poles',
        'Existing agreement',
        'Has an agreement with a cluster in Sweden; neither partner nor date is named.',
      ],
      ['poles', 'Cooperation abroad', 'Looks for cooperation with clusters abroad more actively than most.'],
      [
        'poles',
        'Pôles in France',
        'One of seven life-science and health pôles among 71; one of the four that matter most.',
      ],
    ],
  },
  atlanpole: {
    record: {
      name: 'Atlanpôle Biothérapies',
      kinds: ['cluster'],
      focus:
        'Immunotherapy and immuno-biotherapy, radio-immunotherapy and radiopharmaceuticals, regenerative medicine, and technology for biotherapies across the three.',
      country: 'FR',
      ...at.nantes,
      colour: '#03999f',
      names: [{ name: 'Atlanpôle Biotherapies' }],
    },
    says: [
      ['poles', 'Region', 'The list of the seven pôles puts it in Bretagne and Centre.'],
      ['poles', 'Region', 'The section about it puts it in the region of Nantes.'],
      ['poles', 'Name', 'Written both Atlanpôle Biotherapies and Atlanpôle Biothérapies.'],
      [
        'poles',
        'Focus',
        'Immunotherapy: Nantes has long been the centre for transplantation and the follow-up of patients after it, and houses the European Center for Transplantation Sciences and Immunotherapy.',
      ],
      [
        'poles',
        'Focus',
        'Radio-immunotherapy: remarkable results in clinical trials on cancers that respond to radiation.',
      ],
      [
        'poles',
        'Focus',
        'Regenerative medicine, grown out of immuno-transplantation: from orthopaedics to dermatology, for genetic and rare diseases and cancer among others.',
      ],
      [
        'poles',
        'Strategic line',
        'Innovative technology for biotherapies runs across the three lines: immuno-biotherapy, regenerative medicine and radiopharmaceuticals.',
      ],
      ['poles', 'Pôles in France', 'One of seven life-science and health pôles among 71.'],
    ],
  },
  nsl: {
    record: {
      name: 'Nutrition Santé Longévité',
      kinds: ['cluster'],
      focus:
        'What food does to health: cardiovascular and metabolic disease, obesity, type 2 diabetes, diseases of age and way of life; food, biotech and health industries together.',
      country: 'FR',
      region: 'Northern France',
      ...at.lille,
      colour: '#848f02',
      names: [
        { name: 'NSL', kind: 'acronym' },
        { name: 'Nutrition Health and Longevity Cluster', kind: 'translation' },
      ],
    },
    affiliations: [{ to: 'europeanFoodAlliance' }],
    says: [
      ['poles', 'Region', 'In northern France, concentrated around Lille.'],
      [
        'poles',
        'Members',
        '24 large companies, 33 SMEs, 16 research and training institutes, 9 other (institutional) partners.',
      ],
      ['poles', 'Members', 'Leading life-science members: Bayer Health Care, Genfit and the LFB group.'],
      [
        'poles',
        'Cooperation abroad',
        'Member of the European Food Alliance, to which Food Valley NL belongs too.',
      ],
      [
        'poles',
        'Focus',
        'Where nutrition meets health: agri-food, diseases of certain ways of life, metabolic and cardiovascular disease, diseases of age.',
      ],
      [
        'poles',
        'Objective',
        'To fight cardiovascular disease, obesity and type 2 diabetes by functional food and ingredients, better food and diets, and by diagnosing and treating cardiovascular, metabolic and neurodegenerative disease.',
      ],
      ['poles', 'Strategic line', 'New fields: how animal feed bears on human health, and eating habits.'],
      [
        'poles',
        'Pôles in France',
        'One of seven life-science and health pôles among 71; one of the four that matter most.',
      ],
    ],
  },
  eurobiomed: {
    record: {
      name: 'EuroBioMed',
      kinds: ['cluster'],
      focus: 'Medicines for animals and humans, diagnostics and imaging, medical implants, e-health.',
      country: 'FR',
      region: "Provence-Alpes-Côte d'Azur, Languedoc-Roussillon",
      colour: '#906106',
    },
    says: [
      [
        'poles',
        'Region',
        'The section about it names Provence-Alpes-Côte d’Azur and Languedoc-Roussillon; the list of the seven says south-eastern France.',
      ],
      ['poles', 'Members', '400 companies, mostly innovative SMEs.'],
      [
        'poles',
        'Members',
        '8 universities and many courses that together train some 39,000 students; research institutes; 4 university hospitals; an interregional directorate of clinical research.',
      ],
      [
        'poles',
        'Members',
        'Among the members: Innate Pharma, SuperSonic Imagine, Sanofi Aventis R&D and QIAGEN.',
      ],
      [
        'poles',
        'Strategic line',
        'Medicines for animal and human health, above all the new needs of personalised medicine.',
      ],
      ['poles', 'Strategic line', 'Diagnosis, above all innovative in-vitro diagnosis and imaging.'],
      [
        'poles',
        'Strategic line',
        'Medical implants, with the weight on intelligent or active ones that use new technology.',
      ],
      [
        'poles',
        'Strategic line',
        'E-health, above all proving the medical, clinical and economic worth of information technology in health.',
      ],
      [
        'poles',
        'Project',
        'IDITOP (Imaging DIagnostic and Treatment Of Prostate cancer), led by SuperSonic Imagine in Aix-en-Provence.',
      ],
      [
        'poles',
        'Project',
        'DIAPO, on the part that DNA plays with the cancer-causing papillomavirus, led by Alphabio.',
      ],
      ['poles', 'Pôles in France', 'One of seven life-science and health pôles among 71.'],
    ],
  },
} as const satisfies OrganisationFacts
