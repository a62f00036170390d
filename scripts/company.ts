import type { z } from "zod";
import { NewCompanyWithOwner } from "@/lib/access/contract/company";
import { createCompanyWithOwner } from "@/lib/access/create-company-with-owner";
import { Invalid } from "@/lib/base/errors";
import { env } from "@/lib/platform/config/env";
import { endWithReason } from "@/lib/platform/server/end-with-reason";
import { assertInstallationKey } from "@/lib/platform/sql/assert-installation-key";

/** Called by scripts/company.mjs with the answers in one variable, since arguments are shown to every user of the machine. */
const { NEW_COMPANY = "{}" } = process.env;
const parsed = NewCompanyWithOwner.safeParse(JSON.parse(NEW_COMPANY));
process.exit(parsed.success ? await create(parsed.data) : refuse(problemsOf(parsed.error)));

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
