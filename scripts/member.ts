import { findRescued, makeOwner, removeSecondFactor, resetPassword, unlock } from "@/lib/access/rescue-member";
import { endWithReason } from "@/lib/platform/server/end-with-reason";
import { assertInstallationKey } from "@/lib/platform/sql/assert-installation-key";

/** Called by scripts/member.mjs, which has checked the arguments. */
const [command = "", address = ""] = process.argv.slice(2);

const COMMANDS: Readonly<Record<string, () => Promise<string>>> = {
  "reset-password": async () => {
    const { link, expires_at, mailed } = await resetPassword(await findRescued(address));
    return `${link}\nIt works once, until ${expires_at}.${mailed ? " It was also sent by e-mail." : ""}`;
  },
  unlock: async () => {
    const member = await findRescued(address);
    await unlock({ ...member, email: address });
    return `${member.name} can try to sign in again.`;
  },
  "make-owner": async () => {
    const member = await findRescued(address);
    await makeOwner(member);
    return `${member.name} is an owner of ${member.ctx.company.name}, and has to sign in again.`;
  },
  "remove-second-factor": async () => {
    const member = await findRescued(address);
    await removeSecondFactor(member);
    return `${member.name} signs in with the password alone now.`;
  },
};

try {
  await assertInstallationKey();
  console.log(await COMMANDS[command]?.());
  process.exit(0);
} catch (reason) {
  endWithReason(reason);
}
