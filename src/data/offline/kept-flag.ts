/** Whether anything is kept for offline, told without opening the database. */
const place = 'corridor.kept'

export function noteKept(count: number): void {
  try {
    if (count > 0) localStorage.setItem(place, String(count))
    else localStorage.removeItem(place)
  } catch {
    // Without it, what is kept is found a moment later.
  }
}

export function somethingKept(): boolean {
  try {
    return localStorage.getItem(place) !== null
  } catch {
    return false
  }
}
