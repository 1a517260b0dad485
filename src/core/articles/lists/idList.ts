/** A list of ids that grows and shrinks in place. */

export interface IdList {
  ids: () => Int32Array;
  set: (ids: readonly number[]) => void;
  /** Puts `id` where `compare` (below zero: the other one comes first) says; the list must be in that order. */
  insert: (id: number, compare: (other: number) => number) => void;
  remove: (goes: (id: number) => boolean) => void;
}

export function createIdList(): IdList {
  let room = new Int32Array(0);
  let length = 0;

  return {
    ids: () => room.subarray(0, length),
    set(ids) {
      room = Int32Array.from(ids);
      length = ids.length;
    },
    insert(id, compare) {
      let low = 0;
      let high = length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (compare(room[middle]!) < 0) low = middle + 1;
        else high = middle;
      }
      if (length === room.length) {
        const larger = new Int32Array(Math.ceil(length * 1.25) + 64);
        larger.set(room);
        room = larger;
      }
      room.copyWithin(low + 1, low, length);
      room[low] = id;
      length += 1;
    },
    remove(goes) {
      let kept = 0;
      for (let at = 0; at < length; at += 1) {
        const id = room[at]!;
        if (goes(id)) continue;
        room[kept] = id;
        kept += 1;
      }
      length = kept;
    },
  };
}
