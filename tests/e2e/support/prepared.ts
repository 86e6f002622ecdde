import type { Page } from 'playwright-core'
import type { Agreement, AgreementInput } from '../../../src/contract/agreements.ts'
import { given, read } from './ui.ts'

interface Named {
  id: string
  name: string
}

/** An agreement ready to be signed, as another colleague may have left it. */
export interface Prepared {
  agreement: Agreement
  home: Named
  partner: Named
}

/**
 * Adds two bodies and an agreement between them, through the API; `more` is what else is known of the
 * agreement.
 */
export async function prepare(
  page: Page,
  title: string,
  more: (page: Page, home: Named) => Promise<Partial<AgreementInput>> = async () => ({}),
): Promise<Prepared> {
  const home = await given<Named>(page, '/organisations', {
    name: `${title}: home`,
    kinds: ['cluster'],
    country: 'FR',
  })
  const partner = await given<Named>(page, '/organisations', {
    name: `${title}: partner`,
    kinds: ['partner'],
    country: 'JP',
  })
  const agreement = await given<Agreement>(page, '/agreements', {
    title,
    type: 'mou',
    stage: 'drafting',
    stageSince: '2008-01-10',
    negotiatorId: home.id,
    parties: [
      { organisationId: home.id, side: 'home' },
      { organisationId: partner.id, side: 'partner' },
    ],
    ...(await more(page, home)),
  })
  return { agreement, home, partner }
}

/** The agreement as it stands now. */
export const nowOf = (page: Page, { agreement }: Prepared): Promise<Agreement> =>
  read<Agreement>(page, `/agreements/${agreement.id}`)
