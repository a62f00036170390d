import { ALL_LAYERS, NOUNS, NOUNS_MAY_IMPORT, roomInNoun, roomsIn } from "./nouns.mjs";

const ENTRANCES = roomsIn("contract", "verbs");

/** Which room may import from which, besides itself. Packages are free to all but the domain. */
export const MAY_IMPORT = {
  server: ["http", "jobs", "services", "config", ...ENTRANCES],
  app: ["http", "services", "auth", "components", "api-client", "contracts", "config", ...ENTRANCES],
  components: ["api-client", "contracts", "domain", "config", ...roomsIn("contract", "domain", "client")],
  "api-client": ["contracts", "config", ...roomsIn("contract")],
  http: ["services", "contracts", "config", ...ENTRANCES],
  auth: ["services", "contracts", "config", ...ENTRANCES],
  jobs: ["services", "contracts", "config", ...ENTRANCES],
  services: ["db", "contracts", "domain", "config", ...ENTRANCES, ...roomsIn("domain", "provider", "sql")],
  db: ["domain", "config", ...roomsIn("domain")],
  contracts: ["domain", "config", ...roomsIn("contract", "domain")],
  config: [],
  domain: [],
  testing: [
    "http",
    "services",
    "auth",
    "contracts",
    "jobs",
    "db",
    "domain",
    "config",
    "elsewhere",
    ...roomsIn(...ALL_LAYERS),
  ],
  ...NOUNS_MAY_IMPORT,
};

/** Functions of what they are given and of nothing else. */
export const PURE = ["domain", ...roomsIn("domain", "provider")];

/** Rooms that import no packages. */
export const WITHOUT_PACKAGES = ["domain", ...roomsIn("domain")];

/** Typed errors are the words in which every room refuses; one table in http gives them their status. */
export const OPEN_TO_ALL = ["lib/domain/errors"];

/** Next.js loads these from the root. */
const SERVER_FILES = /^(instrumentation|instrumentation-client|proxy)\.ts$/;

/** The room a path belongs to: "elsewhere" for scripts, tests of the whole and the like. */
export function roomOf(file) {
  const [first, second, third = ""] = file.split("/");
  if (first === "lib" && NOUNS.includes(second)) return roomInNoun(second, third);
  if (first === "lib") return second in MAY_IMPORT ? second : "unknown";
  if (first === "app" || first === "components") return first;
  return SERVER_FILES.test(file) ? "server" : "elsewhere";
}

export const isTest = (file) => /\.test\.tsx?$/.test(file);

/** Primitives know no noun of the product, so that they could serve another one. */
export const isPrimitive = (file) => file.startsWith("components/ui/");

/** The inside of a room, which even those that may import from the room leave alone. */
export const isInside = (target) => target.startsWith("lib/db/generated");
