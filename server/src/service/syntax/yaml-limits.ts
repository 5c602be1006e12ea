/** Most aliases of a YAML document: a handful in practice, and each may stand for a large value. */
export const maxAliases = 1_000;

/** Most nodes that the aliases of a YAML document may stand for together: readers walk each of them. */
export const maxExpandedNodes = 100_000;

/** Most members of one YAML mapping. */
export const maxMembers = 5_000;

/** Most members, items and comments of a YAML text together: a million characters of definitions have half of it. */
export const maxEntries = 100_000;

/** Most documents of a YAML stream. */
export const maxDocuments = 1_000;
