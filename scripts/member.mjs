import { runProgram } from "./setup/program.mjs";

const USAGE = `npm run member -- COMMAND ADDRESS

reset-password        shows a link by which the member sets a new password
unlock                forgets failed attempts to sign in
make-owner            gives the role of owner
remove-second-factor  removes authenticator app, passkeys and recovery codes, and signs the member out`;

const COMMANDS = ["reset-password", "unlock", "make-owner", "remove-second-factor"];
const [command = "", address, ...rest] = process.argv.slice(2);
if (!COMMANDS.includes(command) || !address || rest.length > 0) {
  console.error(USAGE);
  process.exit(1);
}
await runProgram("scripts/member.ts");
