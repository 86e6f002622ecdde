import { cityOf } from '../i18n/format.ts'

/** Cities people look for that give no zone its name, in English and French. */
const cities: Record<string, string> = {
  'Asia/Tokyo': 'Osaka, Kobe, Kyoto, Nagoya, Yokohama, Sapporo, Fukuoka, Japan, Japon',
  'Asia/Shanghai': 'Beijing, Pékin, Shenzhen, Guangzhou, Hangzhou, Suzhou, Nanjing, Wuhan, China, Chine',
  'Asia/Seoul': 'Busan, Incheon, Daejeon, Korea, Corée',
  'Asia/Kolkata':
    'Mumbai, Bombay, Delhi, New Delhi, Bangalore, Bengaluru, Hyderabad, Chennai, Pune, India, Inde',
  'Asia/Jerusalem': 'Tel Aviv, Haifa, Rehovot, Israel, Israël',
  'Asia/Dubai': 'Abu Dhabi, Émirats',
  'Asia/Singapore': 'Singapour',
  'Asia/Ho_Chi_Minh': 'Hanoi, Saigon, Vietnam',
  'Europe/Paris':
    'Lyon, Toulouse, Strasbourg, Lille, Nantes, Marseille, Nice, Montpellier, Bordeaux, Grenoble, Rennes, Limoges, France',
  'Europe/Berlin': 'Munich, München, Hamburg, Frankfurt, Francfort, Heidelberg, Leipzig, Germany, Allemagne',
  'Europe/Rome': 'Milan, Milano, Turin, Torino, Ivrea, Bologna, Italy, Italie',
  'Europe/Zurich': 'Geneva, Genève, Lausanne, Basel, Bâle, Bern, Berne, Switzerland, Suisse',
  'Europe/Madrid': 'Barcelona, Barcelone, Valencia, Bilbao, Spain, Espagne',
  'Europe/Vienna': 'Innsbruck, Graz, Vienne, Austria, Autriche',
  'Europe/London': 'Cambridge, Oxford, Edinburgh, Manchester, Londres',
  'Europe/Brussels': 'Ghent, Gand, Liège, Leuven, Louvain, Bruxelles, Belgium, Belgique',
  'Europe/Amsterdam': 'Leiden, Rotterdam, The Hague, La Haye, Utrecht, Wageningen, Netherlands, Pays-Bas',
  'Europe/Copenhagen': 'Medicon Valley, Copenhague, Denmark, Danemark',
  'Europe/Stockholm': 'Uppsala, Lund, Malmö, Göteborg, Gothenburg, Sweden, Suède',
  'America/New_York':
    'Boston, Cambridge MA, Washington, Baltimore, Maryland, Philadelphia, Philadelphie, Atlanta, Miami, Raleigh, Research Triangle',
  'America/Chicago': 'Houston, Dallas, Austin, Minneapolis, St. Louis',
  'America/Los_Angeles':
    'San Diego, San Francisco, Seattle, San Jose, Silicon Valley, California, Californie',
  'America/Denver': 'Boulder, Salt Lake City',
  'America/Toronto': 'Montréal, Montreal, Québec, Quebec, Ottawa',
  'America/Vancouver': 'Victoria',
  'America/Sao_Paulo': 'São Paulo, Rio de Janeiro, Belo Horizonte, Brasília, Campinas, Brazil, Brésil',
  'America/Mexico_City': 'Monterrey, Guadalajara, Mexico',
  'Australia/Sydney': 'Canberra',
  'Africa/Casablanca': 'Rabat, Maroc',
}

export interface ZoneOption {
  value: string
  label: string
  /** Everything it can be found by. */
  search: string
}

let options: ZoneOption[] | null = null

/** All time zones of this browser, found by their city, by other cities in them, and by name. */
export function zoneOptions(): ZoneOption[] {
  options ??= Intl.supportedValuesOf('timeZone').map((value) => {
    const others = cities[value]
    const city = cityOf(value)
    return {
      value,
      label: `${city} (${value.split('/')[0]})`,
      search: [city, value, others].filter(Boolean).join(' '),
    }
  })
  return options
}

/** Cities beside the zone's own that match the search: "Osaka" for "osa". */
export function citiesOf(zone: string): string[] {
  return cities[zone]?.split(', ') ?? []
}
