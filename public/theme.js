// Sets the chosen colour scheme before the first paint, so that a dark page never flashes white.
// A file of its own because the content security policy allows no inline scripts.
try {
  const chosen = localStorage.getItem('corridor.theme')
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.mantineColorScheme = dark ? 'dark' : 'light'
} catch {
  // Without storage the system's scheme applies.
}
