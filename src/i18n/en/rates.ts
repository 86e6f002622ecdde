/** Exchange rates: what is known, and the ECB's file. */
const rates = {
  title: 'Exchange rates',
  back: 'Settings',
  known: {
    title: 'What is known',
    text: 'Amounts in other currencies are converted by these rates, each by the rule of its grant. What was converted once is never restated.',
    period: 'Quoted days',
    shipped: 'Shipped with the app until',
    imported: 'Imported since',
    days_one: '{{count}} day',
    days_other: '{{count}} days',
    source: 'Source',
  },
  currencies: {
    title: 'Currencies',
    former: 'No longer quoted: {{list}}.',
    legacy: 'Became the euro, at fixed rates: {{list}}.',
  },
  import: {
    title: 'Newer rates',
    text: 'The newest known day is {{date}}. The European Central Bank offers all its rates in one file:',
    choose: 'Choose the ECB’s file…',
    days_one: '{{formatted}} day in the file',
    days_other: '{{formatted}} days in the file',
    known_one: '{{formatted}} known already',
    known_other: '{{formatted}} known already',
    new_one: '{{formatted}} new: {{from}}',
    new_other: '{{formatted}} new, from {{from}} to {{to}}',
    nothingNew: 'nothing new',
    take_one: 'Take {{count}} new day',
    take_other: 'Take {{count}} new days',
    accept_one: 'I have looked: take {{count}} new day',
    accept_other: 'I have looked: take {{count}} new days',
    refuse: 'Leave it',
    whyRefused_one: '{{count}} finding refuses the file: nothing of it is taken.',
    whyRefused_other: '{{count}} findings refuse the file: nothing of it is taken.',
    taken_one: '{{count}} day of rates taken',
    taken_other: '{{count}} days of rates taken',
  },
  severity: { refused: 'Refused', flagged: 'Look at it', note: 'Note' },
  finding: {
    title: 'What the checks found',
    none: 'The checks found nothing unusual.',
    more_one: '{{count}} more finding of these kinds.',
    more_other: '{{count}} more findings of these kinds.',
    not_the_file: 'This is not the ECB’s file.',
    bad_date: 'Line {{line}} begins with “{{text}}”, which is not a day.',
    future_day: '{{date}} is still to come.',
    day_twice: '{{date}} is there twice.',
    order: '{{date}} follows {{before}}: the days are not in order.',
    left_out: '{{date}} lies between days that are known, and was not among them.',
    bad_rate: '{{date}}: “{{text}}” is not a rate of {{currency}}.',
    contradiction: '{{date}}: the file gives {{given}} {{currency}}, known is {{held}}.',
    weekend: '{{date}} is a day of a weekend, on which the ECB quotes nothing.',
    jump: '{{date}}: {{currency}} changes by {{percent}}%, from {{before}} to {{given}}.',
    gap: '{{date}} comes {{days}} days after the day before it.',
    unknown_currency: '{{currency}} is quoted for the first time, on {{date}}.',
  },
}
export default rates

declare module '../namespaces.ts' {
  interface Namespaces {
    rates: typeof rates
  }
}
