import type { SourceKey } from './sources.ts'

/** What a statement is about. One word for one thing, so that statements that disagree stand side by side. */
export type Topic =
  | 'Contact'
  | 'Contents of the agreement'
  | 'Cooperation abroad'
  | 'Duration'
  | 'Evaluation'
  | 'Event'
  | 'Existing agreement'
  | 'Focus'
  | 'Founded'
  | 'Grant'
  | 'Joining from abroad'
  | 'Jobs and projects'
  | 'Launch'
  | 'Lead'
  | 'Members'
  | 'Motto'
  | 'Name'
  | 'Next steps'
  | 'Objective'
  | 'Offices'
  | 'Planned event'
  | 'Pôles in France'
  | 'Project'
  | 'Region'
  | 'Role'
  | 'Signature'
  | 'Signatories'
  | 'Stage'
  | 'Start-ups'
  | 'Strategic line'
  | 'Support instrument'
  | 'Target'
  | 'Website'
  | 'Why this market'

/** What a source says about a record: the source, the topic, the body and, where the source dates it, when it was so. */
export type Said = readonly [source: SourceKey, topic: Topic, body: string, at?: string]

/** A record to enter, with what it comes from. Sources of its statements need not be repeated in `from`. */
export interface Fact<Input> {
  record: Input
  from?: readonly SourceKey[]
  says?: readonly Said[]
}

/** Records by a key that other records refer to them by. */
export type Facts<Input> = Readonly<Record<string, Fact<Input>>>
