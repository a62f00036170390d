/**
 * The nouns of lib, from the lowest floor to the highest. A noun may use nouns on lower floors only. Below all of them
 * are `base`, which is pure, and `platform`, which knows no noun.
 */
export const FLOORS = [
  { nouns: ["audit"], holds: "what is sealed: facts and the digest of a change" },
  { nouns: ["company"], holds: "whose it is" },
  { nouns: ["access"], holds: "who may what" },
  {
    nouns: ["party", "call"],
    holds: "buyers, offers and traffic sources; calls, tokens, transcripts, personal values",
  },
  {
    nouns: ["terms", "erasure", "evaluation"],
    holds: "prices and payouts; what is erased; what the facts of a call say",
  },
  { nouns: ["settings"], holds: "what converts by itself" },
  { nouns: ["cap"], holds: "limits, and how much of them is used" },
  { nouns: ["conversion"], holds: "commands, plan, commit, convert, preview" },
  { nouns: ["simulation", "inbound", "ledger"], holds: "what would have been; what arrives; entries and rollups" },
  {
    nouns: ["inbox", "period", "billing-profile"],
    holds: "what waits for a person; months; what bills are made out by",
  },
  { nouns: ["document"], holds: "payments, adjustments and what they settle" },
  { nouns: ["statement"], holds: "the bill of a party for one cycle" },
  { nouns: ["proof", "export", "report"], holds: "what is read across nouns" },
  { nouns: ["api", "jobs"], holds: "how the nouns are reached: routes and their reference, work that runs by itself" },
];

/**
 * The folders of components likewise. Screens combine nouns, so these floors are their own; from lib they may use
 * contracts, domains and clients of every floor.
 */
export const SCREENS = [
  ["ui", "shell"],
  ["form"],
  ["access", "api", "erasure", "ledger", "party"],
  ["cap", "conversion", "document", "inbound", "period", "proof", "report", "statement"],
  ["call", "settings"],
  ["inbox"],
];

/**
 * The layers of a noun: the layers it may use, of its own noun and lower ones, and the parts of platform. All may use
 * base. A folder or file named after a layer is that layer; all others are verbs.
 */
export const LAYERS = {
  domain: { layers: ["domain"], platform: [] },
  provider: { layers: ["provider", "domain"], platform: [] },
  contract: { layers: ["contract", "domain"], platform: ["contract"] },
  // The server's key, which hashes erased values, is configuration.
  sql: { layers: ["sql", "domain"], platform: ["sql", "config"] },
  client: { layers: ["client", "contract", "domain"], platform: ["client", "contract", "config/clock"] },
  verbs: {
    layers: ["verbs", "sql", "contract", "domain", "provider"],
    platform: ["config", "contract", "http", "jobs", "log", "server", "sql"],
  },
};

/**
 * What the layers may import of packages; those that are not here, all.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const PACKAGES = {
  // A coming standard of the language, and pure.
  domain: ["temporal-polyfill"],
  base: ["temporal-polyfill"],
  provider: ["crypto", "csv-parse", "temporal-polyfill"],
  contract: ["zod"],
};
