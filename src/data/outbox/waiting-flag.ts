/** How many writes waited when it was last looked, told without opening the database. */
const place = 'corridor.waiting'

export function noteWaiting(count: number): void {
  try {
    if (count > 0) localStorage.setItem(place, String(count))
    else localStorage.removeItem(place)
  } catch {
    // It only says how soon to look.
  }
}

export function somethingWaits(): boolean {
  try {
    return localStorage.getItem(place) !== null
  } catch {
    return false
  }
}
