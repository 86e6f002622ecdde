import i18next from 'i18next'
import { afterAll, describe, expect, it } from 'vitest'
import { wordsIn } from '../../src/features/reports/words.ts'
import { loadMessages, startI18n } from '../../src/i18n/i18n.ts'
import { typeset } from '../../src/i18n/typeset.ts'

afterAll(() => i18next.changeLanguage('en'))

/** Every text in messages, however deep. */
const textsIn = (messages: unknown): string[] =>
  typeof messages === 'string' ? [messages] : Object.values(messages ?? {}).flatMap(textsIn)

describe('French messages', () => {
  it('never break before what ends a sentence, or inside of quotation marks', () => {
    expect(typeset('fr', { a: 'Quoi ? « Oui » : {{name}} ; non !', b: { c: '12:30' } })).toEqual({
      a: 'Quoi\u00a0? «\u00a0Oui\u00a0»\u00a0: {{name}}\u00a0; non\u00a0!',
      b: { c: '12:30' },
    })
  })

  it('are set so wherever they are read: on screens and on paper', async () => {
    await startI18n('fr')
    await loadMessages(['imports', 'settings'])
    for (const namespace of ['app', 'common', 'ui', 'imports', 'settings']) {
      const texts = textsIn(i18next.getResourceBundle('fr', namespace))
      expect(texts.length).toBeGreaterThan(10)
      expect(texts.filter((text) => / [:;?!»]|« /.test(text))).toEqual([])
    }
    expect(wordsIn('fr').t('period', { period: '2008' })).toBe('Période\u00a0: 2008')
  })

  it('alone: other languages are left as they are written', () => {
    expect(typeset('en', { a: 'Odd : here' })).toEqual({ a: 'Odd : here' })
  })
})
