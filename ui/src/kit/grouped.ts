/** Things by what `key` says of them, in the order in which each key first comes. Older web views lack `Map.groupBy`. */
export function grouped<T, K>(things: Iterable<T>, key: (thing: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const thing of things) {
    const found = groups.get(key(thing))
    if (found) found.push(thing)
    else groups.set(key(thing), [thing])
  }
  return groups
}
