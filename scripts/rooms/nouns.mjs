/** The nouns that lie in one folder, from the lowest floor to the highest: each may use those before it, none after it. */
export const NOUNS = ["call", "conversion", "inbound"];

/**
 * The layers of a noun: of its own folder and of those on lower floors, which layers each may use, and which of the rooms
 * that still lie by layer.
 */
const LAYERS = {
  contract: { layers: ["contract", "domain"], rooms: ["contracts", "domain"] },
  domain: { layers: ["domain"], rooms: ["domain"] },
  provider: { layers: ["provider", "domain"], rooms: ["domain"] },
  sql: { layers: ["sql", "domain"], rooms: ["db", "domain"] },
  verbs: {
    layers: ["contract", "domain", "provider", "sql", "verbs"],
    rooms: ["services", "db", "contracts", "domain", "config"],
  },
  client: { layers: ["client", "contract"], rooms: ["api-client", "contracts"] },
};

/** The rooms of all nouns in these layers: "call/domain", "inbound/provider". */
export function roomsIn(...layers) {
  return NOUNS.flatMap((noun) => layers.map((layer) => `${noun}/${layer}`));
}

/** The room of a file inside lib/<noun>: a folder or file named after a layer is that layer, all else are verbs. */
export function roomInNoun(noun, name) {
  const layer = name.replace(/\.tsx?$/, "");
  return `${noun}/${layer in LAYERS ? layer : "verbs"}`;
}

/** What each room of a noun may import from. */
export const NOUNS_MAY_IMPORT = Object.fromEntries(
  NOUNS.flatMap((noun, floor) =>
    Object.entries(LAYERS).map(([layer, { layers, rooms }]) => {
      const within = NOUNS.slice(0, floor + 1).flatMap((other) => layers.map((each) => `${other}/${each}`));
      return [`${noun}/${layer}`, [...rooms, ...within]];
    }),
  ),
);

export const ALL_LAYERS = Object.keys(LAYERS);
