import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const resolve = { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } };
const COMPILER = { find: /^typescript$/, replacement: "@ts-morph/common/dist/typescript.js" };
const integration = ["lib/**/*.integration.test.ts", "prisma/**/*.integration.test.ts"];
/** More than ten times what the slowest takes on two cores: a slow machine fails no test, one that hangs ends. */
const LIMITS = { testTimeout: 1_200_000, hookTimeout: 1_200_000 };
const http = (name: string, env: Record<string, string>, exclude: string[] = []) => ({
  resolve,
  // Vite has a BASE_URL of its own, which would win.
  test: { name, include: ["e2e/**/*.http.test.ts"], exclude, ...LIMITS, env },
});
const { BASE_URL, NEXT_APPLICATION } = process.env;
/** How a server ends is promised of `npm start` alone; what compares both ways is enough once. */
const FRONT_ONLY = ["e2e/http/graceful-end.http.test.ts", "e2e/http/both-ways.http.test.ts"];

/** The model takes minutes on a connection or two: it begins first, and all else runs beside it. */
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
        // openapi-typescript makes types with the compiler's own API, which TypeScript 7 has not.
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
      // They ask a running server, whose address BASE_URL is, and the same application as Next.js serves it alone.
      ...(BASE_URL ? [http("http", { BASE_URL })] : []),
      ...(NEXT_APPLICATION ? [http("http-next", JSON.parse(NEXT_APPLICATION), FRONT_ONLY)] : []),
    ],
  },
});
