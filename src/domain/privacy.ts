import { addMonths, type CivilDate } from './partial-date.ts'

/** The grounds on which personal data may be kept: Article 6(1)(a), (b), (c), (e) and (f) of the GDPR (EU) 2016/679. */
export const legalBases = [
  'consent',
  'contract',
  'legal_obligation',
  'public_task',
  'legitimate_interest',
] as const
export type LegalGround = (typeof legalBases)[number]

/** What a person is asked to agree to, each apart (Article 7(2) and recital 32). */
export const consentPurposes = ['contact', 'missions', 'newsletter', 'sharing', 'pictures'] as const
export type ConsentPurpose = (typeof consentPurposes)[number]

export const consentDecisions = ['given', 'withdrawn'] as const

/**
 * How long data of business contacts is kept after the last thing they did themselves, unless another time is set: three
 * years, as the CNIL's reference framework on commercial relations has it (deliberation 2021-131 of 23 September 2021).
 */
export const usualKeepMonths = 36

export interface Retention {
  /** The last day on which the person did something themselves; else that of the data's collection. */
  lastAction: CivilDate
  /** The last day on which the data may be kept. */
  until: CivilDate
  /** Whether that day has passed. */
  due: boolean
}

/** Until when a person's data may be kept, as of a day; no longer than until the consent that it rests on was withdrawn. */
export function retention(
  lastAction: CivilDate,
  keepMonths: number | null,
  day: CivilDate,
  withdrawn: CivilDate | null = null,
): Retention {
  const usual = addMonths(lastAction, keepMonths ?? usualKeepMonths)
  const until = withdrawn !== null && withdrawn < usual ? withdrawn : usual
  return { lastAction, until, due: until < day }
}

export interface Consent {
  purpose: ConsentPurpose
  decision: (typeof consentDecisions)[number]
  on: CivilDate
}

/** What holds as of a day: the last word on each purpose that the person has been asked about. Of one day, the later entry counts. */
export function consentsOn<C extends Consent>(consents: readonly C[], day: CivilDate): C[] {
  const last = new Map<ConsentPurpose, C>()
  for (const one of consents) {
    const held = last.get(one.purpose)
    if (one.on <= day && (!held || held.on <= one.on)) last.set(one.purpose, one)
  }
  return consentPurposes.flatMap((purpose) => last.get(purpose) ?? [])
}

/**
 * The day on which the last consent was withdrawn, where consent is the ground that data is kept on: nothing allows it any more
 * (Article 17(1)(b)). Null while there is any, or another ground.
 */
export function withdrawnOn(ground: LegalGround | null, consents: readonly Consent[]): CivilDate | null {
  if (ground !== 'consent') return null
  const last = consentsOn(consents, '9999-12-31')
  if (last.length === 0 || last.some(({ decision }) => decision === 'given')) return null
  return last.reduce((latest, { on }) => (on > latest ? on : latest), '')
}
