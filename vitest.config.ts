import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const resolve = { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } };
const COMPILER = { find: /^typescript$/, replacement: "@ts-morph/common/dist/typescript.js" };
const integration = ["lib/**/*.integration.test.ts", "prisma/**/*.integration.test.ts"];
/** More than ten times the slowest test on two cores: a slow machine fails no test, and one that hangs ends. */
const LIMITS = { testTimeout: 1_200_000, hookTimeout: 1_200_000 };
const http = (name: string, env: Record<string, string>, exclude: string[] = []) => ({
  resolve,
  // Vite has its own BASE_URL, which would take precedence.
  test: { name, include: ["e2e/**/*.http.test.ts"], exclude, ...LIMITS, env },
});
const { BASE_URL, NEXT_APPLICATION } = process.env;
/** Only `npm start` promises how a server ends, and comparing both servers is needed once. */
const FRONT_ONLY = ["graceful-end", "both-ways", "own-hosts", "several-servers", "shared-limits", "runtime"].map(
  (name) => `e2e/http/${name}.http.test.ts`,
);

/** Starts the model first: it takes minutes on one or two connections, and the other tests run beside it. */
class ModelFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isModel = ({ moduleId }: TestSpecification) => moduleId.includes("/lib/conversion/model.");
    const sorted = await super.sort(files);
    return [...sorted.filter(isModel), ...sorted.filter((file) => !isModel(file))];
  }
}

export default defineConfig({
  test: {
    maxWorkers: 3,
    sequence: { sequencer: ModelFirst },
    projects: [
      {
        // openapi-typescript needs the compiler's JavaScript API, which TypeScript 7 does not have.
        resolve: {
          alias: [...Object.entries(resolve.alias).map(([find, replacement]) => ({ find, replacement })), COMPILER],
        },
        test: {
          name: "unit",
          server: { deps: { inline: ["openapi-typescript"] } },
          include: ["{app,components,lib,prisma}/**/*.test.{ts,tsx}", "scripts/**/*.test.mjs"],
          exclude: [...integration, "**/node_modules/**"],
          ...LIMITS,
        },
      },
      {
        resolve,
        test: {
          name: "integration",
          include: integration,
          globalSetup: "lib/testing/database.ts",
          setupFiles: "lib/testing/own-database.ts",
          ...LIMITS,
        },
      },
      // These test a running server at BASE_URL, and a second time the same application served by Next.js alone.
      ...(BASE_URL ? [http("http", { BASE_URL })] : []),
      ...(NEXT_APPLICATION ? [http("http-next", JSON.parse(NEXT_APPLICATION), FRONT_ONLY)] : []),
    ],
  },
});
