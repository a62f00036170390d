/** Nothing of another site runs here, and no other site shows us in a frame. Recordings lie where the phone system keeps them. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${process.env.NODE_ENV === "development" ? " 'unsafe-eval'" : ""}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "media-src https: http:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

const SECURITY_HEADERS = [
  { key: "Content-Security-Policy", value: CONTENT_SECURITY_POLICY },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
];

// `npm run bench` compares with routes and pages that no other build has. Checking types is not its business.
const bench = process.env.CALLMARK_BENCH === "1";

// Pages for who works on the product: no production build has them.
const development = process.env.NODE_ENV === "development";

/** @type {import("next").NextConfig} */
export default {
  // A second checkout state (tests, benches) may build beside a running server.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  // Next.js adds the place of a build's types to this file: for any other place than .next, name another file.
  typescript: { tsconfigPath: process.env.NEXT_TSCONFIG ?? "tsconfig.json", ignoreBuildErrors: bench },
  pageExtensions: [...(bench ? ["bench.ts", "bench.tsx"] : []), ...(development ? ["dev.tsx"] : []), "ts", "tsx"],
  poweredByHeader: false,
  // Buyers' systems rarely follow a redirect: what they say to an address with a slash at its end counts, too.
  skipTrailingSlashRedirect: true,
  reactStrictMode: true,
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
