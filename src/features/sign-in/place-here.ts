/** A path of this site, or its beginning: what an address names may be meant to lead elsewhere, as "//other.example" would. */
export const placeHere = (path: string | null) => (path && /^\/(?![/\\])/.test(path) ? path : '/')
