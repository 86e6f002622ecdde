import type * as z from 'zod'
import type { sourceInput } from '../../src/contract/dossier.ts'

export type SourceKey = 'launch' | 'kansai' | 'poles' | 'alps' | 'biox'

/** The five public documents that the demo workspace is made from. None of them states an address of its own. */
export const sources: Record<SourceKey, z.input<typeof sourceInput>> = {
  launch: {
    title:
      'Lifescience Corridor France: a strategic alliance of three French bioclusters with international ambitions',
    publisher: 'Life Science Corridor France',
    date: '2007-11-28',
    language: 'en',
  },
  kansai: {
    title:
      'LifeScience Corridor France : un premier accord de partenariat avec le Kansai Bio Promotion Council au Japon',
    publisher: 'Life Science Corridor France',
    date: '2008-02-04',
    language: 'fr',
  },
  // Undated; it speaks of April 2014 as past.
  poles: {
    title: 'Life sciences and health clusters in Frankrijk',
    publisher: 'Rijksdienst voor Ondernemend Nederland, Innovatie Attaché Parijs',
    date: '2014',
    language: 'nl',
  },
  alps: {
    title:
      'Alps Bio Cluster : naissance du premier réseau européen transalpin dans les biotechnologies et technologies médicales',
    date: '2008-10-24',
    language: 'fr',
  },
  biox: { title: 'Project BioX4Clusters', language: 'en' },
}
