import type { CompanyKey } from './companies.ts'
import type { CounterpartKey, NeighbourKey } from './counterparts.ts'

/** Given name, family name, post; a name in its own script and the languages spoken at a meeting where it matters. */
export interface SamplePerson {
  given: string
  family: string
  native?: string
  post: string
  speaks?: readonly string[]
}

const french = (given: string, family: string, post: string): SamplePerson => ({ given, family, post })
const japanese = (
  given: string,
  family: string,
  native: string,
  post: string,
  speaks: readonly string[] = ['ja', 'en'],
): SamplePerson => ({ given, family, native, post, speaks })

type Key = CompanyKey | CounterpartKey | NeighbourKey

/** Invented people, by the body they come from; the first one named leads. */
export const people: Readonly<Record<Key, readonly SamplePerson[]>> = {
  garoncyte: [
    french('Claire', 'Delmas', 'Managing director'),
    french('Thomas', 'Vaissière', 'Business development'),
  ],
  occinutra: [french('Hélène', 'Cabrol', 'Managing director')],
  pastelis: [french('Marc', 'Lacombe', 'Managing director')],
  limovia: [french('Odile', 'Faugeras', 'Head of research')],
  rhodavax: [french('Antoine', 'Perrachon', 'Scientific director'), french('Nadia', 'Belkacem', 'Licensing')],
  iserodiag: [french('Sylvie', 'Montgenoux', 'Export director')],
  beaujocell: [french('Pierre', 'Dumollard', 'Managing director')],
  confluvir: [french('Julien', 'Achard', 'Managing director')],
  argentopeptide: [
    french('Mathilde', 'Ostermann', 'Managing director'),
    french('Luc', 'Wendling', 'Head of chemistry'),
  ],
  vogesia: [french('Christophe', 'Haberer', 'Technical director')],
  selestagene: [french('Anne', 'Kuntzmann', 'Managing director')],
  hautrepere: [french('Yannick', 'Schaal', 'Managing director')],

  naniwa: [
    japanese('Kenji', 'Morishita', '森下 健二', 'Director, overseas products'),
    japanese('Yuko', 'Hayami', '速水 裕子', 'Product manager'),
  ],
  yodokaze: [japanese('Takashi', 'Onuki', '小貫 隆', 'President')],
  saitonomori: [
    japanese('Noriko', 'Kawabata', '川端 紀子', 'Head of licensing'),
    japanese('Shun', 'Ebihara', '海老原 駿', 'Project manager'),
  ],
  senrioka: [japanese('Hiroshi', 'Tsukamoto', '塚本 浩', 'Partner', ['ja', 'en', 'fr'])],
  tenjin: [japanese('Mayumi', 'Ikegami', '池上 真弓', 'Chief scientist')],
  kishiwada: [japanese('Osamu', 'Nakatsuji', '中辻 修', 'President', ['ja'])],
  rokko: [japanese('Eri', 'Sonoda', '園田 恵理', 'Director, purchasing')],
  minatosaisei: [japanese('Daisuke', 'Kuwahara', '桑原 大輔', 'Head of development')],
  harima: [japanese('Ryo', 'Miyoshi', '三好 亮', 'Chief crystallographer')],
  itami: [japanese('Fumiko', 'Araki', '荒木 文子', 'Director, operations')],
  naruo: [japanese('Satoru', 'Hinata', '日向 悟', 'Head of clinical research')],
  kamonagare: [japanese('Ayako', 'Terashima', '寺島 綾子', 'President', ['ja', 'en', 'fr'])],
  nishijin: [japanese('Makoto', 'Orihara', '織原 誠', 'President')],
  uji: [japanese('Naoki', 'Matsuoka', '松岡 直樹', 'Director, trials')],
  asukano: [japanese('Kazuo', 'Yoshimine', '吉峰 和夫', 'Managing director', ['ja'])],
  biwano: [japanese('Misaki', 'Otsubo', '大坪 美咲', 'Sales director')],
  wakanoura: [japanese('Jun', 'Isozaki', '磯崎 淳', 'Head of research')],
  isehama: [japanese('Tomoko', 'Hamaguchi', '浜口 智子', 'Product planning')],
  wakasa: [japanese('Seiji', 'Kuroda', '黒田 誠司', 'Technical director')],
  awaiiro: [japanese('Rie', 'Aikawa', '藍川 理恵', 'President')],

  ebrogena: [french('Pilar', 'Lasheras', 'Directora comercial')],
  montsenia: [french('Jordi', 'Puigdomènec', 'Director general')],
  pirinalia: [french('Núria', 'Farràs', 'Directora de recerca')],
  navarcel: [french('Iñaki', 'Zubiri', 'Director científico')],
}
