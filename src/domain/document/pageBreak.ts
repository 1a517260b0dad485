/** Its type in stored documents; it has no members. */
export const PAGE_BREAK_TYPE = 'pageBreak';
