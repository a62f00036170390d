import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const resolve = { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } };
const integration = ["lib/**/*.integration.test.ts", "prisma/**/*.integration.test.ts"];
const http = {
  resolve,
  test: {
    name: "http",
    include: ["e2e/**/*.http.test.ts"],
    testTimeout: 60_000,
    // Vite has a BASE_URL of its own, which would win.
    env: { BASE_URL: process.env.BASE_URL },
  },
};

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        resolve,
        test: {
          name: "unit",
          include: ["{app,components,lib,prisma}/**/*.test.{ts,tsx}", "scripts/**/*.test.mjs"],
          exclude: [...integration, "**/node_modules/**"],
          testTimeout: 30_000,
        },
      },
      {
        resolve,
        test: {
          name: "integration",
          include: integration,
          globalSetup: "lib/testing/database.ts",
          setupFiles: "lib/testing/own-database.ts",
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      // They ask a running server, whose address BASE_URL is.
      ...(process.env.BASE_URL ? [http] : []),
    ],
  },
});
