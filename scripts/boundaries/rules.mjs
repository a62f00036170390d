import { FLOORS, LAYERS, PACKAGES, SCREENS } from "./floors.mjs";

const NOUNS = FLOORS.flatMap(({ nouns }) => nouns);
const NAMED_LAYERS = Object.keys(LAYERS).filter((layer) => layer !== "verbs");
const TESTS = String.raw`\.test\.tsx?$|^lib/testing/`;
const FILE_OR_FOLDER = String.raw`(/|\.tsx?$)`;

/** @typedef {import("dependency-cruiser").IRegularForbiddenRuleType} Rule */

/** @param {readonly string[]} names */
const oneOf = (names) => `(${names.join("|")})`;
/** @param {string} layer */
const layerOf = (layer) => (layer === "verbs" ? `(?!${oneOf(NAMED_LAYERS)}${FILE_OR_FOLDER})` : layer + FILE_OR_FOLDER);
/** @param {string} layer */
const inNouns = (layer) => `^lib/${oneOf(NOUNS)}/${layerOf(layer)}`;
/** @param {string} part */
const inPlatform = (part) => `^lib/platform/${part}${FILE_OR_FOLDER}`;
const BASE = "^lib/base/";

/** @param {string} path */
const from = (path) => ({ path, pathNot: TESTS });
/**
 * @param {string} name
 * @param {string} comment
 * @param {Rule["from"]} from
 * @param {Rule["to"]} to
 * @returns {Rule}
 */
const rule = (name, comment, from, to) => ({ name, severity: "error", comment, from, to });

/**
 * Each group may use the lists before it.
 * @param {readonly (readonly string[])[]} groups
 * @param {string} folder
 * @param {readonly string[]} always
 */
const upwards = (groups, folder, always) =>
  groups.flatMap((group, floor) =>
    group.map((name) => {
      const allowed = [name, ...always, ...groups.slice(0, floor).flat()];
      const comment = `${folder}/${name} uses only floors below its own`;
      const to = { path: `^${folder}/`, pathNot: `^${folder}/${oneOf(allowed)}/` };
      return rule(`floor-of-${folder}-${name}`, comment, from(`^${folder}/${name}/`), to);
    }),
  );

const layers = Object.entries(LAYERS).map(([layer, { layers, platform }]) =>
  rule(`layer-${layer}`, `${layer} uses only ${layers.join(", ")} and what platform has for it`, from(inNouns(layer)), {
    path: "^lib/",
    pathNot: [BASE, ...layers.map(inNouns), ...platform.map(inPlatform)],
  }),
);

const packages = Object.entries(PACKAGES).map(([layer, names]) =>
  rule(
    `packages-of-${layer}`,
    names.length === 0 ? `${layer} imports no packages` : `of packages, ${layer} imports only ${names.join(" and ")}`,
    from(layer === "base" ? BASE : inNouns(layer)),
    { pathNot: ["^lib/", ...names.map((name) => `^(node_modules/)?${name}(/|$)`)] },
  ),
);

const GROUND = ["base", "platform", "testing"];

/** The rules for dependency-cruiser. Tests may import anything in lib. */
export const RULES = [
  rule("no-circle", "files that import each other in a circle cannot be understood one by one", {}, { circular: true }),
  rule("no-dead-end", "there is no such file or package", {}, { couldNotResolve: true }),
  ...upwards(
    FLOORS.map(({ nouns }) => nouns),
    "lib",
    ["base", "platform"],
  ),
  ...upwards(SCREENS, "components", ["ui"]),
  ...layers,
  ...packages,
  rule("platform", "platform knows no noun", from("^lib/platform/"), {
    path: "^lib/",
    pathNot: ["^lib/platform/", BASE],
  }),
  rule("base", "base knows nothing but itself", from(BASE), { path: "^lib/", pathNot: BASE }),
  rule("platform-of-browsers", "it runs in browsers, too", from("^lib/platform/(client|contract)/"), {
    path: "^lib/",
    pathNot: ["^lib/platform/(client|contract)/", BASE],
  }),
  {
    ...rule("generated", "only SQL speaks to the generated client", {}, { path: "^lib/platform/sql/generated/" }),
    from: { path: "^(app|components|lib)/", pathNot: [TESTS, "^lib/[a-z-]+/sql/"] },
  },
  rule("ui", "primitives know no noun, so that they could serve another product", from("^components/ui/"), {
    path: "^(app|components|lib)/",
    pathNot: "^components/ui/",
  }),
  rule("components", "components use contracts, domains and clients", from("^components/"), {
    path: "^(app|lib)/",
    pathNot: [BASE, ...["contract", "domain", "client"].map(inNouns), ...LAYERS.client.platform.map(inPlatform)],
  }),
  rule("app", "pages and routes use verbs and contracts", from("^app/"), {
    path: "^lib/",
    pathNot: [BASE, ...["verbs", "contract", "client"].map(inNouns), ...["http", "config", "contract"].map(inPlatform)],
  }),
  rule("start", "what starts with the server starts jobs", from(String.raw`^(instrumentation|proxy)\.ts$`), {
    path: "^lib/",
    pathNot: ["^lib/jobs/", ...["config", "http", "server"].map(inPlatform)],
  }),
  rule("one-way", "lib is used by what surrounds it", from("^lib/"), {
    path: "^(app|bench|components|e2e|prisma|scripts)/",
  }),
  rule("no-seed", "what tests share lies in lib/testing", { path: "^lib/" }, { path: "^(bench|e2e|prisma)/" }),
];

/**
 * A sentence for a file in a folder without a floor.
 * @param {readonly string[]} files
 */
export function findHomeless(files) {
  const nouns = new Set([
    ...[...GROUND, ...NOUNS].map((name) => `lib/${name}`),
    ...SCREENS.flat().map((name) => `components/${name}`),
  ]);
  const homeless = files.filter((file) => /^(lib|components)\//.test(file) && !nouns.has(file.split("/", 2).join("/")));
  return homeless.map((file) => `${file} stands on no floor: name its folder in scripts/boundaries/floors.mjs.`);
}
