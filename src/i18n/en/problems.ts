import type { ProblemCode } from '../../contract/problems.ts'

/** A sentence for every way a request can fail, and for everything that can be wrong with a field. */
const problems = {
  code: {
    malformed_request:
      'The request could not be read. Reload the page and try again; what you typed is kept.',
    not_signed_in: 'Nobody is chosen to act as. Choose who you are in the account menu.',
    not_allowed: 'You are looking only. To change something, choose a person in the account menu.',
    not_found: 'This record does not exist any more. It may have been deleted for good.',
    method_not_allowed: 'This cannot be done here. Reload the page: it may be of an older version.',
    conflict: 'This collides with another record. Nothing was changed.',
    duplicate: 'There is one like this already. Nothing was added.',
    in_use: 'It cannot be deleted while other records depend on it.',
    record_in_bin: 'The record is in the bin. Restore it first.',
    idempotency_key_reused: 'This was sent before with other content. Reload the page and try again.',
    undo_blocked: 'This cannot be undone now, because something later depends on it.',
    already_undone: 'This has been undone already.',
    agreement_abandoned: 'The agreement was abandoned on {{on}}. Take it up again first.',
    agreement_terminated: 'The agreement was terminated on {{on}}.',
    agreement_signed: 'The agreement was signed on {{on}}; its stage no longer changes.',
    agreement_not_signed: 'The agreement is not signed yet.',
    agreement_not_abandoned: 'The agreement has not been abandoned.',
    agreement_fully_signed: 'All parties have signed.',
    agreement_without_parties: 'The agreement has no parties yet. Add them first.',
    agreement_already_renewed: 'A renewal of this agreement has been begun already.',
    party_already_signed: 'This party has signed already.',
    party_has_signed: '{{party}} has signed or refused and cannot be taken away.',
    party_unknown: 'This body is not a party to the agreement.',
    version_stale: 'Somebody changed the record while you were editing it. Nothing was overwritten.',
    too_large: 'This is too large: at most {{limit}}.',
    unsupported_media_type: 'Files of this kind cannot be taken.',
    invalid: 'Something needs correcting. Nothing was saved yet.',
    reason_required: 'Something about this is unusual. Say why it is right, and it is kept with your reason.',
    workspace_file_invalid:
      'This is not a workspace file that can be read ({{where}}: {{why}}). The present workspace was not touched.',
    demo_unavailable: 'The demo workspace is not available here.',
    version_required: 'The version you saw is missing. Reload the page; what you typed is kept.',
    storage_full:
      'There is no room left to store this. Export the workspace, free some space, and try again.',
    internal: 'Something went wrong on our side. Nothing was changed; what you typed is kept.',
  } satisfies Record<ProblemCode, string>,
  connectionLost: 'No answer came. What you typed is kept; try again, it will not be done twice.',
  unexpected:
    'The answer could not be read: the page may be of an older version. Reload it; what you typed is kept.',
  unknown: 'Something went wrong. What you typed is kept.',
  field: {
    required: 'This is needed.',
    too_small: 'At least {{min}}.',
    too_big: 'At most {{max}}.',
    too_long: 'At most {{max}} characters.',
    invalid_type: 'This is missing or of the wrong kind.',
    invalid_format: 'This is not written in the right way.',
    invalid_value: 'Choose one of the list.',
    invalid_union: 'This is not complete.',
    unrecognized_keys: 'There is something here that does not belong.',
    not_multiple_of: 'Give a whole number.',
    custom: 'This cannot be right.',
    control_characters: 'There are invisible control characters in it. Type it anew.',
    date: 'This is not a date.',
    partial_date: 'This is not a year, a month or a day.',
    time_zone: 'This is not a time zone.',
    unknown_reference: 'This record does not exist any more. Choose another.',
    duplicate: 'There is one like this already.',
    overlap: 'Two periods of the same body overlap.',
    self: 'It cannot refer to itself.',
    period: 'This ends before it starts.',
    cursor: 'The list has changed. Load it anew.',
    empty_file: 'The file is empty.',
    other_market: 'This region belongs to another market.',
    before_signature: 'This is before the signature of {{signedOn}}.',
    record_in_bin: 'This record is in the bin.',
    party_already_signed: 'This party has signed already.',
    party_has_signed: 'This party has signed or refused and cannot be taken away.',
    party_unknown: 'This body is not a party to the agreement.',
    signed_before_joining: '{{party}} joined the alliance only after {{on}}. Say why it signed all the same.',
    not_a_member: '{{party}} was not a member of the alliance on {{on}}. Say why it signed all the same.',
    signed_in_future: '{{on}} is still to come. Say why the signature is logged already.',
    signed_after_end: '{{on}} is after the end of the agreement. Say why it was signed then.',
    other: 'This cannot be taken as it is.',
  },
  summary: 'Please correct what is marked.',
  elsewhere: 'Also: {{field}}: {{what}}',
  dependsOn: 'What depends on it:',
}
export default problems

declare module '../namespaces.ts' {
  interface Namespaces {
    problems: typeof problems
  }
}
