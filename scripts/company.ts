import type { z } from "zod";
import { NewCompanyWithOwner } from "@/lib/access/contract/company";
import { createCompanyWithOwner } from "@/lib/access/create-company-with-owner";
import { ALREADY } from "@/lib/access/is-set-up";
import { setupCode } from "@/lib/access/setup-code";
import { hasCompany } from "@/lib/access/sql/lookup";
import { Invalid } from "@/lib/base/errors";
import { env } from "@/lib/platform/config/env";
import { endWithReason } from "@/lib/platform/server/end-with-reason";
import { assertInstallationKey } from "@/lib/platform/sql/assert-installation-key";

/** Called by scripts/company.mjs with the answers in one variable, since arguments are shown to every user of the machine. */
const { NEW_COMPANY } = process.env;
process.exit(NEW_COMPANY === undefined ? await showCode() : await createFrom(JSON.parse(NEW_COMPANY)));

async function createFrom(answers: unknown): Promise<number> {
  const parsed = NewCompanyWithOwner.safeParse(answers);
  return parsed.success ? create(parsed.data) : refuse(problemsOf(parsed.error));
}

async function showCode(): Promise<number> {
  if (await hasCompany()) {
    console.error(ALREADY);
    return 1;
  }
  console.log(`${setupCode()}\nEnter it at ${env().NEXTAUTH_URL}/setup`);
  return 0;
}

async function create(input: NewCompanyWithOwner): Promise<number> {
  try {
    await assertInstallationKey();
    const { name } = await createCompanyWithOwner(input);
    console.log(`${name} is ready. Sign in as ${input.owner_email} at ${env().NEXTAUTH_URL}/sign-in`);
    return 0;
  } catch (reason) {
    if (reason instanceof Invalid) return refuse(Object.values(reason.errors));
    return endWithReason(reason);
  }
}

function problemsOf(error: z.ZodError<unknown>): string[] {
  return error.issues.map(({ path, message }) => `${path.join(".").replaceAll("_", " ")}: ${message}`);
}

function refuse(problems: readonly string[]): number {
  for (const problem of problems) console.error(problem);
  console.error("Nothing was created.");
  return 1;
}
