import { addMonths, type CivilDate } from './partial-date.ts'

/** What a company signs: its SME status (Article 3(5) of the annex to 2003/361/EC), and the de minimis aid that it got from others. */
export const papers = ['sme', 'de_minimis'] as const
export type Paper = (typeof papers)[number]

export interface SignedPaper {
  kind: Paper
  signedOn: CivilDate
}

/** Both speak of figures and aid as of their day; within a year either becomes another. */
const holdsMonths = 12

/** Whether a paper of a kind, signed before, still counts on a day. */
export const paperHolds = (signed: readonly SignedPaper[], kind: Paper, day: CivilDate): boolean =>
  signed.some(
    (paper) => paper.kind === kind && paper.signedOn <= day && addMonths(paper.signedOn, holdsMonths) >= day,
  )

/** What is to be asked for. */
export const missingPapers = (signed: readonly SignedPaper[], day: CivilDate): Paper[] =>
  papers.filter((kind) => !paperHolds(signed, kind, day))
