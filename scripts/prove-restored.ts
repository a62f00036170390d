import { listCompanies } from "@/lib/access/sql/lookup";
import { CannotStart } from "@/lib/base/errors";
import { countSecrets } from "@/lib/inbound/count-secrets";
import { endWithReason } from "@/lib/platform/server/end-with-reason";
import { assertInstallationKey } from "@/lib/platform/sql/assert-installation-key";
import { assertServerRole } from "@/lib/platform/sql/assert-server-role";
import { verifyAllBooks } from "./verify-all-books";

/** Called by scripts/restore.mjs. */
const isProved = await proveRestored().catch(endWithReason);
process.exit(isProved ? 0 : 1);

async function proveRestored(): Promise<boolean> {
  await assertServerRole();
  await assertInstallationKey();
  let secrets = 0;
  for (const { id, name } of await listCompanies()) {
    const { open, shut } = await countSecrets(id);
    if (shut > 0) throw new CannotStart(`${name}: ${shut} webhook secrets do not open with the restored key.`);
    secrets += open;
  }
  console.log(`The key is the database's, and opens all ${secrets} webhook secrets.`);
  return verifyAllBooks();
}
