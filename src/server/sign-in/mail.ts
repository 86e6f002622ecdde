/** What people are written: to whom, and a short text with a link. */
export interface Letter {
  to: string
  subject: string
  text: string
}
/** Sends a letter. Never rejects: what could not be sent is said in the log. */
export type Mailer = (letter: Letter) => Promise<void>

interface MailLog {
  tell: (words: string) => void
  warn: (words: string) => void
}

/**
 * Sends by SMTP ("smtps://user:password@mail.example.org"); where no server is named, the letter is shown in the log. Of one that
 * could not be sent the log keeps the link, in one line, so that it can be passed on otherwise.
 */
export function mailer(smtp: string | undefined, from: string | undefined, log: MailLog): Mailer {
  if (!smtp) {
    return async ({ to, subject, text }) => {
      log.tell(`\n[no mail server is set: CORRIDOR_SMTP] To: ${to}\n${subject}\n${text}\n`)
    }
  }
  return async (letter) => {
    try {
      const { createTransport } = await import('nodemailer')
      await createTransport(smtp).sendMail({ from: from ?? 'corridor@localhost', ...letter })
    } catch (error) {
      const { to, subject, text } = letter
      log.warn(
        `A letter could not be sent (${reasonOf(error)}). To: ${to}. ${subject}: ${/https?:\S+/.exec(text)?.[0] ?? ''}`,
      )
    }
  }
}

/** A code such as ECONNREFUSED or EAUTH: what mail servers say besides may hold addresses and names of users. */
const reasonOf = (error: unknown): string =>
  String((error as { code?: unknown } | null)?.code ?? (error instanceof Error ? error.name : 'unknown'))

/** The letters, in both languages: whoever is written to has not chosen one yet. */
export const letters = {
  invitation: (
    { name, by }: { name: string; by: string | null },
    link: string,
    days: number,
  ): Omit<Letter, 'to'> => ({
    subject: 'Corridor: your invitation / votre invitation',
    text: [
      `${name},`,
      `${by ?? 'Your administrator'} invites you to work in Corridor. Choose a password here (within ${days} days):`,
      `${by ?? 'Votre administrateur'} vous invite à travailler dans Corridor. Choisissez un mot de passe ici (sous ${days} jours) :`,
      link,
    ].join('\n\n'),
  }),
  reset: (name: string, link: string): Omit<Letter, 'to'> => ({
    subject: 'Corridor: a new password / un nouveau mot de passe',
    text: [
      `${name},`,
      'choose a new password here, within an hour. If you did not ask for this, do nothing.',
      'choisissez un nouveau mot de passe ici, dans l’heure. Si vous n’avez rien demandé, ne faites rien.',
      link,
    ].join('\n\n'),
  }),
}
