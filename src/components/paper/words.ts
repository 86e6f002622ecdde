import i18next, { type i18n, type Resource, type TFunction } from 'i18next'
import { type Format, formatFor } from '../../i18n/format.ts'
import type { Namespace } from '../../i18n/namespaces.ts'
import { typeset } from '../../i18n/typeset.ts'

/** What a sheet is written with. */
export interface PaperWords<N extends Namespace | readonly Namespace[], L extends string> {
  language: L
  t: TFunction<N>
  /** Its ways of writing dates, numbers and amounts. */
  f: Format
}

/**
 * The words of one kind of paper, of these namespaces, the first of them without a prefix: gives them with the formats of a
 * language that `messages` has. They are made when the first sheet is.
 */
export function paperWords<const N extends Namespace | readonly Namespace[], L extends string>(
  namespaces: N,
  messages: Record<L, Resource[string]>,
): (language: L) => PaperWords<N, L> {
  const ns: readonly Namespace[] = typeof namespaces === 'string' ? [namespaces] : namespaces
  const [defaultNS = 'common'] = ns
  let papers: i18n | undefined
  return (language) => {
    papers ??= i18next.createInstance(
      {
        lng: 'en',
        resources: Object.fromEntries(
          Object.entries<Resource[string]>(messages).map(([own, words]) => [own, typeset(own, words)]),
        ),
        ns,
        defaultNS,
        fallbackLng: false,
        initAsync: false,
        interpolation: { escapeValue: false },
      },
      () => {},
    )
    return { language, t: papers.getFixedT(language, ns) as unknown as TFunction<N>, f: formatFor(language) }
  }
}
