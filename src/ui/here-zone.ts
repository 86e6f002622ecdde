/** The IANA time zone that the reader's machine is in. */
export const hereZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone
