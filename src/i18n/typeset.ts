/**
 * Messages as a language sets them. They are written with ordinary blanks: French holds those before a colon, a semicolon, a
 * question or an exclamation mark, and inside of quotation marks, so that no line breaks there.
 */
export const typeset = <Messages>(language: string, messages: Messages): Messages =>
  language === 'fr' ? french(messages) : messages

function french<Messages>(messages: Messages): Messages {
  if (typeof messages === 'string')
    return messages.replace(/ (?=[:;?!»])/g, '\u00a0').replace(/(?<=«) /g, '\u00a0') as Messages
  if (messages === null || typeof messages !== 'object') return messages
  return Object.fromEntries(Object.entries(messages).map(([key, value]) => [key, french(value)])) as Messages
}
