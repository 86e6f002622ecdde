/**
 * What people take for a password where twelve characters are asked for: one of these, with figures and signs about it. Our own short
 * list of what guessing begins with in the languages of the app, as NIST SP 800-63B, 3.1.1.2 asks for; longer lists need a network.
 */
export const commonWords: ReadonlySet<string> = new Set(
  `password passwort passphrase pass motdepasse secret letmein changeme default login master trustno
  welcome bienvenue bonjour hello admin administrator administrateur root user guest test
  qwerty azerty iloveyou jetaime sunshine soleil princess dragon football baseball superman starwars
  computer ordinateur internet doudou loulou chouchou marseille france company corridor
  winter spring summer autumn hiver printemps`.split(/\s+/),
)

/** Rows of keys, and what is counted off: a run along one of them, either way, is no secret. */
export const runs: readonly string[] = [
  '012345678901234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
  '1q2w3e4r5t6y7u8i9o0p',
  '1qaz2wsx3edc4rfv5tgb6yhn',
]
