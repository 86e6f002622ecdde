/**
 * A provision as its language cites it: "(EC) 800/2008, Article 27" is "(CE) n° 800/2008, article 27" in French. Acts are numbered
 * by year first, without "n°", since 2015 (interinstitutional style guide of the EU, 1.2.2).
 */
export function lawIn(law: string, language: 'en' | 'fr'): string {
  if (language === 'en') return law
  return law
    .replace(/^TEC\b/, 'TCE')
    .replace(/^TFEU\b/, 'TFUE')
    .replace('(EC)', '(CE)')
    .replace('(EU)', '(UE)')
    .replace(/\) (?=\d+\/20(?:0\d|1[0-4])\b)/, ') n°\u00a0')
    .replace(/, Article (\d+)\((\d+)\)/, ', article\u00a0$1, paragraphe\u00a0$2')
    .replace(/, Article (\d+)\((\p{L})\)/u, ', article\u00a0$1, point\u00a0$2)')
    .replace(/, Article (?=\d)/, ', article\u00a0')
}
