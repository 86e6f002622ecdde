/** Papers about aid, printed in either language whatever the screen's: the letter of an award, the declaration form. */
const papers = {
  back: 'Back to the company',
  sample: 'SAMPLE: an invented example, not a document',
  letter: {
    title: 'Award letter: {{name}}',
    subject: {
      de_minimis: 'De minimis aid',
      gber_fairs: 'Aid for taking part in fairs',
      gber_other: 'Aid exempted from notification',
      direct_eu: 'Support from EU funds',
      no_aid: 'Support that is not State aid',
      other: 'Support',
    },
    granted: 'We confirm that on {{date}} you were granted the following support.',
    amount: 'Amount (gross grant equivalent)',
    euros: 'In euros',
    purpose: 'For',
    event: 'Mission or service',
    instrument: 'Instrument',
    reference: 'Reference',
    memberState: 'Member State',
    deMinimis: 'This support is de minimis aid under {{regulation}}.',
    ceiling:
      'The de minimis aid granted per Member State to a single undertaking may not exceed {{ceiling}} {{window}} (Article {{article}}). Please keep this letter, and name this aid wherever you declare the de minimis aid that you received.',
    ceilingBefore2014:
      'The de minimis aid granted to any one undertaking may not exceed {{ceiling}} {{window}} (Article {{article}}). Please keep this letter, and name this aid wherever you declare the de minimis aid that you received.',
    window: {
      rolling: 'over any period of three years',
      fiscal_years: 'over any period of three fiscal years',
    },
    notCounted:
      'This support is not de minimis aid and does not count towards its ceiling. Its legal basis is: {{law}}.',
    noStateAid:
      'This support is not State aid within the meaning of {{law}}, and does not count towards the ceiling of de minimis aid.',
    records: 'Records of this aid are kept for 10 years.',
    granter: 'Granting body',
    signature: 'Place, date, signature',
  },
  form: {
    title: 'Declaration: {{name}}',
    head: 'Declaration of SME status and of de minimis aid',
    name: 'Name',
    numbers: 'Registration numbers',
    address: 'Address',
    sme: 'SME status (Annex to Commission Recommendation 2003/361/EC)',
    smeText: 'Tick what the undertaking is, with the figures of its partner and linked enterprises added.',
    sizes: {
      micro: 'Micro: fewer than 10 work units, turnover or balance sheet up to €2 million',
      small: 'Small: fewer than 50 work units, turnover or balance sheet up to €10 million',
      medium:
        'Medium-sized: fewer than 250 work units, turnover up to €50 million or balance sheet up to €43 million',
      large: 'None of these',
    },
    figures: 'Figures of the last two years',
    year: 'Year closed',
    headcount: 'Work units',
    turnover: 'Turnover',
    balanceSheet: 'Balance sheet',
    aid: 'De minimis aid received by the single undertaking since {{from}}',
    aidBefore2014: 'De minimis aid received by the undertaking since {{from}}',
    aidTextBefore2014:
      'All de minimis aid that the undertaking, and those that are one with it, received in {{state}} from any body. What is known to us is filled in; please complete it.',
    aidText:
      'All de minimis aid that the undertaking, and those that are one undertaking with it, received in {{state}} from any body. What is known to us is filled in; please complete it.',
    undertaking: 'One undertaking with: {{names}}',
    grantedOn: 'Granted on',
    granter: 'Granting body',
    law: 'Regulation',
    amount: 'Amount',
    total: 'Known total',
    declares: 'The undersigned declares that these particulars are complete and true.',
    signatory: 'Name and function',
    signature: 'Place, date, signature',
  },
  purpose: {
    trade_fair: 'Trade fair',
    mission: 'Mission',
    travel: 'Travel',
    consultancy: 'Consultancy',
    coaching: 'Coaching',
    incubator: 'Incubator',
    training: 'Training',
    study: 'Study',
    distribution_network: 'Distribution network abroad',
    export_quantities: 'Quantities exported',
    other: 'Other',
  },
  instrument: { grant: 'Grant', in_kind: 'In kind', loan: 'Loan', guarantee: 'Guarantee', other: 'Other' },
  /** Each regulation by its full title, as aid must name it. */
  regulation: {
    r69: 'Commission Regulation (EC) No 69/2001 of 12 January 2001 on the application of Articles 87 and 88 of the EC Treaty to de minimis aid (OJ L 10, 13.1.2001, p. 30)',
    r1998:
      'Commission Regulation (EC) No 1998/2006 of 15 December 2006 on the application of Articles 87 and 88 of the Treaty to de minimis aid (OJ L 379, 28.12.2006, p. 5)',
    r1407:
      'Commission Regulation (EU) No 1407/2013 of 18 December 2013 on the application of Articles 107 and 108 of the Treaty on the Functioning of the European Union to de minimis aid (OJ L 352, 24.12.2013, p. 1)',
    r2831:
      'Commission Regulation (EU) 2023/2831 of 13 December 2023 on the application of Articles 107 and 108 of the Treaty on the Functioning of the European Union to de minimis aid (OJ L, 2023/2831, 15.12.2023)',
  },
}
export default papers

declare module '../namespaces.ts' {
  interface Namespaces {
    'aid-papers': typeof papers
  }
}
