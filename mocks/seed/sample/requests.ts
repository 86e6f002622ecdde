import type { Answer, Wish } from '../../../src/domain/matching.ts'
import type { CompanyKey } from './companies.ts'
import type { CounterpartKey } from './counterparts.ts'

type Wishes<To extends string> = Partial<Record<Wish, readonly To[]>>

/** Whom each company asks to meet at Bio-Japan. */
export const homeWishes: Partial<Record<CompanyKey, Wishes<CounterpartKey>>> = {
  garoncyte: {
    must: ['saitonomori', 'naruo', 'uji'],
    want: ['naniwa', 'yodokaze', 'awaiiro', 'senrioka', 'tenjin'],
    open: ['rokko', 'kamonagare', 'wakasa'],
  },
  pastelis: {
    must: ['rokko', 'nishijin'],
    want: ['senrioka', 'naruo', 'isehama', 'kishiwada', 'wakasa'],
    open: ['itami', 'naniwa', 'uji', 'tenjin'],
  },
  rhodavax: {
    must: ['biwano', 'uji'],
    want: ['itami', 'senrioka', 'yodokaze', 'kamonagare'],
    open: ['saitonomori', 'naniwa', 'asukano'],
    never: ['wakanoura'],
  },
  iserodiag: {
    must: ['naniwa', 'kishiwada'],
    want: ['rokko', 'wakasa', 'kamonagare', 'itami', 'nishijin'],
    open: ['isehama', 'senrioka', 'uji', 'awaiiro', 'tenjin'],
  },
  argentopeptide: {
    must: ['harima', 'saitonomori'],
    want: ['wakanoura', 'senrioka', 'asukano', 'yodokaze', 'uji'],
    open: ['naruo', 'kamonagare', 'biwano', 'awaiiro'],
  },
  selestagene: {
    must: ['tenjin'],
    want: ['yodokaze', 'uji', 'awaiiro', 'naruo', 'naniwa'],
    open: ['wakasa', 'senrioka', 'kamonagare', 'saitonomori', 'rokko', 'nishijin'],
  },
  vogesia: { must: ['kishiwada'], want: ['rokko', 'wakasa'] },
  beaujocell: { must: ['minatosaisei'], want: ['biwano'], open: ['naniwa'] },
  occinutra: { want: ['isehama', 'asukano', 'wakanoura'] },
}

/** Whom each counterpart asks to meet. */
export const partnerWishes: Partial<Record<CounterpartKey, Wishes<CompanyKey>>> = {
  naniwa: { must: ['iserodiag'], want: ['garoncyte', 'selestagene'], open: ['pastelis', 'rhodavax'] },
  yodokaze: { want: ['garoncyte', 'selestagene', 'rhodavax'], open: ['argentopeptide'] },
  saitonomori: { must: ['argentopeptide', 'garoncyte'], open: ['rhodavax', 'selestagene'] },
  senrioka: {
    must: ['rhodavax'],
    want: ['garoncyte', 'argentopeptide', 'pastelis'],
    open: ['iserodiag', 'selestagene'],
  },
  tenjin: { must: ['selestagene'], want: ['garoncyte'], open: ['iserodiag'] },
  kishiwada: { must: ['vogesia'], want: ['iserodiag', 'pastelis'] },
  rokko: { want: ['pastelis', 'iserodiag', 'vogesia'], open: ['garoncyte'] },
  minatosaisei: { want: ['beaujocell', 'rhodavax'], open: ['garoncyte'] },
  harima: { want: ['argentopeptide'], open: ['garoncyte'] },
  itami: { want: ['rhodavax', 'iserodiag'], open: ['pastelis'] },
  naruo: { must: ['garoncyte'], want: ['pastelis', 'selestagene'], open: ['argentopeptide'] },
  kamonagare: { want: ['iserodiag', 'rhodavax'], open: ['argentopeptide', 'garoncyte', 'selestagene'] },
  nishijin: { must: ['pastelis'], want: ['iserodiag'], open: ['selestagene'] },
  uji: { want: ['garoncyte', 'rhodavax', 'selestagene'], open: ['argentopeptide', 'iserodiag', 'pastelis'] },
  asukano: { want: ['occinutra', 'argentopeptide'], never: ['rhodavax'] },
  biwano: { must: ['rhodavax'], want: ['beaujocell'], open: ['argentopeptide'] },
  isehama: { want: ['occinutra', 'pastelis'] },
  wakasa: { want: ['iserodiag', 'selestagene', 'pastelis'], open: ['hautrepere'] },
  awaiiro: { want: ['garoncyte'], open: ['selestagene'] },
}

/** What the other side answered, as "from to", where it did not ask as well. */
export const answers: Readonly<Record<string, Answer>> = {
  'minatosaisei rhodavax': 'accepted',
  'minatosaisei garoncyte': 'accepted',
  'harima garoncyte': 'accepted',
  'iserodiag isehama': 'accepted',
  'iserodiag awaiiro': 'accepted',
  'argentopeptide awaiiro': 'accepted',
  'garoncyte wakasa': 'accepted',
  'pastelis tenjin': 'declined',
  'selestagene rokko': 'declined',
}

/** Days by which a request lapses without an answer. */
export const expiries: Readonly<Record<string, string>> = {
  'argentopeptide wakanoura': '2008-09-26',
  'occinutra wakanoura': '2008-09-05',
  'wakasa hautrepere': '2008-09-30',
}

/** What was said with a request. */
export const notes: Readonly<Record<string, string>> = {
  'garoncyte naruo': 'Would like to see the pathology rooms as well, if there is time on the way to Kobe.',
  'saitonomori argentopeptide': 'Please bring the toxicology of the second series.',
  'rhodavax biwano': 'About a batch of 200 litres in the first half of 2009.',
  'asukano rhodavax': 'Bound to another maker of adjuvants until 2010.',
  'kishiwada iserodiag': 'Needs an interpreter.',
  'tenjin selestagene': 'Interested in the software alone, too.',
  'senrioka rhodavax': 'Only there on Wednesday afternoon.',
}
