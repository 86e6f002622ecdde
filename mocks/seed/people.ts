import { type PersonInput, personRecords } from '../../src/contract/people.ts'
import type { Entered } from './entry.ts'
import type { Fact } from './facts.ts'
import type { OrganisationKey } from './organisations.ts'

type PersonFact = Fact<Omit<PersonInput, 'posts'>> & {
  post: { at: OrganisationKey; title: string }
}

/** Everyone whom the sources name, in the post they name. When a post began or ended they never say. */
const people = {
  carboni: {
    record: { givenName: 'Nicolas', familyName: 'Carboni' },
    post: { at: 'alsaceBioValley', title: 'General manager' },
    says: [
      [
        'kansai',
        'Role',
        'Represented Alsace BioValley at the signature in Osaka, as its general manager.',
        '2008-02-04',
      ],
    ],
  },
  bombarde: {
    record: { givenName: 'Bruno', familyName: 'Bombarde' },
    post: { at: 'biomerieuxJapan', title: 'President' },
    says: [
      [
        'kansai',
        'Role',
        'Represented Lyonbiopôle at the signature in Osaka; he is introduced as the president of bioMérieux Japan.',
        '2008-02-04',
      ],
    ],
  },
  saintouil: {
    record: { givenName: 'Jean-Pierre', familyName: 'Saintouil' },
    post: { at: 'cancerBioSante', title: 'General manager' },
    says: [
      [
        'kansai',
        'Role',
        'Represented Cancer-Bio-Santé at the signature in Osaka, as its general manager.',
        '2008-02-04',
      ],
    ],
  },
  nadamoto: {
    record: { givenName: 'Masahiro', familyName: 'Nadamoto' },
    post: { at: 'kansaiCouncil', title: 'President' },
    says: [
      ['kansai', 'Role', 'Present at the signature in Osaka as president of the council.', '2008-02-04'],
    ],
  },
  rousseau: {
    record: { givenName: 'Luc', familyName: 'Rousseau' },
    post: { at: 'dge', title: 'Director general for enterprises' },
    says: [['kansai', 'Role', 'Present at the signature in Osaka.', '2008-02-04']],
  },
  griot: {
    record: { givenName: 'Alain', familyName: 'Griot' },
    post: { at: 'dge', title: 'Head of the office for technology partnerships' },
    says: [['kansai', 'Role', 'Present at the signature in Osaka.', '2008-02-04']],
  },
  foissac: {
    record: {
      givenName: 'Alexandra',
      familyName: 'Foissac',
      email: 'Alexandra.Foissac@vicbiostart.fr',
      phone: '+33 5 61 14 24 54',
    },
    post: { at: 'vicbiostart', title: 'Press contact' },
    says: [
      [
        'launch',
        'Contact',
        'Telephone and fax +33 (0) 5 61 14 24 54; telephone +33 (0) 6 60 25 29 39.',
        '2007-11-28',
      ],
      [
        'kansai',
        'Contact',
        'Telephone and fax +33 (0) 5 61 14 24 54; telephone +33 (0) 6 60 25 29 39; Alexandra.Foissac@vicbiostart.fr.',
        '2008-02-04',
      ],
    ],
  },
  polo: {
    record: { givenName: 'Joannette', familyName: 'Polo', email: 'polo@twa-fr.nl' },
    post: { at: 'rvo', title: 'Innovation attaché, Paris' },
    says: [['poles', 'Contact', 'Wrote the note on the French clusters; polo@twa-fr.nl.']],
  },
  mainier: {
    record: {
      givenName: 'Céline',
      familyName: 'Mainier',
      email: 'celine.mainier@era.i.org',
      phone: '+33 4 26 73 68 05',
    },
    post: { at: 'erai', title: 'Coordinator of BioX4Clusters' },
    says: [['biox', 'Contact', 'Printed as celine.mainier@era.i.org and +334.26.73.68.05.']],
  },
  scarabin: {
    record: { givenName: 'Isabelle', familyName: 'Scarabin' },
    post: { at: 'lyonbiopole', title: 'Director of economic and international affairs' },
    says: [
      ['biox', 'Role', 'Speaks for the consortium of BioX4Clusters in the interview.'],
      ['biox', 'Motto', 'Gives the motto of the consortium for its two years: weak alone, strong together.'],
    ],
  },
} as const satisfies Record<string, PersonFact>
export type PersonKey = keyof typeof people

/** Enters the people; their organisations must have been entered. */
export async function enterPeople(entered: Entered): Promise<void> {
  for (const [key, fact] of Object.entries(people as Record<string, PersonFact>)) {
    const posts = [{ organisationId: entered.id('organisations', fact.post.at), title: fact.post.title }]
    const { id } = await entered.call(personRecords.create, { body: { ...fact.record, posts } })
    await entered.add('people', key, id, fact)
  }
}
