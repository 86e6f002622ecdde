import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createItems } from '../../src/app/create-items.ts'
import { type Intent, readingsOf } from '../../src/app/palette/grammar.ts'
import { distance, gradeOf } from '../../src/app/palette/match.ts'
import { createWords, nounWords, screens, verbs } from '../../src/app/palette/words.ts'
import { plain } from '../../src/ui/matches.ts'

const today = '2008-09-15'
const first = (text: string): Intent | undefined => readingsOf(text, today)[0]?.intent
const all = (text: string) => readingsOf(text, today).map(({ intent }) => intent)

const screen = (name: keyof typeof screens) => ({ do: 'screen', screen: name })
const create = (item: keyof typeof createWords, text = '') => ({ do: 'create', item, text })
const asOf = (day: string) => ({ do: 'as-of', day })

/** What is typed, and what it asks for first. */
const phrases: [string, object][] = [
  ['log signature Kansai', { do: 'sign', find: 'Kansai' }],
  ['Log a signature for Kansai Bio', { do: 'sign', find: 'Kansai Bio' }],
  ['log signatrue kansai', { do: 'sign', find: 'kansai' }],
  ['sign the Kansai memorandum', { do: 'sign', find: 'Kansai memorandum' }],
  ['new signature', { do: 'sign', find: '' }],
  ['enregistrer une signature Kansaï', { do: 'sign', find: 'Kansaï' }],
  ['ENREGISTRER LA SIGNATURE', { do: 'sign', find: '' }],
  ['signer Kansai', { do: 'sign', find: 'Kansai' }],
  ['new expense', create('expense')],
  ['nouvelle dépense', create('expense')],
  ['nouvele depence', create('expense')],
  ['add an invoice', create('expense')],
  ['saisir une facture', create('expense')],
  ['new mission', create('mission')],
  ['nouvelle mission', create('mission')],
  ['créer une mission BIO 2009', create('mission', 'BIO 2009')],
  ['new task call the Kobe office', create('task', 'call the Kobe office')],
  ['nouvelle tâche appeler Kobé', create('task', 'appeler Kobé')],
  ['new company Acme Bio', create('company', 'Acme Bio')],
  ['nouvelle entreprise', create('company')],
  ['ajouter un accord', create('agreement')],
  ['ajouter l’entreprise Acme', create('company', 'Acme')],
  ['new person', create('person')],
  ['nouveau contact', create('person')],
  ['nouveau marché', create('market')],
  ['nouvelle subvention', create('grant')],
  ['go to Japan', { do: 'open', find: 'Japan', noun: null }],
  ['aller à Japon', { do: 'open', find: 'Japon', noun: null }],
  ['aller au Japon', { do: 'open', find: 'Japon', noun: null }],
  ['ouvrir Lyonbiopôle', { do: 'open', find: 'Lyonbiopôle', noun: null }],
  ['go to market Japan', { do: 'open', find: 'Japan', noun: 'markets' }],
  ['ouvrir le marché Japon', { do: 'open', find: 'Japon', noun: 'markets' }],
  ['agreement kansai', { do: 'open', find: 'kansai', noun: 'agreements' }],
  ['accord kansai', { do: 'open', find: 'kansai', noun: 'agreements' }],
  ['Kansai agreements', { do: 'open', find: 'Kansai', noun: 'agreements' }],
  ['l’accord avec le Kansai', { do: 'open', find: 'Kansai', noun: 'agreements' }],
  ['mission japan', { do: 'open', find: 'japan', noun: 'missions' }],
  ['tâche beaujocell', { do: 'open', find: 'beaujocell', noun: 'tasks' }],
  ['tache beaujocell', { do: 'open', find: 'beaujocell', noun: 'tasks' }],
  ['marché États-Unis', { do: 'open', find: 'États Unis', noun: 'markets' }],
  ['open matrix', screen('matrix')],
  ['ouvrir la matrice', screen('matrix')],
  ['go to matrx', screen('matrix')],
  ['matrix', screen('matrix')],
  ['aller aux dépenses', screen('expenses')],
  ['go to expenses', screen('expenses')],
  ['show the bin', screen('bin')],
  ['corbeille', screen('bin')],
  ['taux de change', screen('rates')],
  ['exchange rates', screen('rates')],
  ['go to tokens', screen('tokens')],
  ['jetons', screen('tokens')],
  ['webhooks', screen('webhooks')],
  ['journal d’audit', screen('audit')],
  ['acting for all', screen('acting')],
  ['vue d’ensemble', screen('overview')],
  ['tableau de bord', screen('overview')],
  ['set as-of 2008-09-15', asOf('2008-09-15')],
  ['as of 4 Feb 2008', asOf('2008-02-04')],
  ['as of June 2008', asOf('2008-06-30')],
  ['set date 15/09/2008', asOf('2008-09-15')],
  ['au 15 septembre 2008', asOf('2008-09-15')],
  ['situation au 1er juillet 2008', asOf('2008-07-01')],
  ['2008-02-04', asOf('2008-02-04')],
  ['as of yesterday', asOf('2008-09-14')],
  ['aujourd’hui', asOf('2008-09-15')],
  ['scope to Lyonbiopôle', { do: 'scope', find: 'Lyonbiopôle' }],
  ['only Japan', { do: 'scope', find: 'Japan' }],
  ['limiter à Lyonbiopole', { do: 'scope', find: 'Lyonbiopole' }],
  ['clear scope', { do: 'clear' }],
  ['effacer le périmètre', { do: 'clear' }],
  ['pin Kansai', { do: 'pin', find: 'Kansai' }],
  ['épingler Kansai', { do: 'pin', find: 'Kansai' }],
  ['unpin Kansai', { do: 'unpin', find: 'Kansai' }],
  ['désépingler Kansai', { do: 'unpin', find: 'Kansai' }],
  ['language French', { do: 'language', to: 'fr' }],
  ['français', { do: 'language', to: 'fr' }],
  ['anglais', { do: 'language', to: 'en' }],
  ['theme dark', { do: 'theme', to: 'dark' }],
  ['thème sombre', { do: 'theme', to: 'dark' }],
  ['raccourcis clavier', { do: 'shortcuts' }],
]

describe('what a text asks for', () => {
  it.each(phrases)('%s', (text, intent) => {
    expect(first(text)).toEqual(intent)
  })

  it('reads what is being typed as the beginning of what may come', () => {
    expect(all('new')).toEqual(
      expect.arrayContaining([{ do: 'sign', find: '' }, create('expense'), create('mission')]),
    )
    expect(all('new e')[0]).toEqual(create('expense'))
    expect(all('new exp')).toEqual([create('expense')])
    expect(all('log')).toContainEqual({ do: 'sign', find: '' })
    expect(all('go to m')).toEqual(
      expect.arrayContaining([screen('missions'), screen('markets'), screen('matrix')]),
    )
    expect(all('theme')).toHaveLength(3)
  })

  it('puts the very words before their beginnings, and those before what is nearly them', () => {
    const grades = (text: string) => readingsOf(text, today).map(({ grade }) => grade)
    for (const [text] of phrases) expect(grades(text)).toEqual(grades(text).toSorted())
    expect(first('rates')).toEqual(screen('rates'))
    expect(first('mission')).toEqual(screen('missions'))
  })

  it('finds nothing to do in a name', () => {
    for (const name of ['Grand Lyon', 'Kansai', 'Lyonbiopôle', 'bioMérieux', 'Ada Lovelace', '303265045'])
      expect(all(name)).toEqual([])
  })
})

describe('what may never go wrong', () => {
  const word = fc.oneof(
    fc.constantFrom(
      ...Object.values(verbs).flat(),
      ...Object.values(createWords).flat(),
      ...Object.values(nounWords).flat(),
      'à',
      'l’',
      '2008-09-15',
      '-',
    ),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  )
  const text = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '))

  it('any text can be read, always in the same way, in bounded many', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary', maxLength: 300 })), (typed) => {
        const readings = readingsOf(typed, today)
        expect(readings.length).toBeLessThanOrEqual(30)
        expect(readingsOf(typed, today)).toEqual(readings)
        expect(new Set(readings.map(({ intent }) => JSON.stringify(intent))).size).toBe(readings.length)
      }),
      { seed: 6, numRuns: 500 },
    )
  })

  it('case and accents make no difference to what is done', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const what = (of: string) => readingsOf(of, today).map(({ intent, grade }) => [intent.do, grade])
        expect(what(typed.toUpperCase().toLowerCase())).toEqual(
          what(plain(typed.toUpperCase().toLowerCase())),
        )
      }),
      { seed: 6, numRuns: 300 },
    )
  })

  it('a slip of the finger is forgiven in a long word, never in a short one', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{5,12}$/), fc.nat(), fc.nat(), (known, at, kind) => {
        const place = 1 + (at % (known.length - 1))
        const slips = [
          known.slice(0, place) + known.slice(place + 1),
          `${known.slice(0, place)}q${known.slice(place)}`,
          `${known.slice(0, place)}q${known.slice(place + 1)}`,
        ]
        const typed = slips[kind % slips.length] ?? known
        expect(distance(typed, known)).toBeLessThanOrEqual(1)
        expect(gradeOf(typed, known, false)).not.toBeNull()
      }),
      { seed: 6 },
    )
    expect(gradeOf('ga', 'go', false)).toBeNull()
  })
})

describe('what it knows', () => {
  it('is every screen that no record has to be chosen for', () => {
    const routes = import.meta.glob<string>('../../src/features/*/routes.tsx', {
      eager: true,
      query: '?raw',
      import: 'default',
    })
    const paths = Object.values(routes).flatMap((source) =>
      [...source.matchAll(/^ {2,4}(?:\{ )?path: '([^':]+)'/gm)].map(([, path]) => `/${path}`),
    )
    const known = new Set<string>(Object.values(screens).map(({ path }) => path))
    // Begun from the list, or by "new agreement"; reached from a figure; a dialog's address; where people sign in, from
    // the account and Settings, or before one is in.
    const elsewhere = [
      '/agreements/new',
      '/agreements/sign',
      '/companies/served/companies',
      '/companies/served/records',
      '/acting/records',
      '/access',
      '/settings/audit',
      '/settings/tokens',
      '/account',
      '/sign-in',
      '/forgot',
      '/reset',
      '/set-up',
      '/invitation',
    ]
    expect(paths.filter((path) => !known.has(path) && !elsewhere.includes(path))).toEqual([])
  })

  it('is all that can be begun', () => {
    expect(Object.keys(createWords).sort()).toEqual(
      createItems
        .map(({ name }) => name)
        .filter((name) => name !== 'signature')
        .sort(),
    )
  })

  it('has a phrase in the table for each verb and each thing that can be begun', () => {
    const told = phrases.map(([, intent]) => intent as Intent)
    for (const item of ['agreement', 'mission', 'expense', 'task', 'person', 'company', 'grant', 'market'])
      expect(
        told.some((intent) => intent.do === 'create' && intent.item === item),
        item,
      ).toBe(true)
  })
})
