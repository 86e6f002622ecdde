import { useTranslation } from 'react-i18next'
import type { AgreementRow } from '../../contract/agreements.ts'
import { useFormat } from '../../i18n/format.ts'

/** "Lyonbiopôle, Alsace BioValley → Kansai Bio Promotion Council": the home side, then the partner's. */
export function PartyNames({ parties, most = 3 }: { parties: AgreementRow['parties']; most?: number }) {
  const { t } = useTranslation('agreements')
  const f = useFormat()
  if (parties.length === 0) return <span>{t('parties.none')}</span>
  const of = (side: 'home' | 'partner') =>
    parties.filter((party) => party.side === side).map(({ name }) => name)
  const some = (names: string[]) =>
    names.length <= most
      ? names.join(', ')
      : t('parties.andMore', { names: names.slice(0, most).join(', '), count: names.length - most })
  const [home, partner] = [of('home'), of('partner')]
  return (
    <span title={f.list([...home, ...partner])}>
      {some(home) || t('parties.unnamed')} <span aria-hidden>→</span>
      <span className="visually-hidden">{t('parties.with')}</span> {some(partner) || t('parties.unnamed')}
    </span>
  )
}
