/**
 * The namespaces of messages. Each `en/<namespace>.ts` adds itself here by declaration merging, so a new screen brings
 * its messages without touching a shared file.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the message files
export interface Namespaces {}

export type Namespace = keyof Namespaces & string

/**
 * The shape other languages fill: every English key, as any text. A language with more plural forms than English may
 * add `_many`.
 */
export type Messages<English> = {
  [Key in keyof English]: English[Key] extends string ? string : Messages<English[Key]>
} & {
  [Key in keyof English as Key extends `${infer Base}_other` ? `${Base}_many` : never]?: string
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: Namespaces
    returnNull: false
  }
}
