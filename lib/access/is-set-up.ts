import { NotFound } from "@/lib/base/errors";
import { hasCompany } from "./sql/lookup";

/** Whether there is a company to sign in to. True if the database cannot be asked, so that signing in says why. */
export function isSetUp(): Promise<boolean> {
  return hasCompany().catch(() => true);
}

/** Throws `NotFound` once there is a company. */
export async function assertNotSetUp(): Promise<void> {
  if (await hasCompany()) throw new NotFound(ALREADY);
}

export const ALREADY = "This server is set up already. Sign in instead.";
