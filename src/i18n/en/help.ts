/** Help by screen, the words of the trade, and the guided visit. */
const help = {
  title: 'Help',
  close: 'Close the help',
  begin: 'To begin with',
  words: 'Words of the trade',
  more: 'More',
  keys: 'Keyboard shortcuts',
  goTo: 'Go to {{where}}',
  thenKey: 'then',
  letters: 'Single keys act anywhere on a page',
  lettersHint: 'Turn this off if you dictate: Ctrl and K still opens the search, with every command in it.',
  keyPlace: {
    everywhere: 'Everywhere',
    lists: 'In lists',
    boards: 'On boards',
    schedule: 'In the schedule of meetings',
    expenses: 'In the grid of expenses',
    matrix: 'In the matrix, and in scores',
    checklist: 'In a checklist',
  },
  key: {
    palette: 'Search and commands',
    create: 'New…',
    send: 'Save what the form holds',
    help: 'Help for this screen',
    keys: 'This list',
    visit: 'Back to the guided visit, while it is open',
    close: 'Close a dialog or menu',
    search: 'Search the list',
    row: 'Next, previous row',
    tenRows: 'Ten rows on, back',
    ends: 'First, last row',
    open: 'Open the row',
    select: 'Select the row',
    card: 'Next card',
    move: 'Move the card',
    cell: 'Next place',
    pickUp: 'Pick the meeting up, and put it down',
    choose: 'Show the meeting',
    lock: 'Lock it in its place, or let it go',
    takeOff: 'Take it off the grid',
    repeat: 'Repeat the row',
    repeatEntry: 'Repeat the row that is being entered',
    above: 'What stands in the cell above',
    enter: 'Enter the row, and begin the next',
    number: 'Next number',
    reorder: 'Move the step up or down',
  },
  /** What each screen is for, and what to begin with, a line each. */
  screen: {
    elsewhere: {
      for: 'Corridor keeps a cluster’s partnerships abroad: agreements, missions, companies and the money behind them.',
      begin: 'Choose a place in the bar on the left.\nCtrl K finds any record and any command.',
    },
    overview: {
      for: 'What waits for you, the year, and how everything stands as of the day shown above.',
      begin:
        'Begin with the first line: it opens its record, and says what to do next.\nNarrow everything to an alliance, a cluster or a market at the top.\nEach figure opens the records that it counts.',
    },
    agreements: {
      for: 'Every agreement from the first contact to its renewal.',
      begin:
        'Log a signature under “New”, from anywhere.\nSwitch to the board, and drag a card to its next stage.\nFilter by stage or market; the address keeps what you chose.',
    },
    agreement: {
      for: 'One agreement: who is party to it, who has signed, what each side owes, and what came of it.',
      begin:
        'Log a signature where one is missing.\nNote the obligations with who does them and by when.\nBegin its renewal before notice runs out.',
    },
    agreementForm: {
      for: 'What an agreement says: its parties, period, market and target date.',
      begin:
        'A year or a month is enough where the day is not known.\nParties that are new are added on the way.',
    },
    sign: {
      for: 'Logs a signature in three steps: which agreement; who, for whom, where and when; what follows.',
      begin:
        'Type part of the agreement’s name.\nThe time is that of the place; home time stands beside it.\nTake over the tasks that are proposed.',
    },
    missions: {
      for: 'Trips, fairs, seminars and visits: planned, running and past.',
      begin:
        'Begin a new mission from a template; its checklist counts back from the date.\nLook at them as a calendar or on the map.',
    },
    mission: {
      for: 'One mission, tab by tab: the plan, companies, meetings, on site, budget and results.',
      begin: 'Go through the checklist; what is late is marked.\nInvite companies in the next tab.',
    },
    participation: {
      for: 'One company’s part in a mission, from the invitation to what came of it.',
      begin:
        'The next step is the first button; others say why they are not possible.\nIts aid and fee are settled as it is taken in.',
    },
    meeting: {
      for: 'One meeting: who with whom, when and where, and what became of it.',
      begin:
        'Record whether it was held, and how useful it was.\nAdd what came of it: it shows among the results.',
    },
    missionCompanies: {
      for: 'Who is invited, who applies, who has a place and who waits.',
      begin:
        'Invite from a filtered list of companies.\nScore the applications, and take in the best.\nWhether aid still fits is worked out as you take one in.',
    },
    missionMeetings: {
      for: 'Requests from both sides, and a schedule made of them.',
      begin:
        'Set days and tables first.\nPlan, then drag what should be elsewhere: conflicts show before you drop.\nLock what must stay, and plan again.',
    },
    onSite: {
      for: 'The day itself, on a phone: who is there, what was held, how it went. Works without a connection.',
      begin: 'Keep the mission for offline before you leave.\nOne press records held or no-show.',
    },
    missionResults: {
      for: 'What came of a mission: the way from requests to outcomes, and the follow-up.',
      begin: 'Add outcomes with the companies that they are for.\nPlan the follow-up at 3, 6 and 12 months.',
    },
    paper: {
      for: 'A page to print or to save as PDF, as of the day shown.',
      begin: 'Print it with Ctrl P.\nThe language is chosen at the top.',
    },
    companies: {
      for: 'Companies with their SME status, clusters, markets and room for aid.',
      begin:
        'Find who has never been served, or who is ready for a market.\nBring a table in under “Import”: every row is shown before anything is written.',
    },
    company: {
      for: 'One company: profile, status, aid, and everything it took part in.',
      begin:
        'Add figures of a year: the status follows.\nSee what aid it can still have before you take it in somewhere.',
    },
    served: {
      for: 'Whom the clusters served, with what, and what came of it.',
      begin: 'Each figure opens its records.\nNarrow by cluster, market or year.',
    },
    sme: {
      for: 'Whether a company is an SME, and by which reasoning.',
      begin: 'Add its owners: linked companies count too.\nTwo years over the thresholds change the status.',
    },
    aid: {
      for: 'De minimis aid that a company has had, and what room is left.',
      begin: 'Ask for its declaration once a year.\nAn award over the ceiling is refused.',
    },
    grants: {
      for: 'Money granted: who gives it, for how long, and whether spending keeps pace with time.',
      begin: 'The mark on the bar is where time stands.\nOpen a grant to see what will be overspent or left.',
    },
    grant: {
      for: 'One grant: its budget position, burn against time, and alerts with their rule.',
      begin: 'Each alert opens what it is about.\nEnter expenses in their tab, one row each.',
    },
    budget: {
      for: 'The budget by category and cluster, version by version.',
      begin:
        'Draft, then adopt: what is adopted changes only by transfers and amendments.\nA transfer says how far the rules let it go.',
    },
    expenses: {
      for: 'What is planned, ordered and paid, each with its receipt and its share of each grant.',
      begin:
        'Enter row after row by the keyboard, or paste from a spreadsheet.\nDrop a receipt on its row.\nFilter what has no receipt.',
    },
    claims: {
      for: 'What is reported to the funders, period by period.',
      begin:
        'Draw it up, mend what the checks name, and freeze it.\nFrozen, its figures never change: corrections go into the next.',
    },
    clusters: {
      for: 'The clusters, their alliances and lead markets.',
      begin: 'Open one to see all that is signed, coming and done.',
    },
    cluster: {
      for: 'All that one cluster does: agreements, missions, companies, money, and what it did for the others.',
      begin: 'Each figure opens its records.\nPrint the brief for a meeting.',
    },
    matrix: {
      for: 'Clusters by markets: where things happen, and where nothing does.',
      begin: 'Choose what is counted.\nA cell opens its records.',
    },
    acting: {
      for: 'What each cluster led, gave and got when one acted for all.',
      begin: 'A figure opens the acts behind it.',
    },
    markets: {
      for: 'The target markets: who leads each, and how its agreements stand.',
      begin: 'Open one to see everything that goes on there.',
    },
    market: {
      for: 'Everything in one market: partners, pipeline, missions, companies, meetings, money and local practice.',
      begin: 'Note the local practice for who goes next.\nPrint the market’s brief.',
    },
    alliances: {
      for: 'Alliances of clusters that act abroad together.',
      begin: 'Open one to see its members and targets.',
    },
    alliance: {
      for: 'One alliance: its members and leads, agreements, missions and targets.',
      begin: 'Set who leads in which market.\nCompare what was aimed at with what was reached.',
    },
    partners: {
      for: 'Partners abroad and other bodies.',
      begin: 'Open one to see its agreements and people.',
    },
    organisation: {
      for: 'One body: what it is, its people, agreements and missions.',
      begin: 'Edit a fact where it stands.\nMerge it with its double, if there is one.',
    },
    people: {
      for: 'People with their posts; and those whose data is due to go.',
      begin: 'Find somebody by name, body or mail address.',
    },
    person: {
      for: 'One person: posts over time, what they signed, and consent.',
      begin: 'Add a post with its dates: signatures keep the one held then.',
    },
    privacy: {
      for: 'For how long people’s data may be kept, and what is held on one person.',
      begin: 'Ask for consent anew, or erase.',
    },
    tasks: {
      for: 'What has to be done, by when, by whom.',
      begin:
        'Add one in a line; Enter adds the next.\nPut off what can wait: it comes back by itself.\nLet it come again: done, the next one is there.\nTake it all into your own calendar.',
    },
    reports: {
      for: 'Figures to hand over, each with its definition and its records.',
      begin: 'Choose the period or the day.\nPrint, or take the spreadsheet.',
    },
    access: {
      for: 'Who may sign in, and what each may do in which cluster or alliance.',
      begin: 'Invite somebody by e-mail and give a role.\nChange a role, or suspend who has left.',
    },
    audit: {
      for: 'Who signed in, saw or took out what is confidential, and changed what; sealed against rewriting.',
      begin: 'Filter by kind, person or period.\nCheck that it is whole, and note the last seal elsewhere.',
    },
    webhooks: {
      for: 'Other programs that are told what changes here: signed, sent again for three days, with a log.',
      begin: 'Add an address, and give its secret to the receiver.\nSend a test, and look what came of it.',
    },
    tokens: {
      for: 'Tokens by which programs act in your name, each for some things only and for a time.',
      begin:
        'Make one with no more than the program needs, and copy it at once.\nRevoke one that you do not know.',
    },
    account: {
      for: 'Your password, your second factor, and where you are signed in.',
      begin: 'Turn the second factor on.\nEnd a session that you do not know.',
    },
    imports: {
      for: 'Brings a table in: mapped, previewed, matched with what is there, and revertible as a whole.',
      begin: 'Drop a CSV or XLSX file.\nDecide the doubles; mend errors in the grid.',
    },
    duplicates: {
      for: 'Records that may be the same, with the reasons.',
      begin: 'Compare, and merge field by field; a merge can be undone.',
    },
    settings: {
      for: 'The workspace: its name and day, its file, where it is kept.',
      begin: 'Export it before you clear the browser’s data.\nSet the day from which everything is seen.',
    },
    rates: {
      for: 'Exchange rates, and where they come from.',
      begin: 'Fetch newer ones from the European Central Bank.\nEnter one by hand with its source.',
    },
    history: {
      for: 'Everything that happened, by whom, with what changed.',
      begin: 'Undo a change from its line.',
    },
    bin: {
      for: 'What was deleted, to be restored.',
      begin: 'Restore a record, and all that hangs on it is back.',
    },
    apiDocs: {
      for: 'The REST API that the screens use: read it, and try it.',
      begin: 'Open an operation, and send it.',
    },
  },
  word: {
    asOf: { name: 'As of', means: 'The day from which all is seen: what happened later is not there yet.' },
    scope: {
      name: 'Scope',
      means: 'The alliance, cluster or market that lists and figures are narrowed to.',
    },
    stage: {
      name: 'Stage',
      means: 'How far an agreement is: prospect, negotiation, drafting, signed, in force, ended.',
    },
    mou: {
      name: 'MoU',
      means: 'Memorandum of understanding: what two sides mean to do together, usually without being bound.',
    },
    party: { name: 'Party', means: 'A body that signs an agreement, on the home side or the partner’s.' },
    negotiator: { name: 'Negotiator', means: 'The cluster that negotiates for all the others of its side.' },
    signatory: { name: 'Signatory', means: 'The person who signs for a party, in the post held that day.' },
    notice: { name: 'Notice', means: 'So many days before the end it must be decided whether to renew.' },
    obligation: { name: 'Obligation', means: 'What a side has promised to do, by a day.' },
    mission: { name: 'Mission', means: 'A trip, fair or visit for companies, led by a cluster.' },
    checklist: { name: 'Checklist', means: 'The steps of a mission; their days move with its date.' },
    counterpart: { name: 'Counterpart', means: 'Whom companies meet there.' },
    participation: {
      name: 'Participation',
      means: 'A company’s part in a mission: invited, applied, accepted, attended.',
    },
    waitingList: { name: 'Waiting list', means: 'Who gets a place when one is free, in turn.' },
    meeting: { name: 'Meeting', means: 'A company and a counterpart, at one table for one slot.' },
    slot: { name: 'Slot', means: 'A time in which meetings take place at all tables at once.' },
    noShow: { name: 'No-show', means: 'Expected and not there.' },
    outcome: { name: 'Outcome', means: 'What came of it: a contract, a project, a sample sent.' },
    followUp: { name: 'Follow-up', means: 'Asking again after 3, 6 and 12 months what came of it.' },
    sme: {
      name: 'SME',
      means:
        'Under 250 staff, and at most €50 million turnover or €43 million on the balance sheet (EU definition), with linked companies.',
    },
    linked: { name: 'Linked company', means: 'One that another controls: their figures count together.' },
    served: { name: 'Served', means: 'Took part in a mission, had a service, or was given aid.' },
    deMinimis: {
      name: 'De minimis aid',
      means: 'Small state aid: up to a ceiling in three years for one undertaking.',
    },
    ceiling: {
      name: 'Ceiling',
      means: 'The most de minimis aid there may be in the period; it depends on the rules of the day.',
    },
    grant: { name: 'Grant', means: 'Money given for a purpose and a period.' },
    eligible: { name: 'Eligible', means: 'That the funder’s rules let count.' },
    commitment: { name: 'Committed', means: 'Ordered, and not paid yet.' },
    forecast: { name: 'Forecast', means: 'Paid, committed and planned together.' },
    line: { name: 'Line', means: 'One category’s budget for one cluster, perhaps one market.' },
    transfer: {
      name: 'Transfer',
      means: 'Moves budget from one line to another, as far as the rules allow.',
    },
    share: { name: 'Share', means: 'The part of an expense that a grant bears.' },
    claim: { name: 'Claim', means: 'What one asks the funders to pay for a period.' },
    frozen: { name: 'Frozen', means: 'With rows and rates that never change any more.' },
    cluster: {
      name: 'Cluster',
      means: 'Companies, laboratories and schools of a region and field, with an office of their own.',
    },
    alliance: { name: 'Alliance', means: 'Clusters that go abroad together: one acts for all.' },
    actingFor: { name: 'Acting for all', means: 'What one cluster does in its lead market for the others.' },
    market: { name: 'Market', means: 'A country, with its regions, that an alliance aims at.' },
    lead: { name: 'Lead', means: 'The cluster that negotiates in a market for its alliance.' },
    rate: { name: 'Rate', means: 'Units of a currency for one euro, on a day, from a source.' },
  },
  visit: {
    title: 'Guided visit',
    offer: 'New here? Five steps through the four jobs',
    offerText:
      'Sign, plan, follow companies, watch the money: about three minutes, on the demo. You can stop at any time.',
    begin: 'Begin the visit',
    decline: 'Not now',
    count: 'Step {{at}} of {{of}}',
    next: 'Next',
    finish: 'Finish',
    show: 'Show me',
    back: 'Back',
    stop: 'Stop here',
    keys: 'F6 comes back to this panel. Where you stop, you can go on later, from the help.',
    resume: 'Go on with the visit (step {{at}})',
    again: 'Take the guided visit',
    step: {
      sign: {
        title: 'Log a signature',
        text: 'The job that comes most often. “New” is on every screen: which agreement, who signed, where and when, and it is done.',
        try: 'Try it: press “New”, then “Log a signature”, and type “Kansai”. Esc closes it again.',
      },
      mission: {
        title: 'Plan a mission',
        text: 'A mission goes from its plan over companies and meetings to its results, a tab each. The checklist counts back from the date.',
        try: 'Try it: open the first mission, look at “Meetings”, and come back here.',
      },
      companies: {
        title: 'Companies, and what came of it',
        text: 'Whom the clusters served with missions, services and aid, and what it led to. Funders ask for this.',
        try: 'Try it: press a figure. It opens the records that it counts.',
      },
      budget: {
        title: 'Keep the budget',
        text: 'The bar is what is spent, the mark where time stands. A grant shows early what will be overspent, left over or claimed late.',
        try: 'Try it: open the first grant, and follow one of its alerts.',
      },
      market: {
        title: 'See it by market',
        text: 'Everything of one market on a page: partners, agreements, missions, companies, money. The same for each cluster.',
        try: 'Try it: open a market; or choose one at the top, and every screen is narrowed to it.',
      },
    },
  },
}
export default help

declare module '../namespaces.ts' {
  interface Namespaces {
    help: typeof help
  }
}
