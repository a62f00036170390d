import { SECURITY_HEADERS } from "./lib/platform/server/security-headers.mjs";

// `npm run bench` compares with routes and pages that no other build has.
const bench = process.env.CALLMARK_BENCH === "1";

// Pages for who works on the product: no production build has them.
const development = process.env.NODE_ENV === "development";

/** @type {import("next").NextConfig} */
export default {
  // A second checkout state (tests, benches) may build beside a running server.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  // Next.js adds the place of a build's types to this file: for any other place than .next, name another file.
  // `npm test` checks types: whoever starts the application need not wait for it.
  typescript: { tsconfigPath: process.env.NEXT_TSCONFIG ?? "tsconfig.json", ignoreBuildErrors: true },
  pageExtensions: [...(bench ? ["bench.ts", "bench.tsx"] : []), ...(development ? ["dev.tsx"] : []), "ts", "tsx"],
  poweredByHeader: false,
  // Buyers' systems rarely follow a redirect: what they say to an address with a slash at its end counts, too.
  skipTrailingSlashRedirect: true,
  reactStrictMode: true,
  experimental: { turbopackFileSystemCacheForBuild: process.env.NEXT_BUILD_CACHE !== "off" },
  // Nobody uses the image optimizer, and it logs the addresses it is asked for.
  images: { unoptimized: true },
  headers: async () => [{ source: "/:path*", headers: SECURITY_HEADERS }],
  serverExternalPackages: [
    "pg",
    "graphile-worker",
    "@node-rs/argon2",
    "pino",
    "pdfkit",
    "@prisma/client",
    "@prisma/adapter-pg",
  ],
};
