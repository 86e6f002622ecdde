import type { AllianceFact } from './alliances.ts'

const period = { from: '2008-10-24', to: '2011' }

export const alps: AllianceFact = {
  record: {
    name: 'Alps Bio Cluster',
    description:
      'A European cluster across the Alps in biotechnology and medical technology: research, industry and training of five countries.',
    starts: period.from,
    ends: period.to,
  },
  members: [
    { of: 'adebag', role: 'coordinator', region: 'Rhône-Alpes', ...period },
    { of: 'lyonbiopole', region: 'Rhône-Alpes', ...period },
    { of: 'bioindustryPark', region: 'Lombardy and Piedmont', ...period },
    { of: 'milanChamber', region: 'Lombardy and Piedmont', ...period },
    { of: 'bioAlps', region: 'Western Switzerland', ...period },
    { of: 'tirolerZukunftsstiftung', region: 'Tyrol', ...period },
    { of: 'helmholtzMunich', region: 'Bavaria and Oberbayern', ...period },
    { of: 'weihenstephan', region: 'Bavaria and Oberbayern', ...period },
  ],
  says: [
    ['alps', 'Launch', 'Its creation is made public on 24 October 2008.', '2008-10-24'],
    ['alps', 'Duration', 'Three years, 2008-2011.'],
    ['alps', 'Region', 'Five countries and six regions, in the words that open the release.'],
    [
      'alps',
      'Region',
      'The list of partners in the same release names Rhône-Alpes, Lombardy, Piedmont, western Switzerland, Tyrol, and Bavaria together with Oberbayern: seven names, Oberbayern being a part of Bavaria.',
    ],
    [
      'alps',
      'Grant',
      'Whole budget €1,862,505. The European Commission pays 76%, which makes €1,415,503.80.',
    ],
    [
      'alps',
      'Grant',
      'The Rhône-Alpes region, the département of Isère and La Métro (the Grenoble agglomeration) contribute as well; their shares are not stated.',
    ],
    [
      'alps',
      'Objective',
      'To help SMEs grow in Europe and beyond through innovation and cooperation within the Alpine area.',
    ],
    [
      'alps',
      'Objective',
      'Thematic networks of universities, industry and training that bring R&D centres, start-ups and SMEs together, across borders and across sectors.',
    ],
  ],
}
