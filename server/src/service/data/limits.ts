/** Largest document that is analysed, in UTF-16 code units: real definitions stay below 64 KiB (the API's limit). */
export const maxDocumentLength = 2_000_000;

/** Deepest nesting that is parsed. A task definition needs 8 levels; the parsers recurse and overflow at some thousands. */
export const maxDepth = 100;
