import { controlOf, type OwnershipLink } from '../ownership.ts'

/**
 * Whose figures stand in the group accounts of others already (Article 6(2)): what those that have such accounts control,
 * directly or through others.
 */
export function groupAccountsCover(
  links: readonly OwnershipLink[],
  withGroupAccounts: readonly string[],
): ReadonlySet<string> {
  const covered = new Set<string>()
  const controlling = links.filter(controlOf)
  for (const start of withGroupAccounts) {
    // Of two that control each other, one stands for both.
    if (covered.has(start)) continue
    const reached = [start]
    for (const id of reached)
      for (const { holderId, heldId } of controlling)
        if (holderId === id && !reached.includes(heldId)) reached.push(heldId)
    for (const id of reached.slice(1)) covered.add(id)
  }
  return covered
}
