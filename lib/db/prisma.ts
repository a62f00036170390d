import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "@/lib/config/env";
import { PrismaClient } from "./generated/client";

const shared = globalThis as { callmarkPrisma?: PrismaClient };

/** One client and one pool a process, however many bundles load this file. */
export function prisma(): PrismaClient {
  shared.callmarkPrisma ??= new PrismaClient({
    adapter: new PrismaPg({ connectionString: env().DATABASE_URL, max: env().DATABASE_POOL }),
  });
  return shared.callmarkPrisma;
}
