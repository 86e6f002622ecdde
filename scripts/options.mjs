const given = process.argv.slice(2)

/**
 * The value of `--name value` or `--name=value`, or undefined.
 * @param {string} name
 */
export function option(name) {
  const at = given.findIndex((word) => word === `--${name}` || word.startsWith(`--${name}=`))
  if (at < 0) return undefined
  const word = given[at] ?? ''
  return word.includes('=') ? word.slice(word.indexOf('=') + 1) : given[at + 1]
}

/** @param {string} name */
export const flag = (name) => given.includes(`--${name}`)
