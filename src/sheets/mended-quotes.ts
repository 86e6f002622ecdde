/**
 * Text with separators, with the quotes doubled that stand within a quoted cell as they must not: `"ASSOCIATION "NATIONAL
 * CENTRE"";26` is `ASSOCIATION "NATIONAL CENTRE"` and 26. Cells that are as RFC 4180 has them are left as they are.
 */
export function mendedQuotes(text: string, separator: string): string {
  const ends = new RegExp(`[${separator === '|' ? '\\|' : separator}\r\n]`, 'g')
  let mended = ''
  let copied = 0
  for (let at = 0; at < text.length; ) {
    const end = text[at] === '"' ? quotedEnd(text, at, separator) : null
    if (typeof end === 'object' && end !== null) {
      const raw = text.slice(at, end.flawed)
      mended += `${text.slice(copied, at)}"${innerOf(raw).replaceAll('"', '""')}"`
      copied = end.flawed
    }
    ends.lastIndex = typeof end === 'number' ? end : end ? end.flawed : at
    if (!ends.test(text)) break
    at = ends.lastIndex
  }
  return mended + text.slice(copied)
}

/** Behind the quote that closes the cell; where a quote stands in it that closes nothing, where it ends if that is a letter. */
function quotedEnd(text: string, start: number, separator: string): number | { flawed: number } | null {
  for (let at = start + 1; ; ) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return null
    if (text[quote + 1] === '"') at = quote + 2
    else if (isEnd(text, quote + 1, separator)) return quote + 1
    else return { flawed: flawedEnd(text, quote, separator) }
  }
}

/**
 * Where a cell ends that has a quote at `stray`. One before a word opens a quotation, which may have separators in it: the
 * cell ends with the first quote of its line that can close it. Otherwise it ends with the next separator.
 */
function flawedEnd(text: string, stray: number, separator: string): number {
  const line = /[\r\n]/.exec(text.slice(stray, stray + 10_000))
  const stop = line ? stray + line.index : Math.min(text.length, stray + 10_000)
  if (/[\s(]/.test(text[stray - 1] ?? ''))
    for (let quote = stray + 1; quote < stop; quote++)
      if (text[quote] === '"' && isEnd(text, quote + 1, separator)) return quote + 1
  const next = text.indexOf(separator, stray)
  return next < 0 || next > stop ? stop : next
}

/** Whether a cell ends here, but for blanks. */
function isEnd(text: string, at: number, separator: string): boolean {
  let behind = at
  while (text[behind] === ' ') behind++
  return behind >= text.length || text[behind] === separator || /[\r\n]/.test(text[behind] ?? '')
}

/** A cell's letters: without the quotes around it, if there are two; quotes doubled as they should be are one. */
function innerOf(raw: string): string {
  const whole = raw.trimEnd()
  const inner = whole.length > 1 && whole.endsWith('"') ? whole.slice(1, -1) : whole
  return /(?<!")""(?!")./.test(inner) ? inner.replaceAll('""', '"') : inner
}
