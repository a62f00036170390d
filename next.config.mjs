import { contentSecurityPolicy, SECURITY_HEADERS } from "./lib/platform/server/security-headers.mjs";

// `npm run bench` measures against routes and pages that no other build contains.
const bench = process.env.CALLMARK_BENCH === "1";

// Pages for developers of the product; no production build contains them.
const development = process.env.NODE_ENV === "development";

/** @type {import("next").NextConfig} */
export default {
  // Tests and benchmarks may build beside a running server.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  // Next.js adds the directory of a build's types to this file, so any directory other than .next names its own file.
  // `npm test` checks types, so starting the application does not.
  typescript: { tsconfigPath: process.env.NEXT_TSCONFIG ?? "tsconfig.json", ignoreBuildErrors: true },
  pageExtensions: [...(bench ? ["bench.ts", "bench.tsx"] : []), ...(development ? ["dev.tsx"] : []), "ts", "tsx"],
  poweredByHeader: false,
  // Buyers' systems rarely follow a redirect, so an address with a trailing slash is answered directly.
  skipTrailingSlashRedirect: true,
  reactStrictMode: true,
  experimental: { turbopackFileSystemCacheForBuild: process.env.NEXT_BUILD_CACHE !== "off" },
  // The product does not use the image optimizer, which logs the URLs it is given.
  images: { unoptimized: true },
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        ...SECURITY_HEADERS,
        // The server writes the policy of a page, with the nonce of its scripts; the development server has none.
        ...(development ? [{ key: "Content-Security-Policy", value: contentSecurityPolicy({ development }) }] : []),
      ],
    },
  ],
  serverExternalPackages: [
    "pg",
    "graphile-worker",
    "@node-rs/argon2",
    "pino",
    "prom-client",
    "pdfkit",
    "nodemailer",
    "@prisma/client",
    "@prisma/adapter-pg",
  ],
};
