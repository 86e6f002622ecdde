/** A rate as the API takes it: "1,4829" is "1.4829"; null where it is none. */
export function rateOf(text: string): string | null {
  const rate = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')
  return /^\d{1,9}(\.\d{1,9})?$/.test(rate) && /[1-9]/.test(rate) ? rate : null
}
