/**
 * The nouns of lib, from the lowest floor to the highest. A noun may use only nouns on lower floors. Below them are
 * `base`, which is pure, and `platform`, which depends on no noun.
 */
export const FLOORS = [
  { nouns: ["audit"], holds: "who did what; what is sealed: facts and the digest of a change" },
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
  { nouns: ["idempotency"], holds: "the first answer to a write, replayed for the same request" },
  { nouns: ["settings", "outbound"], holds: "what converts by itself; what is posted to outside systems" },
  { nouns: ["cap"], holds: "limits, and how much of them is used" },
  { nouns: ["conversion"], holds: "commands, plan, commit, convert, preview" },
  {
    nouns: ["simulation", "inbound", "ledger", "batch"],
    holds: "what would have been; what arrives; entries and rollups; bulks of updates",
  },
  {
    nouns: ["inbox", "period", "billing-profile"],
    holds: "what waits for a person; months; what bills are made out by",
  },
  { nouns: ["document"], holds: "payments, adjustments and what they settle" },
  { nouns: ["statement"], holds: "the bill of a party for one cycle" },
  { nouns: ["proof", "export", "report"], holds: "what is read across nouns" },
  { nouns: ["operation"], holds: "whether the installation is healthy, and its metrics" },
  { nouns: ["api", "jobs"], holds: "how the nouns are reached: routes and their reference, work that runs by itself" },
];

/**
 * The floors of components. Screens combine nouns, so their order is different; from lib they may use the contracts,
 * domains and clients of every floor.
 */
export const SCREENS = [
  ["ui", "shell"],
  ["form"],
  ["party"],
  ["access", "api", "erasure", "ledger"],
  ["cap", "conversion", "document", "inbound", "outbound", "period", "proof", "report", "statement"],
  ["call", "settings"],
  ["inbox"],
];

/**
 * The layers of a noun. Each may use the listed layers, of its own noun and of lower ones, and the listed parts of
 * platform; all may use base. A folder or file named after a layer is that layer; all others are verbs.
 */
export const LAYERS = {
  domain: { layers: ["domain"], platform: [] },
  provider: { layers: ["provider", "domain"], platform: [] },
  contract: { layers: ["contract", "domain"], platform: ["contract"] },
  // Erased values are hashed with a key that is part of the configuration.
  sql: { layers: ["sql", "domain"], platform: ["sql", "config"] },
  client: { layers: ["client", "contract", "domain"], platform: ["client", "contract", "config/clock"] },
  verbs: {
    layers: ["verbs", "sql", "contract", "domain", "provider"],
    platform: ["config", "contract", "http", "jobs", "log", "mail", "metrics", "server", "sql"],
  },
};

/**
 * The packages that a layer may import; a layer that is not listed may import all.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const PACKAGES = {
  // Temporal is pure, and a standard of the language.
  domain: ["temporal-polyfill"],
  base: ["temporal-polyfill"],
  provider: ["crypto", "csv-parse", "temporal-polyfill"],
  contract: ["zod"],
};
