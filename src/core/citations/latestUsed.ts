/** Entries of which only the latest used are kept. */
export class LatestUsed<K, V> {
  /** In the order of their last use. */
  readonly #entries = new Map<K, V>();
  readonly #most: number;

  /** Beyond `most` entries the one that was not used for longest is forgotten. */
  constructor(most: number) {
    this.#most = most;
  }

  get(key: K): V | undefined {
    const value = this.#entries.get(key);
    if (value !== undefined) this.set(key, value);
    return value;
  }

  set(key: K, value: V): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.#most) break;
      this.#entries.delete(oldest);
    }
  }

  /** Forgets the entries with a value. */
  forget(value: V): void {
    for (const [key, own] of this.#entries) if (own === value) this.#entries.delete(key);
  }
}
