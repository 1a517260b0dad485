/** Ids of the parts of the library that keys move the focus to. */
export const LIBRARY_TREE = 'library-tree';
export const ARTICLE_LIST = 'library-articles';
