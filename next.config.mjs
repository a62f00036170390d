/** @type {import("next").NextConfig} */
export default {
  // A second checkout state (tests, benches) may build beside a running server.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ["pg", "graphile-worker", "@node-rs/argon2", "pino", "@prisma/client", "@prisma/adapter-pg"],
};
