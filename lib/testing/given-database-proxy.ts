import { afterAll } from "vitest";
import { DatabaseProxy } from "./database-proxy";

/** Call it before the first query of a test file: all its queries go through the proxy. */
export async function givenDatabaseProxy(): Promise<DatabaseProxy> {
  const proxy = await DatabaseProxy.start(process.env.DATABASE_URL ?? "");
  process.env.DATABASE_URL = proxy.url;
  afterAll(() => proxy.end());
  return proxy;
}
