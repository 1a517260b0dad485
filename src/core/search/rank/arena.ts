/**
 * Memory for the lists of one query. Lists reach millions of numbers: taking them from blocks that are used
 * again for the next query spares the system clearing new memory each time.
 */

/** Bytes of a block; a longer list gets a block of its own. */
const BLOCK = 1 << 24;
/** Bytes kept for the next query. */
const KEPT = 1 << 28;

export interface Arena {
  /** Arrays with whatever was in them before. */
  uint8(length: number): Uint8Array<ArrayBuffer>;
  uint32(length: number): Uint32Array<ArrayBuffer>;
  uint16(length: number): Uint16Array<ArrayBuffer>;
  float64(length: number): Float64Array<ArrayBuffer>;
  /** Gives the unused end of the array that was taken last back. */
  shrink(list: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer>;
  /** Everything that was taken is free again. */
  reset(): void;
}

export function createArena(): Arena {
  let blocks: ArrayBuffer[] = [];
  let current = 0;
  let at = 0;

  const take = (bytes: number): { buffer: ArrayBuffer; offset: number } => {
    const size = (bytes + 7) & ~7;
    while (current < blocks.length && blocks[current]!.byteLength - at < size) {
      current += 1;
      at = 0;
    }
    if (current === blocks.length) blocks.push(new ArrayBuffer(Math.max(BLOCK, size)));
    const offset = at;
    at += size;
    return { buffer: blocks[current]!, offset };
  };

  return {
    uint8(length) {
      const { buffer, offset } = take(length);
      return new Uint8Array(buffer, offset, length);
    },
    uint32(length) {
      const { buffer, offset } = take(length * 4);
      return new Uint32Array(buffer, offset, length);
    },
    uint16(length) {
      const { buffer, offset } = take(length * 2);
      return new Uint16Array(buffer, offset, length);
    },
    float64(length) {
      const { buffer, offset } = take(length * 8);
      return new Float64Array(buffer, offset, length);
    },
    shrink(list, length) {
      if (blocks[current] === list.buffer && list.byteOffset + ((list.byteLength + 7) & ~7) === at)
        at = list.byteOffset + ((length * 4 + 7) & ~7);
      return list.subarray(0, length);
    },
    reset() {
      let kept = 0;
      blocks = blocks.filter(({ byteLength }) => (kept += byteLength) <= KEPT);
      current = 0;
      at = 0;
    },
  };
}
