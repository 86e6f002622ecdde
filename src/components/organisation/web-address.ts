/** A web address as people write it ("www.example.org") with the scheme that it needs. */
export function withScheme(text: string): string {
  const address = text.trim()
  return !address || /^[a-z]+:\/\//i.test(address) ? address : `https://${address}`
}
