const visitors = {
  edits_one: '{{names}} is editing this',
  edits_other: '{{names}} are editing this',
  looks_one: '{{names}} has this open too',
  looks_other: '{{names}} have this open too',
  others_one: '1 other',
  others_other: '{{count}} others',
}
export default visitors

declare module '../namespaces.ts' {
  interface Namespaces {
    visitors: typeof visitors
  }
}
