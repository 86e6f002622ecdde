import type { AllianceFact } from './alliances.ts'

/** The source dates neither its own text nor the project, so no period is entered. */
export const biox: AllianceFact = {
  record: {
    name: 'BioX4Clusters',
    description:
      'Four European life-science clusters and a development agency that work out one strategy for going international and try it in the United States, China and Brazil.',
  },
  members: [
    { of: 'erai', role: 'coordinator', region: 'Rhône-Alpes' },
    { of: 'lyonbiopole', region: 'Rhône-Alpes' },
    { of: 'biocat', region: 'Catalonia' },
    { of: 'biom', region: 'Bavaria' },
    { of: 'biopmed', region: 'Piedmont' },
  ],
  says: [
    [
      'biox',
      'Duration',
      'Two years. The beginning is not dated; the call behind the project was launched in 2011.',
    ],
    [
      'biox',
      'Grant',
      'Came about through a call for proposals of DG Enterprise. Neither grant nor budget is stated.',
      '2011',
    ],
    [
      'biox',
      'Objective',
      'One common strategy of the four clusters for going international, so that European SMEs compete better outside Europe.',
    ],
    [
      'biox',
      'Objective',
      'To share experience and tools, first of all those of ERAI, and to try them in three markets at different stages: the United States, China and Brazil.',
    ],
    [
      'biox',
      'Objective',
      'Isabelle Scarabin: that the clusters learn from each other and serve their SMEs better, and that SMEs find technology and business partners within the alliance and beyond Europe.',
    ],
    ['biox', 'Role', 'The partners had worked together before, in EU projects and in pairs.'],
    ['biox', 'Target', 'Openings for business and R&D in the world for at least 16 SMEs.'],
    [
      'biox',
      'Target',
      'A memorandum of understanding with clusters’ partners on each of the three target markets.',
    ],
    ['biox', 'Target', 'Cluster managers trained for work abroad.'],
    [
      'biox',
      'Target',
      'Four clusters better known in the world, and regions more attractive to foreign investors.',
    ],
    ['biox', 'Planned event', 'An exploratory trip to Brazil.'],
    ['biox', 'Planned event', 'A business mission to the United States.'],
    [
      'biox',
      'Planned event',
      'A common event in China, and a European life-sciences taskforce there; the networks of the four regions are shared.',
    ],
    [
      'biox',
      'Planned event',
      'Experts from abroad invited to the four regions (the Clusters Mobility tool).',
    ],
    ['biox', 'Planned event', 'Training sessions to work out the joint strategy for the target markets.'],
    [
      'biox',
      'Support instrument',
      'ERAI’s Cluster International Development Action Plan, Clusters Mobility and Implantis® are to be shared with the clusters.',
    ],
    [
      'biox',
      'Why this market',
      'Isabelle Scarabin: the three markets are too big for one European company or cluster alone.',
    ],
    [
      'biox',
      'Role',
      'Isabelle Scarabin: its worth lies in one shared vision and common practical tools for small biotech companies, and in facing the world market as a single European alliance.',
    ],
    ['biox', 'Motto', 'Weak alone, strong together (Isabelle Scarabin).'],
  ],
}
