/** What stands for a value in the tables of a map. */
interface Place<V> {
  value: V | undefined;
}

/**
 * A map that lets go of what is deleted from it, for one that lives long and in which much comes and goes.
 *
 * V8 makes a new table of a `Map` whenever as many entries were deleted as it has room for. The old table keeps those that were in it
 * then, and the new one. Once one of these tables has outlived a full collection of garbage, none that comes after it is
 * let go before the next, nor is what they keep: all of it is moved to the old generation. Here they keep places, which are empty.
 */
export class ReleasingMap<K, V extends object> implements Map<K, V> {
  readonly [Symbol.toStringTag] = 'Map';
  readonly #places = new Map<K, Place<V>>();

  get size(): number {
    return this.#places.size;
  }

  get(key: K): V | undefined {
    return this.#places.get(key)?.value;
  }

  has(key: K): boolean {
    return this.#places.has(key);
  }

  set(key: K, value: V): this {
    const place = this.#places.get(key);
    if (place === undefined) this.#places.set(key, { value });
    else place.value = value;
    return this;
  }

  delete(key: K): boolean {
    const place = this.#places.get(key);
    if (place === undefined) return false;
    place.value = undefined;
    return this.#places.delete(key);
  }

  clear(): void {
    for (const key of this.#places.keys()) this.delete(key);
  }

  forEach(callback: (value: V, key: K, map: Map<K, V>) => void): void {
    for (const [key, value] of this) callback(value, key, this);
  }

  *[Symbol.iterator](): MapIterator<[K, V]> {
    for (const [key, { value }] of this.#places) if (value !== undefined) yield [key, value];
  }

  entries(): MapIterator<[K, V]> {
    return this[Symbol.iterator]();
  }

  keys(): MapIterator<K> {
    return this.#places.keys();
  }

  *values(): MapIterator<V> {
    for (const [, value] of this) yield value;
  }
}
