/**
 * Postings that a loop over a long list goes through in one call. A function that is called often is compiled
 * soon; one that is called once, with a loop over all of the list, only after much of it was gone through slowly.
 */
export const CHUNK = 1024;
