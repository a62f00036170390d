/** Which room may import from which, besides itself. Packages are free to all but the domain. */
export const MAY_IMPORT = {
  server: ["http", "jobs", "services", "config"],
  app: ["http", "services", "auth", "components", "api-client", "contracts", "config"],
  components: ["api-client", "contracts", "domain", "config"],
  "api-client": ["contracts", "config"],
  http: ["services", "contracts", "config"],
  auth: ["services", "contracts", "config"],
  jobs: ["services", "contracts", "config"],
  intake: ["config"],
  services: ["db", "intake", "contracts", "domain", "config"],
  db: ["domain", "config"],
  contracts: ["domain", "config"],
  config: [],
  domain: [],
  testing: ["http", "services", "auth", "contracts", "jobs", "intake", "db", "domain", "config", "elsewhere"],
};

/** Typed errors are the words in which every room refuses; one table in http gives them their status. */
export const OPEN_TO_ALL = ["lib/domain/errors"];

/** Next.js loads these from the root. */
const SERVER_FILES = /^(instrumentation|instrumentation-client|proxy)\.ts$/;

/** The room a path belongs to: "elsewhere" for scripts, tests of the whole and the like. */
export function roomOf(file) {
  const [first, second] = file.split("/");
  if (first === "lib") return second in MAY_IMPORT ? second : "unknown";
  if (first === "app" || first === "components") return first;
  return SERVER_FILES.test(file) ? "server" : "elsewhere";
}

export const isTest = (file) => /\.test\.tsx?$/.test(file);

/** Primitives know no noun of the product, so that they could serve another one. */
export const isPrimitive = (file) => file.startsWith("components/ui/");

/** The inside of a room, which even those that may import from the room leave alone. */
export const isInside = (target) => target.startsWith("lib/db/generated");
