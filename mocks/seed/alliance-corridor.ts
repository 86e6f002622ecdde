import type { AllianceFact } from './alliances.ts'

const from = '2007-12-04'

export const corridor: AllianceFact = {
  record: {
    name: 'Life Science Corridor France',
    description:
      'Three French clusters, from Strasbourg over Lyon and Grenoble to Toulouse, that act abroad as one: each negotiates in its market on behalf of all three.',
    starts: from,
  },
  members: [
    { of: 'cancerBioSante', region: 'Midi-Pyrénées, Limousin', from },
    { of: 'lyonbiopole', region: 'Rhône-Alpes', from },
    { of: 'alsaceBioValley', region: 'Alsace', from },
  ],
  says: [
    [
      'launch',
      'Launch',
      'To be launched on 4 December 2007 in Toulouse, at the Euro-Regional Biotechnology & Healthcare Meeting of 3 and 4 December.',
      '2007-12-04',
    ],
    [
      'kansai',
      'Launch',
      'Launched on 4 December 2007 in Toulouse, at the Euro-Regional meeting.',
      '2007-12-04',
    ],
    [
      'launch',
      'Event',
      'Press conference, Toulouse, 4 December 2007, 11:00: the Euro-Regional meeting, the biotech industry of Midi-Pyrénées, and the launch of the alliance.',
      '2007-12-04',
    ],
    [
      'kansai',
      'Event',
      'Signature of the agreement with Kansai, Osaka, 4 February 2008, 10:45 local time.',
      '2008-02-04',
    ],
    [
      'launch',
      'Objective',
      'To support SMEs in European and international markets, to conclude partnerships with clusters in Japan, the United States and Canada, and to stand as one “super-biocluster” of weight in the world.',
    ],
    [
      'kansai',
      'Objective',
      'To act abroad as a super-cluster that is known worldwide in biotechnology and health.',
    ],
    [
      'launch',
      'Objective',
      'Exchange programmes with similar players abroad; to be better seen, more attractive and big enough to count.',
    ],
    ['launch', 'Target', 'Support for SMEs internationally.'],
    ['launch', 'Target', 'Technology partnerships in Europe and abroad, built on joint R&D.'],
    ['launch', 'Target', 'More French SMEs in the European research programme FP7.'],
    [
      'launch',
      'Lead',
      'Japan: Cancer-Bio-Santé. Canada: Innovations Thérapeutiques. United States: Lyonbiopôle. Each for all three.',
    ],
    [
      'launch',
      'Role',
      'Joins industry, research, teaching and finance of the three clusters; set up in answer to government incentives, with nothing like it in France before.',
    ],
    [
      'launch',
      'Grant',
      'More than €300,000 over two years from the Ministry for Industry, after a call for proposals, under the Programme for International Technological Partnerships; for international activities, Europe included.',
    ],
    [
      'kansai',
      'Grant',
      'Supported by the Direction Générale des Entreprises within its call PPTI 2007 (Partenariat Technologique International des PME des pôles de compétitivité). No amount given.',
    ],
    [
      'launch',
      'Stage',
      'Three partnerships are called finalised by signature, as from 2008: Kobé and Osaka, San Diego and Boston, “soon” Canada.',
      '2007-11-28',
    ],
    [
      'kansai',
      'Stage',
      'The agreement with Kansai is called the first. San Diego and Boston are announced for June 2008, Canada for some time in 2008.',
      '2008-02-04',
    ],
    [
      'kansai',
      'Planned event',
      'Bio-Japan, the biotech fair and business convention in Yokohama, 15 to 17 October 2008: a series of B2B meetings between companies of Toulouse, Lyon-Grenoble, Strasbourg and Kansai.',
      '2008-10-15',
    ],
    ['kansai', 'Planned event', 'Joint seminars in France and in Japan, within 2008-2010.'],
    ['launch', 'Next steps', 'Action in Asia and in North America.'],
    ['kansai', 'Next steps', 'North America comes next.'],
    ['launch', 'Name', 'Written LifeScience, Life Science and Life Sciences Corridor France.'],
    [
      'kansai',
      'Name',
      'Written LifeScience and Life Science Corridor France; called a super-cluster and a mega-cluster.',
    ],
  ],
}
