import type { AuditVerdict } from '../../contract/audit.ts'

type Flaw = NonNullable<AuditVerdict['flaw']>

/** What is wrong, as it stands in the log of a command. */
const flaws: Record<Flaw['code'], (flaw: Flaw) => string> = {
  missing: ({ position, block }) => `Entry ${position} of block ${block} is missing.`,
  surplus: ({ position }) => `Entry ${position} stands after the end of the chain: it was never sealed.`,
  altered: ({ position }) => `Entry ${position} says something else than when it was sealed.`,
  broken: ({ position }) =>
    `Entry ${position} does not follow on the one before: it, or its place, was altered.`,
  block: ({ block }) => `Block ${block} is missing or was altered.`,
  tail: ({ position, block }) => `The end is missing: entries from ${position}, blocks from ${block}.`,
  history_altered: ({ position }) =>
    `The change that entry ${position} tells of stands altered in the history.`,
  history_gone: ({ position }) => `The change that entry ${position} tells of is gone from the history.`,
  history_added: () =>
    'The history has a change that no entry tells of: it was put there past the application.',
  anchor: () =>
    'The hash given is no end of any block: the chain has been rewritten since, or it is of another.',
  unreadable: () => 'This is no exported audit (JSON).',
}

/** What a whole chain says of an exported file, and what it can't: names are looked up as the file is made, and are not sealed. */
const vouchedFor = [
  'Vouched for, of each entry: when (at), its kind, who by their id (userId, personId), and what (verb, noun, recordId, changeSetId, detail).',
  'Not vouched for, and given for reading only: the names (person, email, title), and when and how the file was asked for (madeAt, filters). Whose an id is, the database knows.',
]

/** A verdict in lines, the decision first; of a file with what the decision covers. */
export function wordsOf(
  { ok, flaw, head, entries, blocks, pending, expired, redacted, replaced }: AuditVerdict,
  of: 'database' | 'file' = 'database',
): string[] {
  const first = ok ? 'The audit is whole.' : `THE AUDIT IS NOT WHOLE. ${flaw ? flaws[flaw.code](flaw) : ''}`
  const checked = `Checked: ${entries} entries in ${blocks} blocks.`
  const more = [
    pending > 0 && `${pending} entries are not sealed yet.`,
    expired > 0 && `Of ${expired} entries the time was over; what they said is forgotten.`,
    redacted > 0 && `From ${redacted} changes the erasure of a person took data.`,
    replaced > 0 && `${replaced} changes are of a workspace that has been replaced.`,
    head && `Up to ${head.at}: ${head.hash}`,
  ]
  const covered = ok && of === 'file' ? vouchedFor : []
  return [first, checked, ...more.filter((line) => typeof line === 'string'), ...covered]
}
