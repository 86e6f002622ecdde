import type { OrganisationKind } from '../../../src/contract/organisations.ts'

/** An invented body that companies of the clusters meet. */
export interface SampleCounterpart {
  /** As it writes itself in Latin letters. */
  name: string
  /** In its own script. */
  native?: string
  kinds: readonly OrganisationKind[]
  country: string
  region: string
  town: string
  focus: string
  themes: readonly string[]
  offers: readonly string[]
  seeks: readonly string[]
}

const company = { kinds: ['company'], country: 'JP' } as const
const osaka = { ...company, region: 'Osaka' } as const
const hyogo = { ...company, region: 'Hyogo' } as const
const kyoto = { ...company, region: 'Kyoto' } as const

/** Twenty invented bodies of Kansai, from each of the nine prefectures. No body of these names is meant. */
export const counterparts = {
  naniwa: {
    ...osaka,
    name: 'Naniwa Saiyaku',
    native: '浪速彩薬株式会社',
    town: 'Osaka',
    focus: 'Sells medicines and tests to hospitals all over western Japan.',
    themes: ['diagnostics', 'oncology'],
    offers: ['distribution in Japan'],
    seeks: ['point-of-care tests', 'companion tests'],
  },
  yodokaze: {
    ...osaka,
    name: 'Yodokaze Bioassay',
    native: '淀風バイオアッセイ株式会社',
    town: 'Ibaraki',
    focus: 'Assays and animal models for makers of medicines.',
    themes: ['oncology', 'infectious diseases'],
    offers: ['contract research', 'samples'],
    seeks: ['companion tests', 'genotyping'],
  },
  saitonomori: {
    ...osaka,
    name: 'Saitonomori Pharma',
    native: '彩都乃森ファーマ株式会社',
    town: 'Ibaraki',
    focus: 'Brings molecules of others through the first trials in Japan.',
    themes: ['oncology', 'medicinal chemistry'],
    offers: ['clinical trials in Japan', 'licence'],
    seeks: ['early-stage molecules'],
  },
  senrioka: {
    ...osaka,
    name: 'Senrioka Venture Partners',
    native: '千里岡ベンチャーパートナーズ',
    town: 'Suita',
    focus: 'A fund for young companies in the life sciences.',
    themes: ['oncology', 'vaccines', 'medical devices'],
    offers: ['equity'],
    seeks: ['early-stage molecules', 'home monitoring'],
  },
  tenjin: {
    ...osaka,
    name: 'Tenjin Genome Kobo',
    native: '天神ゲノム工房株式会社',
    town: 'Osaka',
    focus: 'Reads genomes for hospitals and for research.',
    themes: ['genetics', 'diagnostics'],
    offers: ['samples', 'contract research'],
    seeks: ['genotyping', 'software'],
  },
  kishiwada: {
    ...osaka,
    name: 'Kishihama Ikiko',
    native: '岸浜医機工株式会社',
    town: 'Kishiwada',
    focus: 'Precision parts for instruments of surgery.',
    themes: ['medical devices', 'surgical robotics'],
    offers: ['manufacturing', 'sensors'],
    seeks: ['surgical instruments', 'point-of-care tests'],
  },
  rokko: {
    ...hyogo,
    name: 'Rokkokasumi Medical',
    native: '六甲霞メディカル株式会社',
    town: 'Kobe',
    focus: 'Devices for hospitals, of its own and of others.',
    themes: ['medical devices', 'ageing'],
    offers: ['distribution in Japan', 'clinical trials in Japan'],
    seeks: ['home monitoring', 'point-of-care tests'],
  },
  minatosaisei: {
    ...hyogo,
    name: 'Minato Saisei Ikko',
    native: '港再生医工株式会社',
    town: 'Kobe',
    focus: 'Sheets of cells that mend skin and cornea.',
    themes: ['regenerative medicine', 'bioproduction'],
    offers: ['joint R&D', 'manufacturing'],
    seeks: ['reagents', 'biomaterials', 'companion tests'],
  },
  harima: {
    ...hyogo,
    name: 'Harima Kesshokan',
    native: '播磨結晶館株式会社',
    town: 'Himeji',
    focus: 'Grows crystals of proteins and solves their structure.',
    themes: ['medicinal chemistry', 'structural biology'],
    offers: ['structural biology', 'contract research'],
    seeks: ['early-stage molecules'],
  },
  itami: {
    ...hyogo,
    name: 'Itami Reiryu',
    native: '伊丹冷流株式会社',
    town: 'Itami',
    focus: 'Keeps vaccines cold from the factory to the ward.',
    themes: ['vaccines', 'bioproduction'],
    offers: ['distribution in Japan', 'manufacturing'],
    seeks: ['licence', 'sensors'],
  },
  naruo: {
    country: 'JP',
    region: 'Hyogo',
    kinds: ['research'],
    name: 'Naruo Cancer Research Foundation',
    native: '財団法人鳴尾がん研究会',
    town: 'Nishinomiya',
    focus: 'A foundation’s hospital and laboratory for solid tumours.',
    themes: ['oncology', 'home care'],
    offers: ['clinical trials in Japan', 'samples'],
    seeks: ['companion tests', 'home monitoring', 'software'],
  },
  kamonagare: {
    ...kyoto,
    name: 'Kamonagare Bioscience',
    native: '鴨流バイオサイエンス株式会社',
    town: 'Kyoto',
    focus: 'Antibodies and kits for laboratories.',
    themes: ['diagnostics', 'infectious diseases'],
    offers: ['reagents', 'joint R&D'],
    seeks: ['licence', 'contract research'],
  },
  nishijin: {
    ...kyoto,
    name: 'Nishiori Sensor',
    native: '西織センサー株式会社',
    town: 'Kyoto',
    focus: 'Sensors woven into cloth: pulse, breath, warmth.',
    themes: ['medical devices', 'ageing', 'home care'],
    offers: ['sensors', 'manufacturing'],
    seeks: ['home monitoring', 'software'],
  },
  uji: {
    ...kyoto,
    name: 'Ujimidori Clinical',
    native: '宇治緑クリニカル株式会社',
    town: 'Uji',
    focus: 'Runs trials at forty hospitals of Kansai.',
    themes: ['oncology', 'vaccines', 'infectious diseases'],
    offers: ['clinical trials in Japan', 'contract research'],
    seeks: ['companion tests', 'genotyping'],
  },
  asukano: {
    ...company,
    region: 'Nara',
    name: 'Asukano Shoyaku',
    native: '飛鳥野生薬株式会社',
    town: 'Kashihara',
    focus: 'Medicines of the old pharmacopoeia, studied anew.',
    themes: ['nutrition and health', 'medicinal chemistry'],
    offers: ['samples', 'joint R&D'],
    seeks: ['food ingredients', 'contract research'],
  },
  biwano: {
    ...company,
    region: 'Shiga',
    name: 'Biwano Hakko',
    native: '琵琶野発酵株式会社',
    town: 'Kusatsu',
    focus: 'Makes proteins by fermentation, for others.',
    themes: ['bioproduction', 'vaccines'],
    offers: ['manufacturing'],
    seeks: ['licence', 'reagents'],
  },
  wakanoura: {
    ...company,
    region: 'Wakayama',
    name: 'Wakanoura Marine Bio',
    native: '和歌乃浦マリンバイオ株式会社',
    town: 'Wakayama',
    focus: 'Active substances out of seaweed and plankton.',
    themes: ['nutrition and health', 'medicinal chemistry'],
    offers: ['early-stage molecules', 'food ingredients'],
    seeks: ['contract research', 'joint R&D'],
  },
  isehama: {
    ...company,
    region: 'Mie',
    name: 'Isehama Eiyo',
    native: '伊勢浜栄養株式会社',
    town: 'Tsu',
    focus: 'Food for patients and for the old.',
    themes: ['nutrition and health', 'ageing'],
    offers: ['distribution in Japan'],
    seeks: ['food ingredients', 'home monitoring'],
  },
  wakasa: {
    ...company,
    region: 'Fukui',
    name: 'Wakasa Koi',
    native: '若狭光医株式会社',
    town: 'Tsuruga',
    focus: 'Optics that see under the skin.',
    themes: ['medical imaging', 'medical devices', 'diagnostics'],
    offers: ['sensors', 'joint R&D'],
    seeks: ['software', 'point-of-care tests'],
  },
  awaiiro: {
    ...company,
    region: 'Tokushima',
    name: 'Awaiiro Biotech',
    native: '阿波藍色バイオテック株式会社',
    town: 'Tokushima',
    focus: 'Stains and markers for pathology.',
    themes: ['diagnostics', 'oncology'],
    offers: ['reagents'],
    seeks: ['companion tests', 'genotyping', 'distribution in Europe'],
  },
} as const satisfies Record<string, SampleCounterpart>
export type CounterpartKey = keyof typeof counterparts

const beyond = { kinds: ['company'], country: 'ES' } as const

/** Four invented companies from beyond the Pyrenees, met in Toulouse in December 2007. */
export const neighbours = {
  ebrogena: {
    ...beyond,
    name: 'Ebrogena Biotec',
    region: 'Aragón',
    town: 'Zaragoza',
    focus: 'Recombinant proteins for tests and for research.',
    themes: ['diagnostics', 'bioproduction'],
    offers: ['reagents'],
    seeks: ['point-of-care tests'],
  },
  montsenia: {
    ...beyond,
    name: 'Montsènia Diagnòstics',
    region: 'Catalonia',
    town: 'Barcelona',
    focus: 'Tests for oncology, sold to hospitals in Spain and Portugal.',
    themes: ['oncology', 'diagnostics'],
    offers: ['distribution in Spain'],
    seeks: ['companion tests', 'genotyping'],
  },
  pirinalia: {
    ...beyond,
    name: 'Pirinàlia Nutrició',
    region: 'Catalonia',
    town: 'Lleida',
    focus: 'Functional food out of the fruit of the Segre valley.',
    themes: ['nutrition and health'],
    offers: ['manufacturing'],
    seeks: ['food ingredients'],
  },
  navarcel: {
    ...beyond,
    name: 'Navarcel Terapias',
    region: 'Navarra',
    town: 'Pamplona',
    focus: 'Cell therapies for the heart.',
    themes: ['regenerative medicine'],
    offers: ['joint R&D'],
    seeks: ['reagents', 'biomaterials'],
  },
} as const satisfies Record<string, SampleCounterpart>
export type NeighbourKey = keyof typeof neighbours
