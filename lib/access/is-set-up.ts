import { hasCompany } from "./sql/lookup";

/** Whether there is a company to sign in to. True if the database cannot be asked, so that signing in says why. */
export function isSetUp(): Promise<boolean> {
  return hasCompany().catch(() => true);
}
