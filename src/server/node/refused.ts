/** A reason not to start, told in one line. */
export class StartRefused extends Error {}
